package org.guichet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.List;

/** How much and how many there is, as people read it. */
@Named("sizes")
@RequestScoped
public class Sizes {
  private static final int STEP = 1000;
  private static final int SMALL = 10;

  @Inject PageLanguage language;

  /** How many rows a list has: {@code 1 234 lignes}. */
  public String count(long rows) {
    return Texts.in(language.getLocale()).text("page.rows", rows);
  }

  /** Bytes: {@code 2,4 Mo}, {@code 2.4 MB}. */
  public String text(long bytes) {
    List<String> units = List.of(Texts.in(language.getLocale()).text("page.units").split(" ", -1));
    double value = bytes;
    int unit = 0;
    while (value >= STEP && unit < units.size() - 1) {
      value /= STEP;
      unit++;
    }
    NumberFormat numbers = NumberFormat.getNumberInstance(language.getLocale());
    numbers.setMaximumFractionDigits(unit > 0 && value < SMALL ? 1 : 0);
    return numbers.format(value) + "\u00a0" + units.get(unit);
  }
}
