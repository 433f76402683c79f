package org.guichet.organisation.entity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;

/**
 * An organisation as others see it.
 *
 * @param contracts numbers of its contracts as a certifier; empty for a mere depositor
 * @param language in which it is written to
 * @param recipients whom it wants its receipts mailed to
 */
public record OrganisationView(
    OrganisationId id,
    Matricule matricule,
    String name,
    String email,
    Locale language,
    CheckingMode mode,
    OrganisationState state,
    List<String> contracts,
    List<MailRecipientView> recipients,
    Instant createdAt) {
  public OrganisationView {
    contracts = List.copyOf(contracts);
    recipients = List.copyOf(recipients);
  }

  /** One that has its receipts mailed to nobody. */
  public OrganisationView(
      OrganisationId id,
      Matricule matricule,
      String name,
      String email,
      Locale language,
      CheckingMode mode,
      OrganisationState state,
      List<String> contracts,
      Instant createdAt) {
    this(id, matricule, name, email, language, mode, state, contracts, List.of(), createdAt);
  }

  public boolean active() {
    return state == OrganisationState.ACTIVE;
  }
}
