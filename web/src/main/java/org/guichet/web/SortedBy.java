package org.guichet.web;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * In which order a list is asked for. Its address says it by the order's name, with a dash before
 * it for the other way round.
 */
public record SortedBy<E extends Enum<E>>(E by, boolean descending) {
  private static final String DESCENDING = "-";

  /** What {@code sort} asks for; nonsense is taken for {@code usual}. */
  public static <E extends Enum<E>> SortedBy<E> asked(Asked asked, E usual) {
    String text = asked.text("sort");
    boolean descending = text.startsWith(DESCENDING);
    String wanted = descending ? text.substring(1) : text;
    E by =
        Stream.of(usual.getDeclaringClass().getEnumConstants())
            .filter(order -> name(order).equals(wanted))
            .findFirst()
            .orElse(usual);
    return new SortedBy<>(by, descending);
  }

  private static String name(Enum<?> order) {
    return order.name().toLowerCase(Locale.ROOT);
  }

  /** As the address says it. */
  public String word() {
    return (descending ? DESCENDING : "") + name(by);
  }

  /**
   * The top of a column that the list can be in the order of.
   *
   * @param prefix of the key of its name: {@code tickets.}
   */
  public Column column(E order, String prefix) {
    boolean here = order == by;
    return new Column(
        prefix + name(order),
        here ? descending ? "descending" : "ascending" : "none",
        (here && !descending ? DESCENDING : "") + name(order));
  }

  /**
   * A column that the table can be in the order of.
   *
   * @param text key of its name
   * @param sort as {@code aria-sort} says it
   * @param next what asks for the order that its button brings
   */
  public record Column(String text, String sort, String next) {}
}
