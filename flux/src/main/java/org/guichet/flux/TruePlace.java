package org.guichet.flux;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;

/**
 * Where the parser is in the file, although passages were cut out of what it reads, and although it
 * miscounts in some places before the first element: it counts lines and columns, and this adds
 * what it doesn't count.
 */
final class TruePlace implements Locator {
  private final Locator parser;
  private int linesMissed;
  private int line; // as the parser counts, on which it last stood where the place is known
  private int columnsMissed; // on that line

  TruePlace(Locator parser) {
    this.parser = parser;
  }

  /** The parser stands at a place that is known. */
  void standsAt(int trueLine, int trueColumn) {
    line = parser.getLineNumber();
    linesMissed = trueLine - line;
    columnsMissed = trueColumn - parser.getColumnNumber();
  }

  /** What the parser says, with the place in the file. */
  SAXParseException inFile(SAXParseException e) {
    return new SAXParseException(
        e.getMessage(),
        e.getPublicId(),
        e.getSystemId(),
        line(e.getLineNumber()),
        column(e.getLineNumber(), e.getColumnNumber()));
  }

  @Override
  public int getLineNumber() {
    return line(parser.getLineNumber());
  }

  @Override
  public int getColumnNumber() {
    return column(parser.getLineNumber(), parser.getColumnNumber());
  }

  private int line(int parsed) {
    return parsed + linesMissed;
  }

  private int column(int parsedLine, int parsed) {
    return parsedLine == line ? parsed + columnsMissed : parsed;
  }

  @Override
  public @Nullable String getPublicId() {
    return parser.getPublicId();
  }

  @Override
  public @Nullable String getSystemId() {
    return parser.getSystemId();
  }
}
