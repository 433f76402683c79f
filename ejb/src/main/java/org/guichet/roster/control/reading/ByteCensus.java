package org.guichet.roster.control.reading;

import java.io.IOException;
import java.io.InputStream;

/**
 * What bytes a file is made of, counted in one pass: those above ASCII with what stands before and
 * behind them, zeros, control characters, and whether all of it is UTF-8.
 */
final class ByteCensus {
  /** What a neighbour of a byte is. */
  static final int OTHER = 0;

  static final int LOWER = 1;
  static final int UPPER = 2;
  private static final int KINDS = 3;
  private static final int HIGH = 0x80;

  private final int[] high = new int[KINDS * HIGH * KINDS];
  private final Utf8Check utf8 = new Utf8Check();
  private final byte[] head = new byte[8];
  private long size;
  private long zerosAtEven;
  private long zerosAtOdd;
  private long controls;
  private long highBytes;
  private int before = OTHER;
  private int current = -1;

  private ByteCensus() {}

  static ByteCensus of(InputStream bytes) throws IOException {
    ByteCensus census = new ByteCensus();
    byte[] buffer = new byte[1 << 16];
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      for (int i = 0; i < read; i++) {
        census.add(buffer[i] & 0xFF);
      }
    }
    census.settle(OTHER);
    return census;
  }

  private void add(int b) {
    if (size < head.length) {
      head[(int) size] = (byte) b;
    }
    if (b == 0) {
      if (size % 2 == 0) {
        zerosAtEven++;
      } else {
        zerosAtOdd++;
      }
    } else if (b < ' ' && b != '\t' && b != '\r' && b != '\n') {
      controls++;
    }
    size++;
    utf8.add(b);
    int kind = kind(b);
    if (current >= HIGH) {
      settle(kind);
    } else if (current >= 0) {
      before = kind(current);
    }
    current = b;
  }

  /** The byte before is known on both sides now. */
  private void settle(int after) {
    if (current >= HIGH) {
      high[(before * HIGH + current - HIGH) * KINDS + after]++;
      highBytes++;
      before = OTHER;
    }
  }

  private static int kind(int b) {
    if (b >= 'a' && b <= 'z') {
      return LOWER;
    }
    return b >= 'A' && b <= 'Z' ? UPPER : OTHER;
  }

  long size() {
    return size;
  }

  /** The first bytes; zeros behind the end of a shorter file. */
  byte[] head() {
    return head.clone();
  }

  /** How often a byte of 0x80 and above stands between such neighbours. */
  int count(int before, int b, int after) {
    return high[(before * HIGH + b - HIGH) * KINDS + after];
  }

  boolean isAscii() {
    return highBytes == 0;
  }

  boolean isUtf8() {
    return utf8.isValid();
  }

  boolean hasZeros() {
    return zerosAtEven + zerosAtOdd > 0;
  }

  /** Text of mostly Latin letters in 16 bits each has a zero for nearly each of them. */
  boolean isWideWithZerosAtEven() {
    return zerosAtEven > size / 5 && zerosAtOdd < size / 50 + 1;
  }

  boolean isWideWithZerosAtOdd() {
    return zerosAtOdd > size / 5 && zerosAtEven < size / 50 + 1;
  }

  /** Whether there are more control characters than slip into texts. */
  boolean isFullOfControls() {
    return controls > 2 + size / 500;
  }
}
