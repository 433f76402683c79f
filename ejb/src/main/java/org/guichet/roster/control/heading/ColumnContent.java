package org.guichet.roster.control.heading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guichet.roster.entity.RosterField;

/** What a column must be, going by what stands in it. */
final class ColumnContent {
  private static final int AT_LEAST = 2;
  private static final int OF_TEN = 8;

  private static final Pattern DATE =
      Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-](19|20)?\\d\\d|(19|20)\\d\\d-\\d\\d?-\\d\\d?");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[a-zA-Z]{2,}");
  private static final Pattern MOBILE =
      Pattern.compile("(\\+33|0033|0)[ .-]?[67]([ .-]?\\d\\d){4}");
  private static final Pattern PHONE =
      Pattern.compile("(\\+33|0033|0)[ .-]?[1-5]([ .-]?\\d\\d){4}");
  private static final Pattern INE =
      Pattern.compile("\\d{9}[A-Za-z]{2}|\\d{10}[A-Za-z]|\\d{4}[A-Za-z]\\d{5}[A-Za-z]");
  private static final Pattern CLASS =
      Pattern.compile(
          "(?i)(classe\\b.*|(tps|ps|ms|gs|cp|ce ?[12]|cm ?[12]|ulis|upe2a|segpa|2nde|1e?re|term\\w*"
              + "|[3-6] ?(e|è|eme|ème)?)( ?[-/ ]? ?\\p{L}{0,12}\\.? ?\\d{0,2}| .{1,20})?)");
  private static final Pattern SEX = Pattern.compile("(?i)[fmhg]");
  private static final Pattern CIVILITY =
      Pattern.compile("(?i)(m|mr|mme|mlle|monsieur|madame)\\.?");

  private static final List<Map.Entry<RosterField, Pattern>> LOOKS =
      List.of(
          Map.entry(RosterField.BIRTH_DATE, DATE),
          Map.entry(RosterField.EMAIL, EMAIL),
          Map.entry(RosterField.INE, INE),
          Map.entry(RosterField.PHONE_MOBILE, MOBILE),
          Map.entry(RosterField.PHONE_HOME, PHONE),
          Map.entry(RosterField.SEX, SEX),
          Map.entry(RosterField.CIVILITY, CIVILITY),
          Map.entry(RosterField.CLASS, CLASS));

  private ColumnContent() {}

  /** What nearly all of the cells look like. */
  static Optional<RosterField> looksLike(List<String> cells) {
    List<String> filled = cells.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    if (filled.size() < AT_LEAST) {
      return Optional.empty();
    }
    for (Map.Entry<RosterField, Pattern> look : LOOKS) {
      long like = filled.stream().filter(cell -> look.getValue().matcher(cell).matches()).count();
      if (like * 10 >= (long) filled.size() * OF_TEN) {
        return Optional.of(look.getKey());
      }
    }
    return Optional.empty();
  }
}
