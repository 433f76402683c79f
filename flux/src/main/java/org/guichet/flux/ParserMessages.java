package org.guichet.flux;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/** Makes findings of what the parser and the validator say. */
final class ParserMessages {
  /** In which they speak: the receipts quote them, and certifiers' people read French. */
  static final Locale LANGUAGE = Locale.FRENCH;

  /** A message quotes the value, which may be as long as a text may be. */
  static final int MAX_LENGTH = 2_000;

  private static final String DOCTYPE_FEATURE =
      "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String LIMIT_PREFIX = "JAXP0001";
  private static final Pattern UNDECLARED_ENTITY =
      Pattern.compile("L'entité \".*\" était référencée, mais pas déclarée\\.", Pattern.DOTALL);

  private ParserMessages() {}

  /**
   * @param value text of the element that it is about, if it is about one
   */
  static Finding schema(
      SAXParseException e, Severity severity, String path, @Nullable String value) {
    String message = text(e);
    SchemaExplanation explanation = SchemaExplanation.of(message, path, value);
    return finding(
        explanation.code(),
        severity,
        e,
        path,
        explanation.value(),
        explanation.argumentsBehind(shortened(message)));
  }

  static Finding fatal(SAXParseException e, String path) {
    return finding(fatalCode(text(e)), Severity.FILE, e, path, null, List.of(shortened(text(e))));
  }

  private static FindingCode fatalCode(String message) {
    if (message.contains(DOCTYPE_FEATURE) || UNDECLARED_ENTITY.matcher(message).matches()) {
      return FindingCode.DOCTYPE;
    }
    return message.contains(LIMIT_PREFIX) ? FindingCode.PARSER_LIMIT : FindingCode.MALFORMED;
  }

  private static Finding finding(
      FindingCode code,
      Severity severity,
      SAXParseException e,
      String path,
      @Nullable String value,
      List<String> arguments) {
    return new Finding(
        code,
        severity,
        Math.max(0, e.getLineNumber()),
        Math.max(0, e.getColumnNumber()),
        path,
        value,
        arguments);
  }

  private static String text(SAXParseException e) {
    String message = e.getMessage();
    return message == null ? "" : message;
  }

  private static String shortened(String message) {
    if (message.length() <= MAX_LENGTH) {
      return message;
    }
    int more = message.length() - MAX_LENGTH;
    return message.substring(0, MAX_LENGTH) + " […] (" + more + " caractères de plus)";
  }
}
