package org.guichet.flux;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file on their way to the parser, which knows no byte offsets: notes where passages
 * start and end. Stops before one tag, comment or text gets so long that a parser which gathers it
 * would eat the memory. Closing it leaves the file open.
 */
class PassageLocator extends FilterInputStream {
  /** The longest tag, comment, instruction or text that is read, in bytes. */
  static final int MAX_PIECE = 1 << 20;

  final MarkupLexer lexer;
  private final boolean utf8;
  private final int unitSize;
  private final boolean bigEndian;
  private int half = -1; // first byte of a two-byte unit whose second one isn't there yet
  private @Nullable IOException failure;

  /**
   * @param in the file behind its byte order mark
   */
  PassageLocator(InputStream in, Encoding encoding) {
    this(in, encoding, MarkupLexer.NOBODY);
  }

  PassageLocator(InputStream in, Encoding encoding, MarkupLexer.Tags tags) {
    super(in);
    this.utf8 = encoding.isUtf8();
    this.unitSize = encoding.unitSize();
    this.bigEndian = encoding.bigEndian();
    this.lexer = new MarkupLexer(Paths.PASSAGE_NAME, unitSize, encoding.markLength(), tags);
  }

  /**
   * What was cut out of the bytes where the parser now meets an instruction.
   *
   * @return null when the instruction comes from the file
   */
  @Nullable Cut claim(String target, String data) {
    return null;
  }

  /** Whether everything that was cut has been claimed. */
  boolean allClaimed() {
    return true;
  }

  /** The line on which the start tag of the outermost element ends; 0 while it hasn't ended. */
  int rootLine() {
    return lexer.rootLine();
  }

  /** The column behind that start tag; 0 where columns aren't counted, in other encodings. */
  int rootColumn() {
    return utf8 ? lexer.rootColumn() : 0;
  }

  /** The next passage that has ended, in the order of the ends; each is given once. */
  @Nullable ByteRange poll() {
    return lexer.poll();
  }

  /**
   * Throws what reading the file itself threw, which a parser may have taken for a bad document.
   */
  void rethrowFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    limitPiece();
    int count;
    try {
      count = readFile(bytes, offset, length);
    } catch (IOException e) {
      throw failed(e);
    }
    if (unitSize == 1) {
      for (int i = offset; i < offset + count; i++) {
        lexer.step(bytes[i] & 0xFF);
      }
    } else {
      for (int i = offset; i < offset + count; i++) {
        halfUnit(bytes[i] & 0xFF);
      }
    }
    return count;
  }

  /** To be asked before each read. */
  void limitPiece() throws PieceTooLong {
    if (lexer.pieceLength() > MAX_PIECE) {
      throw new PieceTooLong();
    }
  }

  int readFile(byte[] bytes, int offset, int length) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the reading thread is interrupted");
    }
    return in.read(bytes, offset, length);
  }

  /** Notes that the parser is told of a failure now. */
  IOException failed(IOException e) {
    failure = e;
    return e;
  }

  private void halfUnit(int b) {
    if (half < 0) {
      half = b;
    } else {
      lexer.step(bigEndian ? half << 8 | b : b << 8 | half);
      half = -1;
    }
  }

  @Override
  public long skip(long count) {
    return 0; // every byte counts
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {
    // The file belongs to the caller.
  }

  /** One piece of markup or text is longer than anything that is read here. */
  static final class PieceTooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
