package org.guichet.organisation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.organisation.OrganisationSamples.NOON;
import static org.guichet.organisation.OrganisationSamples.depositor;
import static org.guichet.organisation.OrganisationSamples.organisation;

import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.entity.SftpSession;
import org.guichet.organisation.entity.SftpSessionView;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.testing.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. */
interface SftpSessionsContract {
  OrganisationId ALICE = new OrganisationId(new UUID(1, 1));
  OrganisationId BOB = new OrganisationId(new UUID(1, 2));
  KeyId KEY = new KeyId(new UUID(4, 1));

  SftpSessions sessions();

  Organisations organisations();

  Units units();

  @BeforeEach
  default void twoOrganisations() {
    units()
        .run(
            () -> {
              organisations().add(organisation(1, depositor("AAAAAAAA")));
              organisations().add(organisation(2, depositor("BBBBBBBB")));
            });
  }

  private static UUID id(long n) {
    return new UUID(7, n);
  }

  private void open(long n, OrganisationId of, Optional<KeyId> key, String run) {
    units()
        .run(
            () ->
                sessions()
                    .add(
                        SftpSession.open(
                            id(n), of, key, "poste " + n, "192.0.2.7", NOON.plusSeconds(n), run)));
  }

  @Test
  default void bringsBackAllThatWasKept() {
    open(1, ALICE, Optional.of(KEY), "node1/a");
    open(2, ALICE, Optional.empty(), "node1/a");
    units()
        .run(
            () ->
                assertThat(sessions().find(id(1)).orElseThrow().end(NOON.plusSeconds(9))).isTrue());
    units()
        .run(
            () -> {
              assertThat(sessions().find(id(1)).orElseThrow().key()).contains(KEY);
              assertThat(sessions().find(id(1)).orElseThrow().end(NOON)).isFalse();
              assertThat(sessions().of(ALICE))
                  .extracting(SftpSession::view)
                  .containsExactly(
                      new SftpSessionView(
                          id(2), "poste 2", true, "192.0.2.7", NOON.plusSeconds(2), false),
                      new SftpSessionView(
                          id(1), "poste 1", false, "192.0.2.7", NOON.plusSeconds(1), true));
              assertThat(sessions().of(BOB)).isEmpty();
            });
  }

  @Test
  default void forgetsOneThatIsOverAndThoseOfEarlierRunsOfTheSameServer() {
    open(1, ALICE, Optional.of(KEY), "node1/a");
    open(2, BOB, Optional.of(KEY), "node1/b");
    open(3, BOB, Optional.of(KEY), "node10/a");
    units().run(() -> assertThat(sessions().removeEarlierRuns("node1", "node1/b")).isEqualTo(1));
    units().run(() -> sessions().remove(id(2)));
    units().run(() -> sessions().remove(id(9)));
    units()
        .run(
            () -> {
              assertThat(sessions().of(ALICE)).isEmpty();
              assertThat(sessions().of(BOB))
                  .extracting(SftpSession::run)
                  .containsExactly("node10/a");
            });
  }
}
