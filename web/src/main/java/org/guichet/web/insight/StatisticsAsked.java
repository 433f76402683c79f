package org.guichet.web.insight;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guichet.insight.entity.Split;
import org.guichet.insight.entity.StatisticsQuery;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.web.Asked;
import org.guichet.web.portal.WorkedFor;

/**
 * What the statistics show, as their address says it; so it can be kept, sent and exported.
 *
 * @param preset empty where days are named
 * @param of the organisation that an operator looks at; empty for the own
 */
record StatisticsAsked(
    Optional<Preset> preset, LocalDate from, LocalDate until, Split split, String of) {
  private static final int MOST_YEARS = 10;

  /** Periods by name; they move with the day. */
  enum Preset {
    DAYS_30,
    DAYS_90,
    MONTHS_12,
    YEAR;

    LocalDate from(LocalDate today) {
      return switch (this) {
        case DAYS_30 -> today.minusDays(29);
        case DAYS_90 -> today.minusDays(89);
        case MONTHS_12 -> today.minusMonths(11).withDayOfMonth(1);
        case YEAR -> today.withDayOfYear(1);
      };
    }
  }

  static StatisticsAsked asked(HttpServletRequest request, LocalDate today) {
    Asked asked = new Asked(request);
    Split split = asked.one("split", Split.class).orElse(Split.DEPOSITOR);
    String of = asked.text(WorkedFor.PARAMETER);
    Optional<LocalDate> from = asked.day("from");
    Optional<LocalDate> until = asked.day("until");
    Optional<Preset> named = asked.one("period", Preset.class);
    if (named.isEmpty() && (from.isPresent() || until.isPresent())) {
      LocalDate last = until.orElse(today);
      LocalDate first = from.orElseGet(() -> Preset.DAYS_30.from(last));
      boolean turned = first.isAfter(last);
      return new StatisticsAsked(
          Optional.empty(), begin(turned ? last : first, last), turned ? first : last, split, of);
    }
    Preset preset = named.orElse(Preset.DAYS_30);
    return new StatisticsAsked(Optional.of(preset), preset.from(today), today, split, of);
  }

  /** As many years as anybody compares: people mistype years. */
  private static LocalDate begin(LocalDate first, LocalDate last) {
    LocalDate earliest = last.minusYears(MOST_YEARS);
    return first.isBefore(earliest) ? earliest : first;
  }

  StatisticsQuery query(Optional<OrganisationId> reader) {
    return new StatisticsQuery(reader, from, until);
  }

  /** Asks for the same; ends so that more can follow. */
  String address() {
    return address(preset, split);
  }

  /** Asks for another period. */
  String of(Preset other) {
    return address(Optional.of(other), split);
  }

  /** Asks for the same, parted otherwise. */
  String by(Split other) {
    return address(preset, other);
  }

  private String address(Optional<Preset> period, Split by) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("period", period.map(Enum::name).orElse(""));
    parts.put("from", period.isPresent() ? "" : from.toString());
    parts.put("until", period.isPresent() ? "" : until.toString());
    parts.put("split", by == Split.DEPOSITOR ? "" : by.name());
    parts.put(WorkedFor.PARAMETER, of);
    return Asked.query(parts);
  }
}
