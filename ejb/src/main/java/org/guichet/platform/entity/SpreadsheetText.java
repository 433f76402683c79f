package org.guichet.platform.entity;

/** Texts as cells of files that spreadsheets open. */
public final class SpreadsheetText {
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetText() {}

  /** With an apostrophe before it where a spreadsheet would take it for a formula. */
  public static String harmless(String text) {
    String shown = text.isEmpty() || text.charAt(0) < ' ' ? text : text.stripLeading();
    return !shown.isEmpty() && FORMULA_STARTS.indexOf(shown.charAt(0)) >= 0 ? "'" + text : text;
  }
}
