package org.guichet.web.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.guichet.assistance.boundary.TicketFollowing;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/assistance}: requests that the visitor sent, and the way to send others. */
@Named
@RequestScoped
public class MyTicketsPage {
  @Inject TicketFollowing following;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;

  private @Nullable List<Row> rows;

  public List<Row> getRows() {
    if (rows == null) {
      Texts texts = Texts.in(language.getLocale());
      rows =
          following.mine(visitor.caller()).stream()
              .map(
                  ticket ->
                      new Row(
                          ticket.number(),
                          texts.text("ticket.kind." + ticket.kind()),
                          StatusLook.of(ticket.status(), texts),
                          ticket.createdAt(),
                          ticket.changedAt()))
              .toList();
    }
    return rows;
  }

  /** A request in its table. */
  public record Row(
      long number, String kind, StatusLook status, Instant createdAt, Instant changedAt) {}
}
