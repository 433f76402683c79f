package org.guichet.roster.control;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.Paper;
import org.guichet.platform.entity.Paper.Fact;

/** Slips on paper, to be cut apart and handed out: name, login, code, where to go, until when. */
public final class SlipPaper {
  private final Locale language;

  private SlipPaper(Locale language) {
    this.language = language;
  }

  /** Somebody's slip. */
  public record Line(String name, String login, String code) {}

  /**
   * Slips that were made at once.
   *
   * @param title of the class, or the person's name
   * @param address of the page that takes codes
   * @param lastDay on which they work
   */
  public static Paper paper(
      String title,
      List<Line> slips,
      String address,
      LocalDate lastDay,
      Locale reader,
      Instant madeAt) {
    boolean english = reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return new SlipPaper(english ? Locale.ENGLISH : Locale.FRENCH)
        .write(title, slips, address, lastDay, madeAt);
  }

  private Paper write(
      String title, List<Line> slips, String address, LocalDate lastDay, Instant madeAt) {
    String day = DayText.day(lastDay, language);
    List<Paper.Part> parts = new ArrayList<>();
    parts.add(Paper.Part.texts("", List.of(text("slips.safely"))));
    for (Line slip : slips) {
      parts.add(
          Paper.Part.facts(
              slip.name(),
              List.of(
                  new Fact(text("slips.login"), slip.login(), true),
                  new Fact(text("slips.code"), slip.code(), true),
                  new Fact(text("slips.address"), address, false),
                  new Fact(text("slips.last-day"), day, false))));
    }
    return new Paper(
        language,
        text("slips.office"),
        text("slips.title"),
        title,
        new Paper.Stamp(Paper.Look.NEUTRAL, text("slips.count", Integer.toString(slips.size()))),
        parts,
        text("slips.foot"),
        madeAt);
  }

  private String text(String key, Object... arguments) {
    return new MessageFormat(RosterTexts.text(key, language), language).format(arguments);
  }
}
