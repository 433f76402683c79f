package org.guichet.deposit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChosenPassagesTest {
  /** Twelve passages, by three. */
  private static final ChosenPassages TWELVE =
      position ->
          IntStream.rangeClosed(position + 1, Math.min(position + 3, 12))
              .mapToObj(ChosenPassagesTest::passage)
              .toList();

  private static final ChosenPassages NONE = position -> List.of();

  @Test
  void tellsAllInTheirOrder() throws IOException {
    assertThat(told(TWELVE)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(told(NONE)).isEmpty();
  }

  @Test
  void passesOverPartsInWhichNoneIsWanted() throws IOException {
    assertThat(told(TWELVE.only(one -> one.position() % 6 == 0))).containsExactly(6, 12);
    assertThat(told(TWELVE.only(one -> one.position() == 1))).containsExactly(1);
    assertThat(told(TWELVE.only(one -> false))).isEmpty();
  }

  @Test
  void putsOthersWhereTheyBelong() throws IOException {
    ChosenPassages even = TWELVE.only(one -> one.position() % 2 == 0);

    assertThat(told(even.with(List.of(passage(1), passage(5), passage(7), passage(13)))))
        .containsExactly(1, 2, 4, 5, 6, 7, 8, 10, 12, 13);
    assertThat(told(NONE.with(List.of(passage(2), passage(9))))).containsExactly(2, 9);
  }

  private static List<Integer> told(ChosenPassages passages) throws IOException {
    List<Integer> told = new ArrayList<>();
    passages.each(passage -> told.add(passage.position()));
    return told;
  }

  private static ChosenPassage passage(int position) {
    return new ChosenPassage(position, Optional.empty(), 0, 1, Map.of(), Optional.empty());
  }
}
