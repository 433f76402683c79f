package org.guichet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the address asks a list for. Nonsense is taken for the usual: people edit addresses. */
public record Asked(HttpServletRequest request) {
  private static final int MOST = 100;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  /** What stands there, without blanks around; empty for nothing. */
  public String text(String name) {
    String value = request.getParameter(name);
    String text = value == null ? "" : value.strip();
    return text.length() > MOST ? text.substring(0, MOST) : text;
  }

  /** The constant that stands there. */
  public <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
    String wanted = text(name);
    return Stream.of(type.getEnumConstants()).filter(e -> e.name().equals(wanted)).findFirst();
  }

  /** The day that stands there, as {@code 2026-11-21}; databases and calendars know no others. */
  public Optional<LocalDate> day(String name) {
    try {
      return Optional.of(text(name))
          .filter(text -> !text.isEmpty())
          .map(LocalDate::parse)
          .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Which page of the list, from 1. */
  public int page() {
    String text = text("page");
    return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
  }

  /** A query that asks for this again; what is empty is left out. Ends so that more can follow. */
  public static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .map(part -> part + "&")
        .collect(Collectors.joining());
  }
}
