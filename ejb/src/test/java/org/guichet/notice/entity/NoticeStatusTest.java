package org.guichet.notice.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeStatusTest {
  @Test
  void everyStatusIsReachableAndTheEndsAreTheKnownOnes() {
    assertThat(NoticeStatus.LIFECYCLE.unreachable()).isEmpty();
    assertThat(NoticeStatus.LIFECYCLE.ends()).as("a sent one may bounce").isEmpty();
    assertThat(NoticeStatus.values())
        .filteredOn(NoticeStatus::failed)
        .containsExactly(NoticeStatus.REFUSED, NoticeStatus.BOUNCED, NoticeStatus.GIVEN_UP)
        .allMatch(failed -> NoticeStatus.LIFECYCLE.allows(failed, NoticeStatus.WAITING));
  }
}
