package org.guichet.flux;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Proves passages valid by their bytes, and collects their values. What it takes, a parser and a
 * validator would take without a word. What it doesn't take may be valid all the same: entities,
 * comments, attributes, blanks where hardly anybody writes them are left to the parser.
 */
final class PassageAcceptor {
  /** The bytes don't make a passage that can be proven valid. */
  static final int REFUSED = -1;

  /** The bytes so far may be the start of such a passage. */
  static final int MORE = -2;

  /** So many bytes behind those to read must exist in the array; they are written to. */
  static final int SLACK = 2;

  /** The longest blank between two passages that are cut together. */
  private static final int MAX_BLANK = 1024;

  /** After so many passages with markup of their own, only one of so many is looked at for it. */
  private static final int PATIENCE = 32;

  private static final byte[] NIL = {
    ' ', 'x', 's', 'i', ':', 'n', 'i', 'l', '=', '"', 't', 'r', 'u', 'e', '"'
  };

  private final ProvenElement passage;
  private final ProvenText text = new ProvenText();
  private final KnownMarkup markup = new KnownMarkup();
  private final int[] seen = new int[SchemaCompiler.MAX_DEPTH]; // children of the open elements
  private int depth;
  private boolean learning;
  private int strange; // passages in a row that had markup of their own
  private int turn;

  private byte[] bytes = {};
  private int at;
  private int end;
  private boolean cutShort;
  private int line;
  private int lineStart; // an index: the column of a byte is its distance from here
  private Fields fields = new Fields();

  /**
   * @param prefix of the elements' names, with its colon; may be empty
   */
  PassageAcceptor(String prefix) {
    ElementRule rule = Objects.requireNonNull(SchemaTables.flux().element(Paths.PASSAGE));
    this.passage = ProvenElement.of(rule, prefix);
  }

  /**
   * Starts at a place in a file.
   *
   * @param atLine line of the first byte, from 1
   * @param atColumn column of the first byte, from 1, in UTF-16 units
   */
  void begin(byte[] array, int from, int to, int atLine, int atColumn) {
    bytes = array;
    at = from;
    end = to;
    line = atLine;
    lineStart = from - atColumn;
    array[to] = 0; // no byte of a passage: every search ends there
    array[to + 1] = 0;
  }

  /**
   * Reads a passage from where the last one ended.
   *
   * @return the index behind it, {@link #REFUSED} or {@link #MORE}; then the place is lost
   */
  int passage() {
    cutShort = false;
    learning = strange < PATIENCE || turn++ % PATIENCE == 0;
    if (learning && known()) {
      strange = 0;
      return at;
    }
    if (!cutShort && unknown()) {
      strange++;
      return at;
    }
    return cutShort || at >= end ? MORE : REFUSED;
  }

  /** Goes over blanks to the next piece of markup; false when there is none there. */
  boolean nextMarkup() {
    int from = at;
    return blanks() && bytes[at] == '<' && at - from <= MAX_BLANK;
  }

  /** The values of the last passage. */
  Fields fields() {
    return fields;
  }

  int index() {
    return at;
  }

  int line() {
    return line;
  }

  int column() {
    return at - lineStart;
  }

  /** A passage with markup as before; when it isn't one, the place is what it was. */
  private boolean known() {
    int from = at;
    int fromLine = line;
    int fromLineStart = lineStart;
    fields = new Fields();
    KnownMarkup.Stop stop = markup.start();
    KnownMarkup.Way way = stop.way(bytes, at, end);
    while (way != null) {
      go(way);
      stop = way.to;
      ProvenElement element = stop.element();
      if (element == null) {
        return true;
      }
      way = value(element) ? stop.way(bytes, at, end) : null;
    }
    cutShort = at >= end || stop.starts(bytes, at, end);
    at = from;
    line = fromLine;
    lineStart = fromLineStart;
    return false;
  }

  private void go(KnownMarkup.Way way) {
    for (int i = 0; i < way.marks.size(); i++) {
      KnownMarkup.Mark mark = way.marks.get(i);
      int start = mark.lines() == 0 ? lineStart : at + mark.lineStart();
      fields.put(
          Objects.requireNonNull(mark.field()),
          null,
          line + mark.lines(),
          at + mark.index() - start);
    }
    KnownMarkup.Mark last = way.end;
    lineStart = last.lines() == 0 ? lineStart : at + last.lineStart();
    line += last.lines();
    at += last.index();
  }

  /** A passage with other markup, which is known from then on. */
  private boolean unknown() {
    fields = new Fields();
    depth = 0;
    learning &= markup.learns();
    markup.begin(at, line);
    if (!startsWith(passage.open) || !element(passage)) {
      return false;
    }
    if (learning) {
      markup.end(bytes, at, line, lineStart);
    }
    return true;
  }

  /** From behind its name in the start tag to behind its end tag. */
  private boolean element(ProvenElement element) {
    if (bytes[at] != '>') {
      return unusualStart(element);
    }
    at++;
    return content(element);
  }

  /** A start tag with an attribute, a blank or a slash. */
  private boolean unusualStart(ProvenElement element) {
    boolean nil = element.nillable && bytes[at] == ' ' && bytes[at + 1] == 'x';
    if (nil && !literal(NIL)) {
      return false;
    }
    while (bytes[at] == ' ') {
      at++;
    }
    boolean empty = bytes[at] == '/';
    if (empty) {
      at++;
    }
    if (bytes[at] != '>') {
      return false;
    }
    at++;
    if (nil) {
      meet(element.field);
      return empty || literal(element.close);
    }
    if (!empty) {
      return content(element);
    }
    meet(element.field);
    return element.value == null && element.mayBeEmpty();
  }

  private boolean content(ProvenElement element) {
    return element.value == null ? children(element) : simple(element);
  }

  private boolean children(ProvenElement parent) {
    meet(parent.field);
    ProvenElement[] children = parent.children;
    int met = 0;
    int expected = 0;
    while (blanks() && bytes[at] == '<') {
      if (bytes[at + 1] == '/') {
        return parent.mayEndWith(met) && literal(parent.close);
      }
      int index = find(children, expected);
      if (index < 0 || !parent.mayFollow(met, 1 << index)) {
        return false;
      }
      seen[depth++] = met;
      if (!element(children[index])) {
        return false;
      }
      depth--;
      met |= 1 << index;
      expected = parent.repeating ? index : index + 1;
    }
    return false;
  }

  /** Whose start tag stands here; most files keep to the order of the schema. */
  private int find(ProvenElement[] children, int expected) {
    for (int i = expected; i < children.length; i++) {
      if (startsWith(children[i].open)) {
        return i;
      }
    }
    for (int i = 0; i < expected && i < children.length; i++) {
      if (startsWith(children[i].open)) {
        return i;
      }
    }
    return -1;
  }

  private boolean simple(ProvenElement element) {
    if (learning) {
      IntBuffer around = IntBuffer.wrap(Arrays.copyOf(seen, depth));
      markup.reach(element, around, bytes, at, line, lineStart);
    }
    if (!value(element)) {
      return false;
    }
    if (learning) {
      markup.leave(at, line);
    }
    return literal(element.close);
  }

  /** Up to an end tag. */
  private boolean value(ProvenElement element) {
    int startLine = line;
    int startColumn = column();
    int from = at;
    boolean proven = text.read(bytes, at);
    at = text.end();
    if (!proven || !Objects.requireNonNull(element.value).proves(bytes, from, text)) {
      return false;
    }
    line += text.lines();
    lineStart = text.lines() == 0 ? lineStart + text.extraBytes() : text.lastLine();
    Field field = element.field;
    if (field != null) {
      boolean fits = text.bytes() > 0 && text.units() <= field.maxLength();
      fields.put(field, fits ? text.in(bytes) : null, startLine, startColumn);
    }
    return true;
  }

  /** An element that has no value. */
  private void meet(@Nullable Field field) {
    if (field != null) {
      if (learning) {
        markup.mark(field, at, line, lineStart);
      }
      fields.put(field, null, line, column());
    }
  }

  /** Goes over blanks; false at a line end that parsers rewrite in their own ways. */
  private boolean blanks() {
    int i = at;
    for (; ; ) {
      byte b = bytes[i];
      if (b == '\n') {
        line++;
        lineStart = i;
      } else if (b == '\r') {
        if (bytes[i + 1] != '\n') {
          at = i + 1;
          return false;
        }
      } else if (b != ' ' && b != '\t') {
        at = i;
        return true;
      }
      i++;
    }
  }

  /** Whether a start tag with this name stands here; if so, goes behind the name. */
  private boolean startsWith(byte[] open) {
    int to = at + open.length;
    if (to >= end) {
      cutShort = true;
      return false;
    }
    byte next = bytes[to];
    if ((next != '>' && next != ' ' && next != '/')
        || !Arrays.equals(bytes, at, to, open, 0, open.length)) {
      return false;
    }
    at = to;
    return true;
  }

  private boolean literal(byte[] expected) {
    int to = at + expected.length;
    cutShort |= to > end;
    if (to > end || !Arrays.equals(bytes, at, to, expected, 0, expected.length)) {
      return false;
    }
    at = to;
    return true;
  }
}
