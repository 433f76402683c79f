package org.guichet.audit.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.guichet.audit.entity.PersonalKey;
import org.guichet.platform.entity.AccountId;

/** People's keys in memory. */
public final class InMemoryPersonalKeys implements PersonalKeys {
  private final Map<AccountId, PersonalKey> rows = new HashMap<>();

  @Override
  public void add(PersonalKey key) {
    if (rows.putIfAbsent(key.person(), key) != null) {
      throw new IllegalStateException("The person has a key: " + key.person());
    }
  }

  @Override
  public Optional<PersonalKey> find(AccountId person) {
    return Optional.ofNullable(rows.get(person));
  }
}
