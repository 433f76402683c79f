package org.guichet.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Right;

/**
 * A profile or a role to tick.
 *
 * @param value what is sent when it is ticked
 * @param exclusion what it shares with those that exclude it; empty for none
 * @param excludes those, by name; empty for none
 */
public record RightBox(
    String value,
    String code,
    String name,
    boolean administrator,
    String exclusion,
    String excludes,
    boolean ticked) {

  /** One that is sent as its code. */
  public static RightBox of(Catalogue catalogue, Right right, Locale locale, boolean ticked) {
    String excludes =
        catalogue.against(right).stream()
            .map(other -> other.names().in(locale))
            .collect(Collectors.joining(", "));
    return new RightBox(
        right.code(),
        right.code(),
        right.names().in(locale),
        right.administrator(),
        excludes.isEmpty() ? "" : right.exclusion().orElse(""),
        excludes,
        ticked);
  }

  public RightBox sentAs(String other) {
    return new RightBox(other, code, name, administrator, exclusion, excludes, ticked);
  }

  /** Whether anything excludes it. */
  public boolean exclusive() {
    return !exclusion.isEmpty();
  }
}
