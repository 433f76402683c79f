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
 * @param identity before the law, as far as it is known
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
    Instant createdAt,
    OrganisationIdentity identity) {
  public OrganisationView {
    contracts = List.copyOf(contracts);
    recipients = List.copyOf(recipients);
  }

  /** One of which the law’s names aren’t known. */
  public OrganisationView(
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
    this(
        id,
        matricule,
        name,
        email,
        language,
        mode,
        state,
        contracts,
        recipients,
        createdAt,
        OrganisationIdentity.UNKNOWN);
  }

  /** One that has its receipts mailed to nobody, and of which the law’s names aren’t known. */
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
    this(
        id,
        matricule,
        name,
        email,
        language,
        mode,
        state,
        contracts,
        List.of(),
        createdAt,
        OrganisationIdentity.UNKNOWN);
  }

  public boolean active() {
    return state == OrganisationState.ACTIVE;
  }
}
