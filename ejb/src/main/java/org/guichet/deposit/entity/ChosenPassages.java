package org.guichet.deposit.entity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Passages that go into another file, in the order of their own. They are asked for by parts: of a
 * file of millions they are never all in memory.
 */
@FunctionalInterface
public interface ChosenPassages {
  /** As many as are asked for at once. */
  int PART = 5_000;

  /**
   * The next ones.
   *
   * @param position behind which they stand in the file; 0 for the first
   * @return {@value #PART} or a few; none when there are no more
   */
  List<ChosenPassage> after(int position);

  /** Takes one passage. */
  @FunctionalInterface
  interface Taking {
    void take(ChosenPassage passage) throws IOException;
  }

  /** All of them, one after the other. */
  default void each(Taking taking) throws IOException {
    List<ChosenPassage> part = after(0);
    while (!part.isEmpty()) {
      for (ChosenPassage passage : part) {
        taking.take(passage);
      }
      part = after(last(part));
    }
  }

  /** Those of them that are wanted. */
  default ChosenPassages only(Predicate<ChosenPassage> wanted) {
    return position -> {
      List<ChosenPassage> part = after(position);
      List<ChosenPassage> found = part.stream().filter(wanted).toList();
      while (found.isEmpty() && !part.isEmpty()) {
        part = after(last(part));
        found = part.stream().filter(wanted).toList();
      }
      return found;
    };
  }

  /**
   * These and others, in the order of the file.
   *
   * @param others few; none of them is among these
   */
  default ChosenPassages with(List<ChosenPassage> others) {
    return position -> {
      List<ChosenPassage> part = new ArrayList<>(after(position));
      int last = part.isEmpty() ? Integer.MAX_VALUE : last(part);
      others.stream()
          .filter(one -> one.position() > position && one.position() <= last)
          .forEach(part::add);
      part.sort(Comparator.comparingInt(ChosenPassage::position));
      return part;
    };
  }

  private static int last(List<ChosenPassage> part) {
    return part.get(part.size() - 1).position();
  }
}
