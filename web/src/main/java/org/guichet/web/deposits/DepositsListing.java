package org.guichet.web.deposits;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    int size) {
  static final List<Integer> SIZES = List.of(25, 50, 100);

  private static final String DESCENDING = "-";

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
            .orElse(SIZES.get(0)));
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
