package org.guichet.account.entity;

import java.util.Optional;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Matricule;

/**
 * Somebody who has a profile or a role, whether it allows anything or not.
 *
 * @param organisation where; empty for a role
 */
public record RightHolder(
    AccountId account, String login, PersonName name, Optional<Where> organisation) {
  /** The organisation that a profile is had in. */
  public record Where(Matricule matricule, String name) {}
}
