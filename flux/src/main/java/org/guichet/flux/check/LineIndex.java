package org.guichet.flux.check;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Finds lines of a table by a number, of which several may have the same. */
final class LineIndex {
  /** Each: the number in the upper half, the line in the lower one; sorted. */
  private final long[] entries;

  private LineIndex(long[] entries) {
    this.entries = entries;
  }

  /** Tells the lines of this number, in the table's order. */
  void each(int number, IntConsumer lines) {
    any(
        number,
        line -> {
          lines.accept(line);
          return false;
        });
  }

  /** Whether one of the lines of this number is such. */
  boolean any(int number, IntPredicate such) {
    int at = first(number);
    while (at < entries.length && numberAt(at) == number) {
      if (such.test((int) entries[at])) {
        return true;
      }
      at++;
    }
    return false;
  }

  boolean has(int number) {
    int at = first(number);
    return at < entries.length && numberAt(at) == number;
  }

  private int first(int number) {
    int at = Arrays.binarySearch(entries, (long) number << Integer.SIZE);
    return at < 0 ? -at - 1 : at;
  }

  private int numberAt(int at) {
    return (int) (entries[at] >> Integer.SIZE);
  }

  /** Gathers what an index is to hold. */
  static final class Builder {
    private long[] entries = new long[1 << 10];
    private int size;

    void add(int number, int line) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      entries[size++] = ((long) number << Integer.SIZE) | line;
    }

    LineIndex index() {
      long[] sorted = Arrays.copyOf(entries, size);
      Arrays.sort(sorted);
      return new LineIndex(sorted);
    }
  }
}
