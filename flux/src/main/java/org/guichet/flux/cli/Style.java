package org.guichet.flux.cli;

import org.guichet.flux.Severity;

/**
 * How words stand out on a terminal.
 *
 * @param colours whether they may
 */
record Style(boolean colours) {
  private static final String RESET = "\u001B[0m";

  String bold(String text) {
    return in("1", text);
  }

  String dim(String text) {
    return in("2", text);
  }

  String good(String text) {
    return in("1;32", text);
  }

  String of(Severity severity, String text) {
    return in(severity == Severity.WARNING ? "1;33" : "1;31", text);
  }

  String margin(String text) {
    return in("34", text);
  }

  private String in(String code, String text) {
    return colours ? "\u001B[" + code + "m" + text + RESET : text;
  }
}
