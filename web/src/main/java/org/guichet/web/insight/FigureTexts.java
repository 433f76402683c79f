package org.guichet.web.insight;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.guichet.insight.entity.Figures;
import org.guichet.insight.entity.Grain;
import org.guichet.platform.entity.DayText;
import org.guichet.web.Texts;

/** Figures as people read them in one language. */
record FigureTexts(Texts texts) {
  private static final long TENTHS = 1_000;

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  /** Never rounded up to a whole that it isn't, nor down to nothing. */
  String rejectedShare(Figures figures) {
    if (figures.passages() == 0) {
      return "–";
    }
    long tenths = figures.rejected() * TENTHS / figures.passages(); // doubles make 28.9 of 29
    long shown = figures.rejected() > 0 ? Math.max(tenths, 1) : 0;
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMaximumFractionDigits(1);
    return format.format(BigDecimal.valueOf(shown, 1)) + "\u00a0%";
  }

  /** A piece of a period in a table: {@code 21 novembre 2026}, {@code semaine du …}. */
  String piece(Grain grain, LocalDate begin) {
    return switch (grain) {
      case DAY -> DayText.day(begin, locale());
      case WEEK -> texts.text("statistics.week", DayText.day(begin, locale()));
      case MONTH -> pattern("LLLL uuuu", begin);
    };
  }

  /** The same under a chart. */
  String shortly(Grain grain, LocalDate begin) {
    return pattern(grain == Grain.MONTH ? "LLL uuuu" : "d MMM", begin);
  }

  private String pattern(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
  }

  private Locale locale() {
    return texts.language();
  }
}
