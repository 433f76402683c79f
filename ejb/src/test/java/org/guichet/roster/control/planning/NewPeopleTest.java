package org.guichet.roster.control.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.guichet.roster.entity.RowRef;
import org.junit.jupiter.api.Test;

class NewPeopleTest {
  private final UUID plan = new UUID(0, 7);
  private final NewPeople people = new NewPeople(plan);

  @Test
  void areTheSameEachTimeAndOthersInAnotherPlan() {
    RowRef row = new RowRef(2, 17);

    assertThat(people.of(row)).isEqualTo(new NewPeople(plan).of(row));
    assertThat(people.of(row)).isNotEqualTo(new NewPeople(new UUID(0, 8)).of(row));
  }

  @Test
  void standInTheOrderOfTheirLines() {
    List<UUID> ids = LongStream.of(2, 3, 300, 99_999).mapToObj(this::inFirstFile).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat(people.of(new RowRef(1, 2))).isGreaterThan(ids.get(3));
  }

  private UUID inFirstFile(long line) {
    return people.of(new RowRef(0, line));
  }

  @Test
  void areProperIdsOfTheirOwnVersion() {
    UUID id = people.of(new RowRef(4_095, (1L << 34) - 1));

    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void refusesRowsThatNoFileHas() {
    assertThatThrownBy(() -> people.of(new RowRef(4_096, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
