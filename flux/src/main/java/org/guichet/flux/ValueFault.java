package org.guichet.flux;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Explains what is wrong with the text of an element.
 *
 * @param value as it is quoted, so perhaps cut
 */
record ValueFault(ElementRule element, ValueRule rule, String value, String message) {
  private static final Set<String> WORDS_FOR_NIL = Set.of("nil", "null", "xsi:nil");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
              + "(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?");
  private static final Pattern NIR_WITH_KEY = Pattern.compile("[12][0-9]{4}[0-9AB]{2}[0-9]{8}");
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s.-]");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Pattern GAP = Pattern.compile("[\\s'’-]+");

  SchemaExplanation explain() {
    String stripped = value.strip();
    if (stripped.isEmpty()) {
      return about(element.nillable() ? FindingCode.EMPTY_NOT_NIL : FindingCode.EMPTY_VALUE);
    }
    if (element.nillable() && WORDS_FOR_NIL.contains(stripped.toLowerCase(Locale.ROOT))) {
      return about(FindingCode.NIL_AS_TEXT, stripped);
    }
    return switch (rule.type()) {
      case BOOLEAN -> listed(stripped, List.of("true", "false"), FindingCode.NOT_A_BOOLEAN);
      case INTEGER -> number(stripped);
      case DATE ->
          about(isOfTheForm(stripped) ? FindingCode.NO_SUCH_DATE : FindingCode.DATE_FORM, value);
      case DATE_TIME -> timestamp(stripped);
      case TEXT ->
          rule.allowed().isEmpty()
              ? text(stripped)
              : listed(stripped, rule.allowed(), FindingCode.NOT_IN_LIST);
    };
  }

  private SchemaExplanation listed(String stripped, List<String> allowed, FindingCode otherwise) {
    if (allowed.contains(stripped)) {
      return about(FindingCode.BLANKS_AROUND_VALUE, stripped);
    }
    for (String right : allowed) {
      if (folded(right).equals(folded(stripped))) {
        return about(FindingCode.WRITTEN_OTHERWISE, value, right);
      }
    }
    return about(otherwise, value, String.join(", ", allowed));
  }

  private SchemaExplanation number(String stripped) {
    FindingCode code =
        NUMBER.matcher(stripped).matches() ? FindingCode.OUT_OF_RANGE : FindingCode.NOT_A_NUMBER;
    return about(code, value, String.valueOf(rule.minimum()), String.valueOf(rule.maximum()));
  }

  private SchemaExplanation timestamp(String stripped) {
    Matcher parts = TIMESTAMP.matcher(stripped);
    if (!parts.matches()) {
      return about(FindingCode.TIMESTAMP_FORM, value);
    }
    if (parts.group(1) != null) {
      return about(FindingCode.TIMESTAMP_FRACTION, value);
    }
    if (parts.group(2) == null) {
      return about(FindingCode.TIMESTAMP_OFFSET, value);
    }
    return about(
        parts.group(2).equals("Z") ? FindingCode.TIMESTAMP_IN_UTC : FindingCode.TIMESTAMP_FORM,
        value);
  }

  private SchemaExplanation text(String stripped) {
    if (rule.pattern() != null) {
      String digits = BETWEEN_DIGITS.matcher(stripped).replaceAll("");
      return about(
          NIR_WITH_KEY.matcher(digits).matches() ? FindingCode.NIR_WITH_KEY : FindingCode.NIR_FORM);
    }
    String length = ValidatorWords.length(message);
    String longest = String.valueOf(rule.maxLength());
    return about(
        rule.minLength() == rule.maxLength() ? FindingCode.WRONG_LENGTH : FindingCode.TOO_LONG,
        length,
        longest);
  }

  private boolean isOfTheForm(String stripped) {
    @Nullable String form = rule.pattern();
    return form != null && stripped.matches(form);
  }

  private SchemaExplanation about(FindingCode code, String... arguments) {
    List<String> all = new ArrayList<>();
    all.add(element.name());
    all.addAll(List.of(arguments));
    return new SchemaExplanation(code, value, all);
  }

  /** Without what people do to a word of a list: small letters, accents, blanks and hyphens. */
  private static String folded(String text) {
    String plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return GAP.matcher(plain.toUpperCase(Locale.ROOT)).replaceAll("_");
  }
}
