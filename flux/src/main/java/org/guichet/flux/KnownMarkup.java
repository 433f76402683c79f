package org.guichet.flux;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The markup that stood between the values of passages proven so far. Files are written by
 * programs, so what comes next is nearly always one of a few runs of bytes, and comparing it as a
 * whole spares looking at each tag.
 *
 * <p>What may follow a value depends on its element alone and on which children the elements around
 * it have had. A {@link Stop} stands for that, so a way from one stop to another that was proven
 * once is proven wherever it is met again.
 */
final class KnownMarkup {
  /** Stops and ways; of a file that varies more no more is learned. */
  private static final int MOST_LEARNED = 1024;

  private static final int MOST_WAYS_FROM_ONE_STOP = 8;
  private static final int LONGEST_WAY = 1024;

  private final Stop start = new Stop(null);
  private final Stop end = new Stop(null);

  /** By the element whose value is read, and the children that each element around it has had. */
  private final Map<ProvenElement, Map<IntBuffer, Stop>> stops = new HashMap<>();

  private int learned;
  private Stop from = start;
  private int fromIndex;
  private int fromLine;
  private final List<Mark> marks = new ArrayList<>();

  /** Before a passage, before a value, or behind a passage. */
  static final class Stop {
    private Way[] ways = {};
    private final @Nullable ProvenElement element;

    Stop(@Nullable ProvenElement element) {
      this.element = element;
    }

    /** Whose value is read here; null behind a passage. */
    @Nullable ProvenElement element() {
      return element;
    }

    /** The way whose bytes stand in an array; null when none is known. */
    @Nullable Way way(byte[] bytes, int at, int limit) {
      for (Way way : ways) {
        int to = at + way.bytes.length;
        if (to <= limit && Arrays.equals(bytes, at, to, way.bytes, 0, way.bytes.length)) {
          return way;
        }
      }
      return null;
    }

    private void add(Way way) {
      ways = Arrays.copyOf(ways, ways.length + 1);
      ways[ways.length - 1] = way;
    }

    /** Whether all that is in an array may be the start of a way. */
    boolean starts(byte[] bytes, int at, int limit) {
      int length = limit - at;
      for (Way way : ways) {
        if (way.bytes.length > length && Arrays.equals(bytes, at, limit, way.bytes, 0, length)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Markup from one stop to the next. */
  static final class Way {
    /** Elements on it that are fields without a value. */
    final List<Mark> marks;

    /** Where it ends. */
    final Mark end;

    final Stop to;
    private final byte[] bytes;

    private Way(byte[] bytes, List<Mark> marks, Mark end, Stop to) {
      this.bytes = bytes;
      this.marks = marks;
      this.end = end;
      this.to = to;
    }
  }

  /**
   * A place on a way.
   *
   * @param field null at its end
   * @param index of the byte, from the start of the way
   * @param lines line ends before it on the way
   * @param lineStart from where its column counts, as a distance from the start of the way; only
   *     where {@code lines} isn't 0
   */
  record Mark(@Nullable Field field, int index, int lines, int lineStart) {}

  /** Where every passage starts. */
  Stop start() {
    return start;
  }

  /** Whether more can be learned. */
  boolean learns() {
    return learned < MOST_LEARNED;
  }

  /** A passage starts whose markup is learned. */
  void begin(int index, int line) {
    from = start;
    leave(index, line);
  }

  /** A value ends, and a way starts behind it. */
  void leave(int index, int line) {
    fromIndex = index;
    fromLine = line;
    marks.clear();
  }

  /** A field without a value ends, or starts when it holds elements. */
  void mark(Field field, int index, int line, int lineStart) {
    marks.add(place(field, index, line, lineStart));
  }

  /**
   * A value starts.
   *
   * @param seen the children that each element around it has had, from the outermost on
   */
  void reach(
      ProvenElement element, IntBuffer seen, byte[] bytes, int index, int line, int lineStart) {
    Stop stop =
        stops
            .computeIfAbsent(element, e -> new HashMap<>())
            .computeIfAbsent(seen, s -> stop(element));
    learn(stop, bytes, index, line, lineStart);
  }

  private Stop stop(ProvenElement element) {
    learned++;
    return new Stop(element);
  }

  /** A passage ends. */
  void end(byte[] bytes, int index, int line, int lineStart) {
    learn(end, bytes, index, line, lineStart);
  }

  private void learn(Stop to, byte[] bytes, int index, int line, int lineStart) {
    if (index - fromIndex <= LONGEST_WAY
        && from.ways.length < MOST_WAYS_FROM_ONE_STOP
        && learns()
        && from.way(bytes, fromIndex, index) == null) {
      byte[] way = Arrays.copyOfRange(bytes, fromIndex, index);
      Mark last = place(null, index, line, lineStart);
      learned++;
      from.add(new Way(way, List.copyOf(marks), last, to));
    }
    from = to;
  }

  private Mark place(@Nullable Field field, int index, int line, int lineStart) {
    return new Mark(field, index - fromIndex, line - fromLine, lineStart - fromIndex);
  }
}
