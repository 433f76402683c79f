package org.guichet.assistance.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.Operators;
import org.guichet.assistance.control.TicketAlerts;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketSubscription;
import org.guichet.assistance.entity.TicketsWaiting;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the authority's desk and the operators who chose it of requests that wait: one mail about
 * all that came since the last, so that a flood of requests is none of mails.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TicketTelling {
  /** So much lies between two mails at least. */
  static final Duration PAUSE = Duration.ofMinutes(30);

  private static final Logger log = LoggerFactory.getLogger(TicketTelling.class);
  private static final String QUEUE = "/portal/tickets";
  private static final int MOST = 1000;
  private static final int SHOWN = 20;

  @Inject TicketLedger ledger;
  @Inject TicketAlerts alerts;
  @Inject Operators operators;
  @Inject Supplier<UUID> ids;

  /**
   * Mails what nobody was told of, unless the last such mail is recent.
   *
   * @return how many requests were told of
   */
  public int tell(Caller caller) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_FILE);
    Instant now = ledger.clock.instant();
    if (recent(now)) {
      return 0;
    }
    List<Ticket> untold = alerts.lockUntold(MOST);
    if (untold.isEmpty() || recent(now)) { // another server was quicker
      return 0;
    }
    List<Reader> readers = readers();
    readers.forEach(reader -> mail(caller, reader, untold));
    untold.forEach(ticket -> ticket.told(now));
    log.info("AST-109 told of requests count={} readers={}", untold.size(), readers.size());
    return untold.size();
  }

  private boolean recent(Instant now) {
    return alerts.lastTold().filter(last -> last.plus(PAUSE).isAfter(now)).isPresent();
  }

  private record Reader(String email, Locale language) {}

  private List<Reader> readers() {
    List<Reader> readers = new ArrayList<>();
    ledger
        .settings
        .mail()
        .desk()
        .map(desk -> new Reader(desk, Locale.FRENCH))
        .ifPresent(readers::add);
    List<AccountId> watching = alerts.watching();
    operators.deciding(Caller.system("assistance"), Permission.TICKET_VIEW).stream()
        .filter(operator -> watching.contains(operator.id()))
        .map(operator -> new Reader(operator.email(), operator.language()))
        .filter(reader -> !readers.contains(reader))
        .forEach(readers::add);
    return readers;
  }

  private void mail(Caller caller, Reader reader, List<Ticket> untold) {
    TicketsWaiting waiting = alerts.waiting();
    String link = ledger.settings.publicUrl() + QUEUE;
    List<Map<String, String>> rows =
        untold.stream().limit(SHOWN).map(ticket -> row(ticket, reader.language())).toList();
    Map<String, String> arguments =
        Map.of(
            "count", Long.toString(waiting.count()),
            "oldest", waiting.oldest().map(at -> moment(at, reader.language())).orElse("-"),
            "link", link,
            "publicUrl", ledger.settings.publicUrl().toString());
    ledger.notices.post(
        caller,
        new Notice(
                reader.email(),
                reader.language(),
                "ticket.waiting",
                arguments,
                List.of(),
                "ticket.waiting:" + ids.get())
            .with(rows));
  }

  private Map<String, String> row(Ticket ticket, Locale language) {
    return Map.of(
        "number", Long.toString(ticket.number()),
        "kind", "TICKET_" + ticket.request().kind(),
        "organisation", ticket.request().organisation().name(),
        "since", moment(ticket.changedAt(), language));
  }

  private String moment(Instant at, Locale language) {
    return DayText.moment(at.atZone(ledger.settings.zone()), language);
  }

  /** Whether the caller is told by mail. */
  public boolean watches(Caller caller) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_VIEW);
    return own(caller).isPresent();
  }

  /** Has the caller told by mail from now on, or not any more. */
  public void watch(Caller caller, boolean wanted) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_VIEW);
    Optional<TicketSubscription> watch = own(caller);
    if (wanted && watch.isEmpty()) {
      alerts.add(
          new TicketSubscription(ledger.permissions.requirePerson(caller), ledger.clock.instant()));
    } else if (!wanted) {
      watch.ifPresent(alerts::remove);
    }
  }

  private Optional<TicketSubscription> own(Caller caller) {
    return alerts.watch(ledger.permissions.requirePerson(caller));
  }
}
