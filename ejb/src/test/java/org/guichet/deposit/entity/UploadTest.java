package org.guichet.deposit.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.ALICES;
import static org.guichet.deposit.DropSamples.NOON;
import static org.guichet.deposit.DropSamples.id;

import java.time.Instant;
import org.guichet.lifecycle.IllegalMoveException;
import org.guichet.platform.entity.Channel;
import org.junit.jupiter.api.Test;

class UploadTest {
  private static final Instant LATER = NOON.plusSeconds(90);

  private final Upload upload =
      Upload.begin(
          id(1), ALICE, ALICES, DropFolder.REAL, Channel.SFTP, "a.part", "node/run-1", NOON);

  @Test
  void waitsUnderItsNameWhenItsClientClosedIt() {
    upload.setAside(LATER);

    assertThat(upload.state()).isEqualTo(UploadState.WAITING);
    assertThat(upload.view().startedAt()).isEqualTo(NOON);
    assertThat(upload.view().changedAt()).isEqualTo(LATER);
  }

  @Test
  void isGoneOnWithByAnotherSessionWhetherItWaitsOrWasCutShort() {
    upload.breakOff(LATER);
    upload.resume("node/run-2", LATER);
    assertThat(upload.state()).isEqualTo(UploadState.OPEN);

    upload.setAside(LATER);
    upload.resume("node/run-2", LATER);
    assertThat(upload.state()).isEqualTo(UploadState.OPEN);
  }

  @Test
  void isWrittenByOneSessionAtATime() {
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> upload.resume("node/run-2", LATER));
  }

  @Test
  void showsItsOwnerWhetherItIsBeingWrittenOrWasCutShort() {
    assertThat(upload.view().view(5))
        .extracting(PartialFile::open, PartialFile::broken, PartialFile::size)
        .containsExactly(true, false, 5L);
    upload.breakOff(LATER);
    assertThat(upload.view().view(5))
        .extracting(PartialFile::open, PartialFile::broken)
        .containsExactly(false, true);
  }

  @Test
  void everyStateIsReachableAndNoneIsForEver() {
    assertThat(UploadState.LIFECYCLE.unreachable()).isEmpty();
    assertThat(UploadState.LIFECYCLE.ends()).isEmpty();
  }
}
