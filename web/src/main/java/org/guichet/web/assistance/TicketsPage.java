package org.guichet.web.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.guichet.assistance.boundary.TicketDesk;
import org.guichet.assistance.boundary.TicketTelling;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketQuery.Order;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.assistance.entity.TicketStatus;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Extent;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.SortedBy;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/tickets}: requests to be answered, the longest waiting first. What is shown
 * is told by the address: {@code status} ({@code OPEN} without, {@code all}), {@code kind}, {@code
 * q}, {@code sort}, {@code page}.
 */
@Named
@RequestScoped
public class TicketsPage {
  private static final int SIZE = 25;
  private static final String ALL = "all";

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject HttpServletRequest request;
  @Inject Notices notices;
  @Inject TicketDesk desk;
  @Inject TicketTelling telling;
  @Inject Permissions permissions;

  private @Nullable Page<TicketRow> found;

  private Page<TicketRow> found() {
    if (found == null) {
      TicketQuery query =
          new TicketQuery(
              status(), kind(), getText(), Optional.empty(), order().by(), order().descending());
      found = find(query, new PageRequest((getPage() - 1) * SIZE, SIZE));
    }
    return found;
  }

  /** For whoever runs the portal all of them, for administrators their organisation's. */
  private Page<TicketRow> find(TicketQuery query, PageRequest page) {
    Caller caller = visitor.caller();
    Optional<OrganisationId> own = caller.organisation();
    return own.isEmpty() || permissions.allowsEverywhere(caller, Permission.TICKET_VIEW)
        ? desk.list(caller, query, page)
        : desk.listOf(caller, own.get(), query, page);
  }

  public List<Row> getRows() {
    Texts texts = texts();
    return found().rows().stream().map(ticket -> Row.of(ticket, texts)).toList();
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** What is searched for; empty for nothing. */
  public String getText() {
    return asked().text("q");
  }

  private Optional<TicketStatus> status() {
    return asked().text("status").equals(ALL)
        ? Optional.empty()
        : asked().one("status", TicketStatus.class).or(() -> Optional.of(TicketStatus.OPEN));
  }

  private Optional<TicketKind> kind() {
    return asked().one("kind", TicketKind.class);
  }

  /** Whether anything but the usual is asked for. */
  public boolean isFiltered() {
    return !getText().isEmpty()
        || kind().isPresent()
        || !status().equals(Optional.of(TicketStatus.OPEN));
  }

  public List<Choice> getStatuses() {
    String chosen = status().map(TicketStatus::name).orElse(ALL);
    return Stream.concat(
            Stream.of(TicketStatus.values()).map(status -> status.name()), Stream.of(ALL))
        .map(name -> new Choice(name, texts().text("ticket.status." + name), name.equals(chosen)))
        .toList();
  }

  public List<Choice> getKinds() {
    String chosen = kind().map(TicketKind::name).orElse("");
    return Stream.concat(Stream.of(""), Stream.of(TicketKind.values()).map(kind -> kind.name()))
        .map(
            name ->
                new Choice(
                    name,
                    texts().text("ticket.kind." + (name.isEmpty() ? ALL : name)),
                    name.equals(chosen)))
        .toList();
  }

  /** What is asked for besides the order and the page. */
  public String getFilter() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("q", getText());
    parameters.put("status", status().map(TicketStatus::name).orElse(ALL));
    parameters.put("kind", kind().map(TicketKind::name).orElse(""));
    return Asked.query(parameters);
  }

  /** What is asked for besides the page. */
  public String getQuery() {
    return getFilter() + "sort=" + getSort() + "&";
  }

  /** From 1. */
  public int getPage() {
    return asked().page();
  }

  public boolean isMore() {
    return extent().more();
  }

  /** {@code 26 à 50 sur 1 234}; empty for none. */
  public String getExtent() {
    return extent().text(texts(), "tickets.extent");
  }

  private Extent extent() {
    return new Extent(getPage(), SIZE, found().rows().size(), found().total());
  }

  public String getSort() {
    return order().word();
  }

  public SortedBy.Column getNumberColumn() {
    return order().column(Order.NUMBER, "tickets.");
  }

  public SortedBy.Column getChangedColumn() {
    return order().column(Order.CHANGED, "tickets.");
  }

  private SortedBy<Order> order() {
    return SortedBy.asked(asked(), Order.CHANGED);
  }

  private Asked asked() {
    return new Asked(request);
  }

  /** Whether the visitor runs the portal, and so may be told of requests, and sees stray mails. */
  public boolean isOperator() {
    return permissions.allowsEverywhere(visitor.caller(), Permission.TICKET_VIEW);
  }

  /** Whether the visitor is told by mail. */
  public boolean isWatching() {
    return telling.watches(visitor.caller());
  }

  /** Has the visitor told by mail, or not any more. */
  public @Nullable String watch() {
    boolean wanted = !isWatching();
    telling.watch(visitor.caller(), wanted);
    return notices.info(wanted ? "tickets.WATCHED" : "tickets.UNWATCHED").to("/portal/tickets");
  }

  /** That mails stand in no thread, and how many. */
  public String getMailsText() {
    return texts().text("tickets.mails", getMails());
  }

  /** How many mails stand in no thread. */
  public long getMails() {
    return desk.waiting(visitor.caller()).mails();
  }

  /** One of those that a filter offers. */
  public record Choice(String value, String text, boolean chosen) {}

  /** A request in the table. */
  public record Row(
      long number,
      String kind,
      StatusLook status,
      String asker,
      String organisation,
      String assignee,
      Instant createdAt,
      Instant changedAt) {
    static Row of(TicketRow ticket, Texts texts) {
      return new Row(
          ticket.number(),
          texts.text("ticket.kind." + ticket.kind()),
          StatusLook.of(ticket.status(), texts),
          ticket.asker(),
          ticket.organisation(),
          ticket.assignee(),
          ticket.createdAt(),
          ticket.changedAt());
    }
  }
}
