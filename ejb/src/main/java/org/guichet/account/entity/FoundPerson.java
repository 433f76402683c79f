package org.guichet.account.entity;

import java.util.Optional;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Matricule;

/**
 * Somebody whom a search found.
 *
 * @param matricule of the organisation as whose member; empty for whoever may see all accounts
 * @param organisation its name
 */
public record FoundPerson(
    AccountId id,
    String login,
    PersonName name,
    String email,
    Optional<Matricule> matricule,
    Optional<String> organisation) {}
