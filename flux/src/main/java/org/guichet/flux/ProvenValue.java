package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rule on a text in the form in which bytes are compared with it. */
final class ProvenValue {
  private static final int DATE_LENGTH = "2026-01-31".length();
  private static final int MAX_DIGITS = 9;

  private final ValueRule.Type type;
  private final byte[][] allowed; // the only texts there may be
  private final int minLength;
  private final int maxLength;
  private final int minimum;
  private final int maximum;
  private final @Nullable Pattern pattern;

  ProvenValue(ValueRule rule) {
    this.type = rule.type();
    List<String> texts =
        type == ValueRule.Type.BOOLEAN ? List.of("true", "false", "1", "0") : rule.allowed();
    List<byte[]> encoded = new ArrayList<>();
    texts.forEach(text -> encoded.add(text.getBytes(UTF_8)));
    this.allowed = encoded.toArray(byte[][]::new);
    this.minLength = rule.minLength();
    this.maxLength = rule.maxLength();
    this.minimum = rule.minimum();
    this.maximum = rule.maximum();
    boolean ofDays = Days.PATTERN.equals(rule.pattern()) && type == ValueRule.Type.DATE;
    this.pattern = rule.pattern() == null || ofDays ? null : Pattern.compile(rule.pattern());
  }

  /**
   * Whether a text is proven to keep the rule.
   *
   * @param from index of its first byte
   */
  boolean proves(byte[] bytes, int from, ProvenText text) {
    if (allowed.length > 0) {
      return isAllowed(bytes, from, text.bytes());
    }
    return switch (type) {
          case TEXT -> text.characters() >= minLength && text.units() <= maxLength;
          case INTEGER -> isInteger(bytes, from, text.bytes());
          case DATE -> isDay(bytes, from, text.bytes());
          case BOOLEAN, DATE_TIME -> false;
        }
        && (pattern == null || pattern.matcher(text.in(bytes)).matches());
  }

  private boolean isAllowed(byte[] bytes, int from, int length) {
    for (byte[] one : allowed) {
      int k = 0;
      while (k < length && k < one.length && bytes[from + k] == one[k]) {
        k++;
      }
      if (k == length && k == one.length) {
        return true;
      }
    }
    return false;
  }

  private boolean isInteger(byte[] bytes, int from, int length) {
    int value = length > 0 && length <= MAX_DIGITS ? number(bytes, from, length) : -1;
    return value >= 0 && value >= minimum && value <= maximum;
  }

  /** By the calendar, 1900 to 2099. */
  private static boolean isDay(byte[] bytes, int from, int length) {
    if (length != DATE_LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return false;
    }
    int year = number(bytes, from, 4);
    int month = number(bytes, from + 5, 2);
    int day = number(bytes, from + 8, 2);
    return year >= Days.FIRST_YEAR
        && year <= Days.LAST_YEAR
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= Days.inMonth(year, month);
  }

  /** Of digits alone; -1 for others. */
  private static int number(byte[] bytes, int from, int length) {
    int value = 0;
    for (int i = from; i < from + length; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
