package org.guichet.flux.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** At which line and column some bytes of a file stand, each at the start of a character. */
final class SourceIndex {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final boolean utf8;
  private final int unit;
  private final boolean bigEndian;
  private long[] offsets = new long[64];
  private int[] lines = new int[64];
  private int[] columns = new int[64];
  private int size;
  private int line = 1;
  private int column = 1;
  private boolean afterReturn;

  private SourceIndex(Charset charset) {
    utf8 = charset.equals(StandardCharsets.UTF_8);
    bigEndian = charset.equals(StandardCharsets.UTF_16BE);
    unit = bigEndian || charset.equals(StandardCharsets.UTF_16LE) ? 2 : 1;
  }

  /**
   * Reads a file to its end.
   *
   * @param step how many bytes there are between two places that are remembered, about
   */
  static SourceIndex of(InputStream in, Charset charset, int step) throws IOException {
    SourceIndex index = new SourceIndex(charset);
    byte[] bytes = new byte[step];
    long offset = 0;
    int length = in.readNBytes(bytes, 0, step);
    int first = length == 0 ? 0 : index.markLength(bytes, length);
    index.remember(first);
    while (length > 0) {
      index.read(bytes, first, length, offset);
      offset += length;
      first = 0;
      length = in.readNBytes(bytes, 0, step);
    }
    return index;
  }

  private int markLength(byte[] bytes, int length) {
    if (unit == 2) {
      return length >= 2 && unit(bytes, 0) == BYTE_ORDER_MARK ? 2 : 0;
    }
    return utf8
            && length >= 3
            && (bytes[0] & 0xFF) == 0xEF
            && (bytes[1] & 0xFF) == 0xBB
            && (bytes[2] & 0xFF) == 0xBF
        ? 3
        : 0;
  }

  private void read(byte[] bytes, int from, int to, long offset) {
    boolean due = offset > 0;
    for (int i = from; i + unit <= to; i += unit) {
      int value = unit(bytes, i);
      if (utf8 && (value & 0xC0) == 0x80) {
        continue; // within a character
      }
      if (due && !afterReturn) {
        remember(offset + i);
        due = false;
      }
      step(value);
    }
  }

  private int unit(byte[] bytes, int i) {
    int first = bytes[i] & 0xFF;
    if (unit == 1) {
      return first;
    }
    int second = bytes[i + 1] & 0xFF;
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  private void step(int value) {
    if (value == '\n' && afterReturn) {
      afterReturn = false;
    } else if (value == '\n' || value == '\r') {
      line++;
      column = 1;
      afterReturn = value == '\r';
    } else {
      // Columns count UTF-16 units, as the parser does.
      column += utf8 && value >= 0xF0 ? 2 : 1;
      afterReturn = false;
    }
  }

  private void remember(long offset) {
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
      columns = Arrays.copyOf(columns, size * 2);
    }
    offsets[size] = offset;
    lines[size] = line;
    columns[size] = column;
    size++;
  }

  /** The last remembered place that isn't behind this one; negative when there is none. */
  int before(int wantedLine, int wantedColumn) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      boolean behind =
          lines[middle] > wantedLine
              || (lines[middle] == wantedLine && columns[middle] > wantedColumn);
      if (behind) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return high;
  }

  long offset(int place) {
    return offsets[place];
  }

  int line(int place) {
    return lines[place];
  }

  int column(int place) {
    return columns[place];
  }
}
