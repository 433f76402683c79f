package org.guichet.flux;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Spares the parser the passages that are proven valid: it finds an instruction in their stead, and
 * whoever meets that claims the passages. A valid child less in a list, which isn't its first one,
 * changes nothing for the rest of a document.
 */
final class PassageCutter extends PassageLocator {
  /** So many bytes of the file are read at once. */
  static final int BLOCK = 1 << 16;

  /** A passage that is longer is left to the parser. */
  private static final int MAX_PASSAGE = 1 << 16;

  private static final int NAME_BYTES = 16;

  private final int block;
  private final byte[] buffer;
  private final ListWatch watch;
  private final Queue<Cut> cuts = new ArrayDeque<>();
  private final String name = randomName();

  private int next; // of the bytes in the buffer
  private int limit;
  private boolean ended;
  private @Nullable IOException postponed;
  private long refused = -1; // offset in the file of the last passage that wasn't cut
  private byte[] instruction = {};
  private int instructionNext;
  private int cutsMade;
  private @Nullable PassageAcceptor acceptor;

  /**
   * @param in the file behind its byte order mark, in UTF-8 and XML 1.0
   * @param block so many bytes of it are read at once
   */
  PassageCutter(InputStream in, Encoding encoding, int block) {
    this(in, encoding, block, new ListWatch());
  }

  private PassageCutter(InputStream in, Encoding encoding, int block, ListWatch watch) {
    super(in, encoding, watch);
    this.watch = watch;
    this.block = block;
    this.buffer = new byte[block + MAX_PASSAGE + PassageAcceptor.SLACK];
  }

  private static String randomName() {
    byte[] random = new byte[NAME_BYTES];
    new SecureRandom().nextBytes(random);
    return "g" + HexFormat.of().formatHex(random);
  }

  @Override
  @Nullable Cut claim(String target, String data) {
    if (!target.equals(name)) {
      return null;
    }
    Cut cut = Objects.requireNonNull(cuts.poll());
    if (!data.equals(String.valueOf(cut.number()))) {
      throw new IllegalStateException("cut " + cut.number() + " is missing");
    }
    return cut;
  }

  @Override
  boolean allClaimed() {
    return cuts.isEmpty();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    limitPiece();
    if (length == 0) {
      return 0;
    }
    for (; ; ) {
      int count = instructionNext < instruction.length ? handInstruction(bytes, offset, length) : 0;
      count = count == 0 ? handOn(bytes, offset, length) : count;
      if (count > 0) {
        return count;
      }
      if (next == limit) {
        if (!fill()) {
          return -1;
        }
      } else {
        cut();
      }
    }
  }

  private int handInstruction(byte[] bytes, int offset, int length) {
    int count = Math.min(length, instruction.length - instructionNext);
    System.arraycopy(instruction, instructionNext, bytes, offset, count);
    instructionNext += count;
    return count;
  }

  /** Hands on what comes before the next start tag of something that may be cut. */
  private int handOn(byte[] bytes, int offset, int length) {
    int until = Math.min(limit, next + length);
    int at = next;
    while (at < until && !(buffer[at] == '<' && mayCut())) {
      lexer.step(buffer[at] & 0xFF);
      at++;
    }
    int count = at - next;
    System.arraycopy(buffer, next, bytes, offset, count);
    next = at;
    return count;
  }

  private boolean mayCut() {
    return watch.inList() && lexer.inText() && lexer.position() != refused;
  }

  /** Cuts as many passages as follow each other; when there is none, lets one pass. */
  private void cut() throws IOException {
    PassageAcceptor passages = acceptor();
    List<Cut.Proven> proven = new ArrayList<>();
    passages.begin(buffer, next, limit, lexer.line(), lexer.column());
    long position = lexer.position() - next;
    int end = next;
    int endLine = 0;
    int endColumn = 0;
    int last = next;
    boolean markup = true;
    while (markup) {
      int start = passages.index();
      int line = passages.line();
      last = passages.passage();
      if (last - start > MAX_PASSAGE) {
        last = PassageAcceptor.REFUSED;
      }
      if (last < 0) {
        if (last == PassageAcceptor.REFUSED) {
          refused = position + start;
        }
        break;
      }
      proven.add(
          new Cut.Proven(passages.fields(), new ByteRange(position + start, last - start, line)));
      end = last;
      endLine = passages.line();
      endColumn = passages.column();
      markup = passages.nextMarkup();
    }
    if (!proven.isEmpty()) {
      lexer.pass(end - next, endLine, endColumn);
      next = end;
      cutsMade++;
      cuts.add(new Cut(cutsMade, proven, endLine, endColumn));
      instruction = ("<?" + name + " " + cutsMade + "?>").getBytes(US_ASCII);
      instructionNext = 0;
    } else if (last == PassageAcceptor.MORE && (limit - next >= MAX_PASSAGE || !fill())) {
      refused = lexer.position();
    }
  }

  private PassageAcceptor acceptor() {
    if (acceptor == null) {
      acceptor = new PassageAcceptor(Objects.requireNonNull(watch.prefix()));
    }
    return acceptor;
  }

  /**
   * Gets a block more of the file; a failure waits until all before it has been handed on.
   *
   * @return false when there is no more
   */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, next, buffer, 0, limit - next);
    limit -= next;
    next = 0;
    int before = limit;
    int until = Math.min(limit + block, buffer.length - PassageAcceptor.SLACK);
    while (limit < until && !ended && postponed == null) {
      try {
        int count = readFile(buffer, limit, until - limit);
        ended = count < 0;
        limit += Math.max(0, count);
      } catch (IOException e) {
        postponed = e;
      }
    }
    if (limit == 0 && postponed != null) {
      throw failed(postponed);
    }
    return limit > before;
  }
}
