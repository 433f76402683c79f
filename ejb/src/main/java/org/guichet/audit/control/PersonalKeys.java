package org.guichet.audit.control;

import java.util.Optional;
import org.guichet.audit.entity.PersonalKey;
import org.guichet.platform.entity.AccountId;

/** The keys under which people's values are closed. */
public interface PersonalKeys {
  /** Fails at once when the person has one. */
  void add(PersonalKey key);

  Optional<PersonalKey> find(AccountId person);
}
