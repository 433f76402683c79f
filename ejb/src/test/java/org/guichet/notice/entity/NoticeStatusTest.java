package org.guichet.notice.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeStatusTest {
  @Test
  void everyStatusIsReachableAndTheEndsAreTheKnownOnes() {
    assertThat(NoticeStatus.LIFECYCLE.unreachable()).isEmpty();
    assertThat(NoticeStatus.LIFECYCLE.ends())
        .containsExactlyInAnyOrder(NoticeStatus.SENT, NoticeStatus.GIVEN_UP);
  }
}
