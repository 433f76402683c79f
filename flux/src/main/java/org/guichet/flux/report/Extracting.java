package org.guichet.flux.report;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import java.util.TreeMap;
import org.guichet.flux.Outline;
import org.jspecify.annotations.Nullable;

/** Copies a file without most of its passages; told which stay, in the order of the file. */
final class Extracting {
  private static final int BUFFER = 1 << 16;

  /** Longer than idFlux and horodatage can be with the namespaces that they may declare. */
  private static final int MAX_REPLACED = 1 << 16;

  private final SeekableByteChannel file;
  private final OutputStream out;
  private final Outline outline;
  private final Charset charset;
  private final TreeMap<Long, Replacement> replacements = new TreeMap<>();
  private long copied; // what stands before is written or left out
  private int next; // section that isn't begun
  private Outline.@Nullable Span open; // passages of the section that is begun

  private record Replacement(long end, String by) {}

  /** A passage isn't where it should be. */
  static final class Misplaced extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean known;

    Misplaced(boolean known) {
      super("There is no passage at this place");
      this.known = known;
    }

    /** Whether a place was given at all. */
    boolean known() {
      return known;
    }
  }

  Extracting(SeekableByteChannel file, OutputStream out, Outline outline) {
    this.file = file;
    this.out = out;
    this.outline = outline;
    this.charset = outline.charset();
  }

  /** Gives an element of text another one. */
  void replace(Outline.Span element, String text) throws IOException {
    replace(element, text, "");
  }

  /**
   * Gives an element of text another one, and puts an element of another name behind it.
   *
   * @param next its local name; empty for none
   */
  void replace(Outline.Span element, String text, String next, String nextText) throws IOException {
    String old = read(element.start(), element.end() - element.start());
    String name = old.substring(old.lastIndexOf("</") + 2, old.lastIndexOf('>')).strip();
    String prefix = name.substring(0, name.indexOf(':') + 1);
    String tag = prefix + next + ">";
    replace(element, text, "\n  <" + tag + escaped(nextText) + "</" + tag);
  }

  private void replace(Outline.Span element, String text, String behind) throws IOException {
    String old = read(element.start(), Math.min(MAX_REPLACED, element.end() - element.start()));
    int close = old.lastIndexOf("</");
    if (close < 0) {
      throw new Misplaced(true);
    }
    String by = old.substring(0, endOfTag(old)) + escaped(text) + old.substring(close) + behind;
    replacements.put(element.start(), new Replacement(element.end(), by));
  }

  /** Keeps a passage. */
  void passage(long offset, long length) throws IOException {
    passage(offset, length, null);
  }

  /**
   * Keeps a passage, or what it has become.
   *
   * @param instead its XML; null: as it stands
   */
  void passage(long offset, long length, @Nullable String instead) throws IOException {
    if (offset < 0 || length < 0) {
      throw new Misplaced(false);
    }
    long end = offset + length;
    if (open == null || offset >= open.end()) {
      enter(offset);
    }
    if (open == null || offset < copied || end > open.end() || end <= offset) {
      throw new Misplaced(true);
    }
    if (!read(offset, Math.min(length, "<".getBytes(charset).length)).equals("<")) {
      throw new Misplaced(true);
    }
    copied = offset;
    if (instead == null) {
      copy(end);
    } else {
      out.write(encodable(instead).getBytes(charset));
      copied = end;
    }
    out.write("\n".getBytes(charset));
  }

  /** Writes what comes behind the last passage. */
  void end() throws IOException {
    leave();
    skipSections(Long.MAX_VALUE);
    copy(file.size());
    out.flush();
  }

  private void enter(long offset) throws IOException {
    leave();
    skipSections(offset);
    if (next == outline.certifications().size()) {
      throw new Misplaced(true);
    }
    Outline.Section section = outline.certifications().get(next++);
    open = section.passages();
    if (open == null || offset < open.start()) {
      throw new Misplaced(true);
    }
    copy(open.start());
  }

  private void leave() {
    if (open != null) {
      copied = open.end();
      open = null;
    }
  }

  /** Leaves out the certifications that end before a place. */
  private void skipSections(long offset) throws IOException {
    while (next < outline.certifications().size()
        && outline.certifications().get(next).whole().end() <= offset) {
      Outline.Section section = outline.certifications().get(next++);
      copy(section.whole().start());
      copied = section.whole().end();
    }
  }

  private void copy(long to) throws IOException {
    for (Map.Entry<Long, Replacement> entry :
        replacements.subMap(copied, Math.max(copied, to)).entrySet()) {
      copyAsIs(entry.getKey());
      out.write(entry.getValue().by().getBytes(charset));
      copied = entry.getValue().end();
    }
    copyAsIs(to);
  }

  private void copyAsIs(long to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    file.position(copied);
    while (copied < to) {
      buffer.clear().limit((int) Math.min(BUFFER, to - copied));
      int count = file.read(buffer);
      if (count < 0) {
        throw new EOFException("The file is shorter than it was");
      }
      out.write(buffer.array(), 0, count);
      copied += count;
    }
  }

  private String read(long start, long length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) length);
    file.position(start);
    while (buffer.hasRemaining()) {
      if (file.read(buffer) < 0) {
        throw new Misplaced(true);
      }
    }
    return new String(buffer.array(), charset);
  }

  /** Behind the bracket that ends a start tag; one in quotes doesn't. */
  private static int endOfTag(String element) {
    char quote = 0;
    for (int i = 0; i < element.length(); i++) {
      char c = element.charAt(i);
      if (quote == 0 && c == '>') {
        return i + 1;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return element.length();
  }

  /** With references for what the encoding hasn't. */
  private String encodable(String xml) {
    CharsetEncoder encoder = charset.newEncoder();
    if (encoder.canEncode(xml)) {
      return xml;
    }
    StringBuilder written = new StringBuilder();
    xml.codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              written.append(encoder.canEncode(character) ? character : "&#" + c + ";");
            });
    return written.toString();
  }

  /** With references for what is markup, or what the encoding hasn't. */
  private String escaped(String text) {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              if (c == '<' || c == '&' || c == '>' || c == '\r' || !encoder.canEncode(character)) {
                escaped.append("&#").append(c).append(';');
              } else {
                escaped.append(character);
              }
            });
    return escaped.toString();
  }
}
