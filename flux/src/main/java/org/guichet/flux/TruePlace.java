package org.guichet.flux;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;

/**
 * Where the parser is in the file, although passages were cut out of what it reads: it counts lines
 * and columns of the rest, and this adds what was cut.
 */
final class TruePlace implements Locator {
  private final Locator parser;
  private int linesCut;
  private int line; // of the rest, on which the last cut was
  private int columnsCut; // on that line

  TruePlace(Locator parser) {
    this.parser = parser;
  }

  /** The parser stands behind a cut, which ended there in the file. */
  void endOfCut(int trueLine, int trueColumn) {
    line = parser.getLineNumber();
    linesCut = trueLine - line;
    columnsCut = trueColumn - parser.getColumnNumber();
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
    return parsed + linesCut;
  }

  private int column(int parsedLine, int parsed) {
    return parsedLine == line ? parsed + columnsCut : parsed;
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
