package org.guichet.web.deposits;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.deposit.entity.DepositFilter;
import org.guichet.deposit.entity.DepositFilter.Sort;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStanding;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;

/**
 * What the list of deposits shows, as its address says it; so it can be kept, sent and exported.
 *
 * @param until the last day that is shown
 * @param page from 1
 */
record DepositsListing(
    String text,
    Optional<DepositStanding> standing,
    Optional<DepositKind> kind,
    Optional<Channel> channel,
    String certification,
    Optional<LocalDate> since,
    Optional<LocalDate> until,
    String sender,
    Sort sort,
    boolean descending,
    int page,
    int size,
    Set<Column> columns) {
  static final List<Integer> SIZES = List.of(25, 50, 100);

  private static final String DESCENDING = "-";

  /** Stands between columns, and alone for none of them. */
  private static final String APART = ".";

  DepositsListing {
    columns = columns.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(columns);
  }

  /** Beside the file's name and number, which are always there. */
  enum Column {
    STATUS(true, "deposit.status", Optional.of(Sort.STATUS)),
    CERTIFICATION(true, "deposit.certification", Optional.empty()),
    ACCEPTED(true, "deposit.accepted", Optional.of(Sort.ACCEPTED)),
    REJECTED(true, "deposit.rejected", Optional.of(Sort.REJECTED)),
    SENDER(true, "deposit.sender", Optional.empty()),
    CHANNEL(false, "deposits.column.channel", Optional.empty()),
    SIZE(false, "deposits.column.size.short", Optional.empty()),
    RECEIVED(true, "deposit.received", Optional.of(Sort.RECEIVED));

    private final boolean usual;
    private final String text;
    private final Optional<Sort> sort;

    Column(boolean usual, String text, Optional<Sort> sort) {
      this.usual = usual;
      this.text = text;
      this.sort = sort;
    }

    /** Key of its name. */
    String text() {
      return text;
    }

    Optional<Sort> sort() {
      return sort;
    }

    /** Numbers stand to the right. */
    boolean counts() {
      return this == ACCEPTED || this == REJECTED || this == SIZE;
    }
  }

  static DepositsListing asked(HttpServletRequest request) {
    Asked asked = new Asked(request);
    String order = asked.text("sort");
    Optional<Sort> sort =
        List.of(Sort.values()).stream()
            .filter(one -> one.name().equals(order.replaceFirst("^" + DESCENDING, "")))
            .findFirst();
    return new DepositsListing(
        asked.text("q"),
        asked.one("status", DepositStanding.class),
        asked.one("kind", DepositKind.class),
        asked.one("channel", Channel.class),
        asked.text("certification"),
        asked.day("since"),
        asked.day("until"),
        asked.text("sender"),
        sort.orElse(Sort.RECEIVED),
        sort.isEmpty() || order.startsWith(DESCENDING),
        asked.page(),
        SIZES.stream()
            .filter(one -> one.toString().equals(asked.text("size")))
            .findFirst()
            .orElse(SIZES.get(0)),
        columns(request, asked.text("columns")));
  }

  /** As a form says them one by one, or an address all at once; the usual ones by neither. */
  private static Set<Column> columns(HttpServletRequest request, String word) {
    String[] ticked = request.getParameterValues("column");
    if (ticked == null && word.isEmpty()) {
      return usual();
    }
    List<String> named =
        ticked == null ? List.of(word.split(Pattern.quote(APART), -1)) : List.of(ticked);
    return Stream.of(Column.values())
        .filter(column -> named.contains(column.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
  }

  private static Set<Column> usual() {
    return Stream.of(Column.values())
        .filter(column -> column.usual)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
  }

  private String columnsWord() {
    return columns.isEmpty()
        ? APART
        : columns.stream().map(Column::name).collect(Collectors.joining(APART));
  }

  /**
   * What is looked for.
   *
   * @param reader for whom; empty for all
   * @param zone in which days begin
   */
  DepositFilter filter(Optional<OrganisationId> reader, ZoneId zone) {
    return new DepositFilter(
        reader,
        text,
        standing,
        kind,
        channel,
        Optional.of(certification).filter(code -> !code.isEmpty()),
        since.map(day -> begin(day, zone)),
        until.map(day -> begin(day.plusDays(1), zone)),
        Matricule.parse(sender),
        sort,
        descending);
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  PageRequest part() {
    return new PageRequest((page - 1) * size, size);
  }

  boolean filtered() {
    return !filters().values().stream().allMatch(String::isEmpty);
  }

  private Map<String, String> filters() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", text);
    parts.put("status", standing.map(Enum::name).orElse(""));
    parts.put("kind", kind.map(Enum::name).orElse(""));
    parts.put("channel", channel.map(Enum::name).orElse(""));
    parts.put("certification", certification);
    parts.put("since", since.map(LocalDate::toString).orElse(""));
    parts.put("until", until.map(LocalDate::toString).orElse(""));
    parts.put("sender", sender);
    return parts;
  }

  /** Asks for the same but for the page; ends so that more can follow. */
  String query() {
    return query(sort, descending);
  }

  /** Asks for the same without one of the filters. */
  String without(String filter) {
    Map<String, String> parts = filters();
    parts.put(filter, "");
    return query(parts, sort, descending);
  }

  private String query(Sort by, boolean falling) {
    return query(filters(), by, falling);
  }

  private String query(Map<String, String> parts, Sort by, boolean falling) {
    return Asked.query(ordered(parts, by, falling));
  }

  private Map<String, String> ordered(Map<String, String> parts, Sort by, boolean falling) {
    parts.put("sort", by == Sort.RECEIVED && falling ? "" : word(by, falling));
    parts.put("size", size == SIZES.get(0) ? "" : Integer.toString(size));
    parts.put("columns", columns.equals(usual()) ? "" : columnsWord());
    return parts;
  }

  /** What {@link #query} says, part by part, for a form; those that are empty too. */
  Map<String, String> parts() {
    return ordered(filters(), sort, descending);
  }

  String sortWord() {
    return word(sort, descending);
  }

  private static String word(Sort by, boolean falling) {
    return (falling ? DESCENDING : "") + by;
  }

  /** {@code ascending}, {@code descending} or {@code none}, as {@code aria-sort} says it. */
  String order(Sort of) {
    return of != sort ? "none" : descending ? "descending" : "ascending";
  }

  /** Asks for the order that a column's button brings: times and counts begin with the greatest. */
  String turned(Sort by) {
    boolean falling = by == Sort.RECEIVED || by == Sort.ACCEPTED || by == Sort.REJECTED;
    return query(by, by == sort ? !descending : falling);
  }
}
