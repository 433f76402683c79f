package org.guichet.web.insight;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.guichet.insight.entity.Figures;
import org.guichet.insight.entity.Grain;
import org.guichet.web.Texts;

/** Figures as people read them in one language. */
record FigureTexts(Texts texts) {
  private static final double WHOLE = 100;
  private static final double LEAST = 0.1;

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  /** Never rounded up to a whole that it isn't, nor down to nothing. */
  String rejectedShare(Figures figures) {
    if (figures.passages() == 0) {
      return "–";
    }
    double share = WHOLE * figures.rejectedShare();
    double shown = share > 0 ? Math.max(share, LEAST) : 0;
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(RoundingMode.DOWN);
    return format.format(shown) + "\u00a0%";
  }

  /** A piece of a period in a table: {@code 21 novembre 2026}, {@code semaine du …}. */
  String piece(Grain grain, LocalDate begin) {
    return switch (grain) {
      case DAY -> pattern("d MMMM uuuu", begin);
      case WEEK -> texts.text("statistics.week", pattern("d MMMM uuuu", begin));
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
