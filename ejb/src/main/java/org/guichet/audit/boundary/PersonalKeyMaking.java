package org.guichet.audit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.guichet.audit.control.PersonalTexts;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;

/** Makes a person's key in a transaction of its own; only {@link PersonalKeyRing} asks for it. */
@Stateless
@PermitAll // rights: whoever writes an entry has asked for theirs
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PersonalKeyMaking {
  @Inject PersonalTexts texts;
  @Inject Clock clock;

  /** Fails when the person has one. */
  public void make(Caller caller, AccountId person) {
    texts.makeKey(person, clock.instant());
  }
}
