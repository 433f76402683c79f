package org.guichet.roster.control.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlockTextTest {
  private static BitSet rows(int... rows) {
    BitSet set = new BitSet();
    for (int row : rows) {
      set.set(row);
    }
    return set;
  }

  private static BitSet having(String terms, String term, int first) {
    BitSet found = new BitSet();
    BlockText.having(terms, term, first, found);
    return found;
  }

  private static BitSet holding(List<String> names, BitSet candidates, String... words) {
    BitSet found = new BitSet();
    BlockText.holding(BlockText.names(names), words, 0, candidates, found);
    return found;
  }

  @Test
  void writesRowsThatFollowEachOtherAsOne() {
    Map<String, BitSet> rows = new TreeMap<>();
    rows.put("CE1 A", rows(0, 1, 2, 5));
    rows.put("CE1 B", rows(3, 4));

    assertThat(BlockText.terms(rows)).isEqualTo("\nCE1 A\t0-2,5\nCE1 B\t3-4");
  }

  @Test
  void readsWhatWasWrittenRowByRow() {
    String terms = "\nA\t0,1,2,17\nB\t3";

    assertThat(having(terms, "A", 1000)).isEqualTo(rows(1000, 1001, 1002, 1017));
    assertThat(having(terms, "B", 0)).isEqualTo(rows(3));
  }

  @Test
  void takesNoPartOfATermForIt() {
    String terms = "\nCE1 A\t0\nCE1 AB\t1\nXCE1 A\t2";

    assertThat(having(terms, "CE1 A", 0)).isEqualTo(rows(0));
    assertThat(having(terms, "CE1", 0)).isEqualTo(rows());
    assertThat(having("", "CE1", 0)).isEqualTo(rows());
    assertThat(BlockText.terms(terms)).containsExactly("CE1 A", "CE1 AB", "XCE1 A");
    assertThat(BlockText.terms("")).isEmpty();
  }

  @Test
  void findsTheRowsOfEachTermAgain() {
    Random random = new Random(8);
    for (int round = 0; round < 200; round++) {
      Map<String, BitSet> rows = new TreeMap<>();
      int labels = 1 + random.nextInt(5);
      for (int row = 0; row < 60; row++) {
        rows.computeIfAbsent("C" + random.nextInt(labels), label -> new BitSet()).set(row);
      }
      String terms = BlockText.terms(rows);
      rows.forEach(
          (label, expected) -> assertThat(having(terms, label, 0)).as(terms).isEqualTo(expected));
      assertThat(BlockText.terms(terms)).containsExactlyElementsOf(rows.keySet());
    }
  }

  @Test
  void findsTheNamesThatHoldAllWords() {
    Random random = new Random(9);
    for (int round = 0; round < 500; round++) {
      List<String> names = new ArrayList<>();
      BitSet candidates = new BitSet();
      for (int row = 0; row < 40; row++) {
        names.add(letters(random, random.nextInt(6)));
        candidates.set(row, random.nextInt(4) > 0);
      }
      String[] words =
          Stream.generate(() -> letters(random, 1 + random.nextInt(2)))
              .limit(1 + random.nextInt(3))
              .toArray(String[]::new);
      BitSet expected = new BitSet();
      for (int row = 0; row < names.size(); row++) {
        String name = names.get(row);
        expected.set(row, candidates.get(row) && Stream.of(words).allMatch(name::contains));
      }

      assertThat(holding(names, candidates, words))
          .as("%s in %s", words, names)
          .isEqualTo(expected);
    }
  }

  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('A' + random.nextInt(3)));
    }
    return text.toString();
  }

  @Test
  void forgetsNamesAndNoRow() {
    String names = BlockText.names(List.of("MARTIN LEA", "ROY LUC", "PETIT ZOE"));

    String without = BlockText.without(names, rows(1, 7));

    assertThat(without).isEqualTo("MARTIN LEA\n\nPETIT ZOE");
    assertThat(BlockText.without(without, rows(0, 2))).isEqualTo("\n\n");
  }
}
