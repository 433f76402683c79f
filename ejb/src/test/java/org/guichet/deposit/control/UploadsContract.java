package org.guichet.deposit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.ALICES;
import static org.guichet.deposit.DropSamples.BOB;
import static org.guichet.deposit.DropSamples.NOON;
import static org.guichet.deposit.DropSamples.id;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.Upload;
import org.guichet.deposit.entity.UploadState;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.testing.Units;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. Alice and Bob are there already. */
interface UploadsContract {
  Uploads uploads();

  Units units();

  private void add(long n, OrganisationId organisation, DropFolder kind, String name) {
    add(n, organisation, kind, name, "node/run-1");
  }

  private void add(long n, OrganisationId organisation, DropFolder kind, String name, String boot) {
    units()
        .run(
            () ->
                uploads()
                    .add(
                        Upload.begin(
                            id(n), organisation, ALICES, kind, Channel.SFTP, name, boot, NOON)));
  }

  private void change(long n, Consumer<Upload> change) {
    units().run(() -> change.accept(uploads().find(id(n)).orElseThrow()));
  }

  @Test
  default void bringsBackAllThatWasKept() {
    add(1, ALICE, DropFolder.TRIAL, "été.xml.part");
    change(1, upload -> upload.breakOff(NOON.plusSeconds(5)));

    Upload found = uploads().find(id(1)).orElseThrow();
    assertThat(found.view().name()).isEqualTo("été.xml.part");
    assertThat(found.view().folder()).isEqualTo(DropFolder.TRIAL);
    assertThat(found.view().startedAt()).isEqualTo(NOON);
    assertThat(found.view().changedAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(found.state()).isEqualTo(UploadState.BROKEN);
  }

  @Test
  default void findsAnUploadByItsOwnersNameForIt() {
    add(1, ALICE, DropFolder.REAL, "a.part");
    add(2, ALICE, DropFolder.TRIAL, "a.part");
    add(3, BOB, DropFolder.REAL, "a.part");

    assertThat(uploads().find(ALICE, DropFolder.REAL, "a.part")).map(Upload::id).contains(id(1));
    assertThat(uploads().find(ALICE, DropFolder.TRIAL, "a.part")).map(Upload::id).contains(id(2));
    assertThat(uploads().find(BOB, DropFolder.TRIAL, "a.part")).isEmpty();
    assertThat(uploads().find(ALICE, DropFolder.REAL, "A.part")).isEmpty();
  }

  @Test
  default void takesANameOnceForEachOwnerAndKind() {
    add(1, ALICE, DropFolder.REAL, "a.part");

    assertThatThrownBy(() -> add(2, ALICE, DropFolder.REAL, "a.part")).isNotNull();
  }

  @Test
  default void freesTheNameOfWhatIsRemovedAtOnce() {
    add(1, ALICE, DropFolder.REAL, "a.part");
    add(2, ALICE, DropFolder.REAL, "b.part");

    units()
        .run(
            () -> {
              uploads().remove(uploads().find(id(1)).orElseThrow());
              uploads().find(id(2)).orElseThrow().rename("a.part", NOON);
            });

    assertThat(uploads().of(ALICE, DropFolder.REAL)).extracting(Upload::id).containsExactly(id(2));
  }

  @Test
  default void listsByName() {
    add(1, ALICE, DropFolder.REAL, "c");
    add(2, ALICE, DropFolder.REAL, "a");
    add(3, ALICE, DropFolder.REAL, "b");
    add(4, BOB, DropFolder.REAL, "d");

    assertThat(uploads().of(ALICE, DropFolder.REAL))
        .extracting(upload -> upload.view().name())
        .containsExactly("a", "b", "c");
  }

  @Test
  default void findsWhatSessionsOfEarlierRunsOfThisServerLeftOpen() {
    add(1, ALICE, DropFolder.REAL, "a", "node/run-1");
    add(2, ALICE, DropFolder.REAL, "b", "node/run-2");
    add(3, ALICE, DropFolder.REAL, "c", "other/run-1");
    add(4, ALICE, DropFolder.REAL, "d", "node/run-1");
    change(4, upload -> upload.setAside(NOON));

    assertThat(uploads().openInEarlierRuns("node", "node/run-2"))
        .extracting(Upload::id)
        .containsExactly(id(1));
  }

  @Test
  default void findsWhatNobodyWritesAndNobodyTouchedForAWhile() {
    add(1, ALICE, DropFolder.REAL, "a");
    add(2, ALICE, DropFolder.REAL, "b");
    add(3, ALICE, DropFolder.REAL, "c");
    add(4, ALICE, DropFolder.REAL, "d");
    change(2, upload -> upload.setAside(NOON.plusSeconds(2)));
    change(3, upload -> upload.breakOff(NOON.plusSeconds(1)));
    change(4, upload -> upload.setAside(NOON.plusSeconds(9)));

    assertThat(uploads().untouchedSince(NOON.plus(Duration.ofSeconds(9))))
        .extracting(Upload::id)
        .containsExactly(id(3), id(2));
  }

  @Test
  default void listsWhatIsUnfinishedTheLastTouchedFirst() {
    add(1, ALICE, DropFolder.REAL, "a");
    add(2, ALICE, DropFolder.REAL, "b");
    add(3, BOB, DropFolder.TRIAL, "c");
    add(4, ALICE, DropFolder.TRIAL, "d");
    change(2, upload -> upload.setAside(NOON.plusSeconds(1)));
    change(3, upload -> upload.breakOff(NOON.plusSeconds(2)));
    change(4, upload -> upload.breakOff(NOON.plusSeconds(3)));

    assertThat(uploads().unfinished(Optional.empty(), 10))
        .extracting(Upload::id)
        .containsExactly(id(4), id(3), id(2));
    assertThat(uploads().unfinished(Optional.empty(), 1))
        .extracting(Upload::id)
        .containsExactly(id(4));
    assertThat(uploads().unfinished(Optional.of(ALICE), 10))
        .extracting(Upload::id)
        .containsExactly(id(4), id(2));
  }
}
