package org.guichet.audit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.guichet.audit.control.PersonalKeys;
import org.guichet.audit.control.PersonalTexts;
import org.guichet.audit.entity.PersonalKey;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys under which people's values are closed in the audit. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class PersonalKeyRing {
  private static final Logger log = LoggerFactory.getLogger(PersonalKeyRing.class);

  @Inject Permissions permissions;
  @Inject PersonalKeys keys;
  @Inject PersonalTexts texts;
  @Inject PersonalKeyMaking making;
  @Inject Clock clock;

  /**
   * Sees to it that the person has a key. It is made in a transaction of its own, so that of many
   * who write at once the first makes it and no other fails.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void ensure(Caller caller, AccountId person) {
    if (texts.hasKey(person)) {
      return;
    }
    try {
      making.make(caller, person);
    } catch (EJBException e) {
      if (!texts.hasKey(person)) {
        throw e;
      }
      log.debug("AUD-102 key made by another at the same time");
    }
  }

  /**
   * Destroys the person's key: what was closed under it is gone for good, the chain stays whole.
   *
   * @return false when there was none
   */
  public boolean destroy(Caller caller, AccountId person) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_SWEEP);
    return keys.find(person).filter((PersonalKey key) -> key.destroy(clock.instant())).isPresent();
  }
}
