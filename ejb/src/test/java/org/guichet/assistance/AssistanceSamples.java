package org.guichet.assistance;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.assistance.entity.TicketRequest.AskedOrganisation;
import org.guichet.assistance.entity.TicketRequest.Contact;

/** Invented requests. */
public final class AssistanceSamples {
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private AssistanceSamples() {}

  public static Contact contact(String name) {
    return new Contact(
        name, name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org", "", Locale.FRENCH);
  }

  public static TicketRequest certifier(String name) {
    return organisation(TicketKind.CERTIFIER, name, "Contrat de trois ans");
  }

  public static TicketRequest depositor(String name, String wishes) {
    return organisation(TicketKind.DEPOSITOR, name, wishes);
  }

  private static TicketRequest organisation(TicketKind kind, String name, String wishes) {
    return new TicketRequest(
        kind,
        contact("Ana Petit"),
        new AskedOrganisation(
            name, name + " SA", "1 rue d’Exemple\n75000 Paris", "CHE-115.308.306", "", wishes),
        "Bonjour, nous voudrions déposer.");
  }

  public static TicketRequest administrator(String matricule) {
    return new TicketRequest(
        TicketKind.ADMINISTRATOR,
        contact("Ana Petit"),
        new AskedOrganisation("", "", "", "", matricule, ""),
        "");
  }

  public static TicketRequest other(String asker) {
    return new TicketRequest(
        TicketKind.OTHER, contact(asker), AskedOrganisation.NONE, "Je n’y arrive pas.");
  }

  /** The {@code n}th request, opened so many minutes after noon. */
  public static Ticket ticket(long n, TicketRequest request) {
    return Ticket.open(
        new Ticket.Naming(new UUID(7, n), n, Optional.empty(), Optional.empty()),
        request,
        new UUID(8, n),
        "test",
        NOON.plusSeconds(60 * n));
  }
}
