package org.guichet.web.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.assistance.boundary.TicketDesk;
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
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
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
  private static final int MOST = 100;
  private static final String DESCENDING = "-";
  private static final String ALL = "all";

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject HttpServletRequest request;
  @Inject TicketDesk desk;
  @Inject Permissions permissions;

  private @Nullable Page<TicketRow> found;

  private Page<TicketRow> found() {
    if (found == null) {
      TicketQuery query =
          new TicketQuery(status(), kind(), getText(), Optional.empty(), order(), descending());
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
    String text = parameter("q").strip();
    return text.length() > MOST ? text.substring(0, MOST) : text;
  }

  private Optional<TicketStatus> status() {
    if (parameter("status").equals(ALL)) {
      return Optional.empty();
    }
    return Stream.of(TicketStatus.values())
        .filter(status -> status.name().equals(parameter("status")))
        .findFirst()
        .or(() -> Optional.of(TicketStatus.OPEN));
  }

  private Optional<TicketKind> kind() {
    return Stream.of(TicketKind.values())
        .filter(kind -> kind.name().equals(parameter("kind")))
        .findFirst();
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

  /** Everything but order and page, as an address takes it. */
  public String getFilter() {
    return "q="
        + URLEncoder.encode(getText(), StandardCharsets.UTF_8)
        + "&status="
        + status().map(TicketStatus::name).orElse(ALL)
        + "&kind="
        + kind().map(TicketKind::name).orElse("");
  }

  /** From 1. */
  public int getPage() {
    String text = parameter("page");
    return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
  }

  public long getPages() {
    return Math.max(1, (found().total() + SIZE - 1) / SIZE);
  }

  /** {@code 26 à 50 sur 1 234}; empty for none. */
  public String getExtent() {
    if (found().rows().isEmpty()) {
      return "";
    }
    NumberFormat numbers = NumberFormat.getIntegerInstance(language.getLocale());
    long first = (getPage() - 1L) * SIZE + 1;
    return texts()
        .text(
            "tickets.extent",
            numbers.format(first),
            numbers.format(first + found().rows().size() - 1),
            numbers.format(found().total()));
  }

  public String getSort() {
    return (descending() ? DESCENDING : "") + order().name().toLowerCase(Locale.ROOT);
  }

  public Column getNumberColumn() {
    return column(Order.NUMBER);
  }

  public Column getChangedColumn() {
    return column(Order.CHANGED);
  }

  private Column column(Order order) {
    String name = order.name().toLowerCase(Locale.ROOT);
    boolean here = order == order();
    String sort = here ? descending() ? "descending" : "ascending" : "none";
    return new Column("tickets." + name, sort, (here && !descending() ? DESCENDING : "") + name);
  }

  private Order order() {
    String wanted = parameter("sort").replace(DESCENDING, "");
    return Stream.of(Order.values())
        .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElse(Order.CHANGED);
  }

  private boolean descending() {
    return parameter("sort").startsWith(DESCENDING);
  }

  private String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /**
   * A column that the table can be in the order of.
   *
   * @param text key of its name
   * @param sort as {@code aria-sort} says it
   * @param next what asks for the order that its button brings
   */
  public record Column(String text, String sort, String next) {}

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
