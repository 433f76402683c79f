package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.notice.NoticeSamples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  @Test
  void waitsEverLongerAndGivesUpAfterThreeDays() {
    List<Duration> waits = new ArrayList<>();
    Instant now = NOON;
    Optional<Instant> next = RetrySchedule.next(1, NOON, now);
    while (next.isPresent()) {
      waits.add(Duration.between(now, next.get()));
      now = next.get();
      next = RetrySchedule.next(waits.size() + 1, NOON, now);
    }
    assertThat(waits.get(0)).isEqualTo(Duration.ofMinutes(1));
    assertThat(waits.subList(0, waits.size() - 1)).isSorted();
    assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofHours(6)) <= 0);
    assertThat(now).isEqualTo(NOON.plus(Duration.ofDays(3)));
    assertThat(waits).hasSizeBetween(15, 25);
  }
}
