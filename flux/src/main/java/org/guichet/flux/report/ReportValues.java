package org.guichet.flux.report;

import java.util.List;

/** Reads the values of a report, and refuses what isn't one. */
final class ReportValues {
  /** More than there are codes and severities; more isn't kept. */
  private static final int MOST_CAUSES = 1_000;

  private static final String CODE = "GUI-";
  private static final int CODE_DIGITS = 3;

  private ReportValues() {}

  static <E extends Enum<E>> E constant(Class<E> type, String name)
      throws UnreadableReportException {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new UnreadableReportException(e);
    }
  }

  /** An escape may stand for half a character, which couldn't be written again. */
  static String text(String text) throws UnreadableReportException {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          throw new UnreadableReportException("This isn't a report: half a character");
        }
        i++;
      }
    }
    return text;
  }

  /** As the schema of reports has it: {@code GUI-} and three digits. */
  static String code(String text) throws UnreadableReportException {
    boolean right =
        text.length() == CODE.length() + CODE_DIGITS
            && text.startsWith(CODE)
            && text.chars().skip(CODE.length()).allMatch(digit -> digit >= '0' && digit <= '9');
    if (!right) {
      throw new UnreadableReportException("This isn't a report: a code that can't be one");
    }
    return text;
  }

  static int number(String text) throws UnreadableReportException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new UnreadableReportException(e);
    }
  }

  static long longNumber(String text) throws UnreadableReportException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UnreadableReportException(e);
    }
  }

  /** A share from 0 to 1. */
  static double share(String text) throws UnreadableReportException {
    try {
      double share = Double.parseDouble(text);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw new UnreadableReportException(e);
    }
    throw new UnreadableReportException("This isn't a report: " + text + " isn't a share");
  }

  static boolean flag(String text) throws UnreadableReportException {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new UnreadableReportException("This isn't a report: " + text);
    };
  }

  static String language(String text) throws UnreadableReportException {
    if (!text.equals("fr") && !text.equals("en")) {
      throw new UnreadableReportException("This isn't a report: no language " + text);
    }
    return text;
  }

  /** Something can't be found in more passages than there are. */
  static ReportHead consistent(ReportHead head) throws UnreadableReportException {
    for (ReportHead.Cause cause : head.causes()) {
      if (cause.passages() < 0 || cause.passages() > head.passages()) {
        throw new UnreadableReportException("This isn't a report: a cause in too many passages");
      }
    }
    return head;
  }

  static void requireFew(List<?> causes) throws UnreadableReportException {
    if (causes.size() >= MOST_CAUSES) {
      throw new UnreadableReportException("This isn't a report: too many causes");
    }
  }
}
