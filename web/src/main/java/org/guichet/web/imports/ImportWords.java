package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RosterSeverity;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;

/** What imports say, in the page's language. */
@Named("importWords")
@RequestScoped
public class ImportWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  @Inject PageLanguage language;

  Texts texts() {
    return Texts.in(language.getLocale());
  }

  public String text(String key) {
    return texts().text(key);
  }

  /** Of a file: {@code Élèves}. */
  public String profile(Profile profile) {
    return texts().text("imports.profile." + profile);
  }

  /** Of one person: {@code Élève}. */
  public String one(Profile profile) {
    return texts().text("imports.one." + profile);
  }

  public String field(RosterField field) {
    return texts().text("imports.field." + field);
  }

  public Look operation(Operation operation) {
    String text = texts().text("imports.operation." + operation);
    return switch (operation) {
      case CREATE -> new Look(text, "ok", "up");
      case CHANGE -> new Look(text, "ru", "edit");
      case UNCHANGED -> new Look(text, "ne", "check");
      case MERGE -> new Look(text, "ru", "people");
      case LEAVE -> new Look(text, "ko", "leave");
      case ERROR -> new Look(text, "ko", "down");
      case LEFT_OUT -> new Look(text, "ne", "ban");
    };
  }

  /** In a few words what a finding of this code is: {@code Enfant introuvable}. */
  public String cause(RosterCode code) {
    return texts().text("imports.cause." + code);
  }

  /** What was found, with what to do about it. */
  public Told told(RosterFinding finding) {
    List<String> all = new ArrayList<>();
    all.add(finding.value());
    all.addAll(finding.arguments());
    Object[] arguments = all.toArray();
    Texts roster = texts().of("roster");
    String what = roster.text(finding.code() + ".what", arguments);
    RosterField field = finding.field();
    return new Told(
        finding.code().number(),
        field == null ? what : field(field) + texts().text("page.colon") + " " + what,
        roster.text(finding.code() + ".mend", arguments),
        finding.line() == 0 ? "" : number(finding.line()),
        finding.blocks(),
        finding.severity() == RosterSeverity.NOTE);
  }

  /** Somebody's value as people read it: days as {@code 01/09/2015}. */
  public String value(RosterField field, String value) {
    return field == RosterField.BIRTH_DATE ? day(value) : value;
  }

  private static String day(String value) {
    try {
      return value.isEmpty() ? "" : DAY.format(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return value; // as it was typed
    }
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(language.getLocale()).format(number);
  }

  /** {@code encore 12 s}, {@code encore 3 min}. */
  public String left(Duration left) {
    long seconds = Math.max(1, left.toSeconds());
    return seconds < 100
        ? texts().text("imports.left.seconds", number(seconds))
        : texts().text("imports.left.minutes", number((seconds + 59) / 60));
  }

  /**
   * A word with its look.
   *
   * @param look class of the style sheet
   */
  public record Look(String text, String look, String icon) {}

  /**
   * A finding in words.
   *
   * @param line empty when it concerns no line
   * @param blocks whether its row, or its file, waits for it
   */
  public record Told(
      String number, String what, String mend, String line, boolean blocks, boolean note) {
    public String look() {
      return blocks ? "ko" : note ? "ru" : "wa";
    }

    public String icon() {
      return blocks ? "down" : note ? "mark" : "warn";
    }
  }
}
