package org.guichet.flux;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Follows the markup of a file unit by unit, just as far as to tell where elements of one local
 * name start and end, and how long the current piece of markup or text is. A unit is a byte, or two
 * in UTF-16: all that matters to markup is ASCII, and no encoding read here hides it.
 *
 * <p>Right for well-formed documents without DOCTYPE; for others it says something, and a parser
 * that reads the same bytes stops at their fault.
 */
final class MarkupLexer {
  /** Is told of each tag, if its file is in UTF-8. */
  interface Tags {
    /**
     * A start tag ended.
     *
     * @param tag what stands between its angle brackets, but a slash at its end
     * @param length of it, in bytes; -1 when it is longer than a tag of ours ever is
     * @param empty whether the element ends with it
     */
    void started(byte[] tag, int length, boolean empty);

    /** An end tag ended. */
    void ended();
  }

  /** Where nobody wants to know. */
  static final Tags NOBODY =
      new Tags() {
        @Override
        public void started(byte[] tag, int length, boolean empty) {
          // nobody
        }

        @Override
        public void ended() {
          // nobody
        }
      };

  private static final int MAX_TAG = 2048;

  private enum State {
    TEXT,
    OPENED,
    BANG,
    COMMENT_OPENED,
    COMMENT,
    CDATA,
    INSTRUCTION,
    DECLARATION,
    START_NAME,
    START_TAG,
    QUOTED,
    END_NAME,
    END_TAG
  }

  private final String name;
  private final int unitSize;
  private final Tags tags;
  private final byte[] tag = new byte[MAX_TAG];
  private final Deque<ByteRange> open = new ArrayDeque<>();
  private final Queue<ByteRange> closed = new ArrayDeque<>();

  private State state = State.TEXT;
  private long position;
  private int line = 1;
  private int column = 1; // in UTF-16 units, if the file is in UTF-8
  private boolean afterReturn;
  private int rootLine;
  private int rootColumn;
  private long pieceStart;
  private int pieceLine = 1;
  private int matched; // how much of the name the tag's local name has had so far; -1: another one
  private int run; // how many of the characters that end the piece came last
  private int tagLength;
  private boolean slash;
  private int quote;

  /**
   * @param start offset of the first unit in the file, in bytes
   */
  MarkupLexer(String name, int unitSize, long start, Tags tags) {
    this.name = name;
    this.unitSize = unitSize;
    this.tags = tags;
    this.position = start;
    this.pieceStart = start;
  }

  /** The next element that has ended; in the order of their ends, each given once. */
  @Nullable ByteRange poll() {
    return closed.poll();
  }

  /** Length so far, in bytes, of the tag, comment, text … that isn't over yet. */
  long pieceLength() {
    return position - pieceStart;
  }

  /** Offset of the next unit in the file, in bytes. */
  long position() {
    return position;
  }

  /** The line of the next unit, from 1. */
  int line() {
    return line;
  }

  /** The column of the next unit, from 1. */
  int column() {
    return column;
  }

  /** The line on which the first start tag ended; 0 while none has. */
  int rootLine() {
    return rootLine;
  }

  /** The column behind that tag, if the file is in UTF-8. */
  int rootColumn() {
    return rootColumn;
  }

  /** Whether the next unit stands between tags, comments and the like. */
  boolean inText() {
    return state == State.TEXT;
  }

  /** Whole elements are passed over, without a look at them. */
  void pass(int length, int toLine, int toColumn) {
    position += length;
    pieceStart = position;
    line = toLine;
    column = toColumn;
    afterReturn = false;
  }

  void step(int c) {
    switch (state) {
      case TEXT -> text(c);
      case OPENED -> opened(c);
      case BANG -> bang(c);
      case COMMENT_OPENED -> state = State.COMMENT;
      case COMMENT -> untilRun(c, '-', 2);
      case CDATA -> untilRun(c, ']', 2);
      case INSTRUCTION -> untilRun(c, '?', 1);
      case DECLARATION -> untilRun(c, '>', 0);
      case START_NAME -> startName(c);
      case START_TAG -> startTag(c);
      case QUOTED -> quoted(c);
      case END_NAME -> endName(c);
      case END_TAG -> endTag(c);
    }
    position += unitSize;
    if (c <= '\r') {
      countLine(c);
    } else {
      afterReturn = false;
      column += c < 0x80 ? 1 : c >= 0xF0 ? 2 : c >= 0xC0 ? 1 : 0;
    }
    if (state == State.TEXT && c == '>') {
      pieceStart = position;
    }
  }

  private void countLine(int c) {
    if (c == '\r' || (c == '\n' && !afterReturn)) {
      line++;
    }
    column = c == '\r' || c == '\n' ? 1 : column + 1;
    afterReturn = c == '\r';
  }

  private void text(int c) {
    if (c == '<') {
      state = State.OPENED;
      pieceStart = position;
      pieceLine = line;
    }
  }

  private void opened(int c) {
    matched = 0;
    slash = false;
    run = 0;
    tagLength = 0;
    switch (c) {
      case '/' -> state = State.END_NAME;
      case '?' -> state = State.INSTRUCTION;
      case '!' -> state = State.BANG;
      default -> {
        state = State.START_NAME;
        startName(c);
      }
    }
  }

  private void bang(int c) {
    state =
        switch (c) {
          case '-' -> State.COMMENT_OPENED;
          case '[' -> State.CDATA;
          case '>' -> State.TEXT;
          default -> State.DECLARATION;
        };
  }

  private void untilRun(int c, int ending, int times) {
    if (c == '>' && run >= times) {
      state = State.TEXT;
    } else {
      run = c == ending ? run + 1 : 0;
    }
  }

  private void startName(int c) {
    if (endsName(c)) {
      state = State.START_TAG;
      startTag(c);
    } else {
      gather(c);
      match(c);
    }
  }

  private void startTag(int c) {
    gather(c);
    switch (c) {
      case '"', '\'' -> {
        quote = c;
        state = State.QUOTED;
      }
      case '>' -> {
        state = State.TEXT;
        started();
      }
      default -> slash = c == '/';
    }
  }

  private void quoted(int c) {
    gather(c);
    if (c == quote) {
      state = State.START_TAG;
      slash = false;
    }
  }

  private void endName(int c) {
    if (endsName(c)) {
      state = State.END_TAG;
      endTag(c);
    } else {
      match(c);
    }
  }

  private void endTag(int c) {
    if (c == '>') {
      state = State.TEXT;
      if (matched == name.length()) {
        ended();
      }
      tags.ended();
    }
  }

  private void gather(int c) {
    if (tagLength < MAX_TAG) {
      tag[tagLength] = (byte) c;
      tagLength++;
    }
  }

  private void started() {
    if (rootLine == 0) {
      rootLine = line;
      rootColumn = column + 1;
    }
    int ending = slash ? 2 : 1;
    tags.started(tag, tagLength < MAX_TAG ? tagLength - ending : -1, slash);
    if (matched == name.length()) {
      open.push(new ByteRange(pieceStart, -1, pieceLine));
      if (slash) {
        ended();
      }
    }
  }

  private void ended() {
    ByteRange start = open.poll();
    if (start != null) {
      long end = position + unitSize;
      closed.add(new ByteRange(start.offset(), end - start.offset(), start.line()));
    }
  }

  private static boolean endsName(int c) {
    return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private void match(int c) {
    if (c == ':') {
      matched = 0; // what was before is the prefix
    } else if (matched >= 0) {
      matched = matched < name.length() && name.charAt(matched) == c ? matched + 1 : -1;
    }
  }
}
