package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.guichet.account.boundary.OwnViews.Kept;
import org.guichet.account.entity.SavedView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OwnViewsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final String TABLE = "deposits";

  @TempDir Path data;
  private AccountDesk desk;
  private Caller lea;
  private Caller omar;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, FakeClock.at("2026-11-22T12:00:00Z"), new CountingIds(), data);
    OrganisationView alice = desk.organisation("AAAAAAAA");
    lea = desk.caller(desk.member("Léa", "Martin", alice, "BP-ADMIN"), alice.id());
    omar = desk.caller(desk.member("Omar", "Roy", alice, "DEPOT"), alice.id());
  }

  private Kept keep(Caller caller, String name, String query) {
    return desk.in(() -> desk.views().keep(caller, TABLE, name, query));
  }

  private List<SavedView.Look> list(Caller caller) {
    return desk.in(() -> desk.views().list(caller, TABLE));
  }

  @Test
  void keepsALookUnderItsNameForThatPersonAndTable() {
    assertThat(keep(lea, " Rejets de novembre ", "status=REJECTED&since=2026-11-01&"))
        .isEqualTo(Kept.NEW);
    assertThat(keep(lea, "Essais", "kind=TRIAL&")).isEqualTo(Kept.NEW);

    assertThat(list(lea))
        .extracting(SavedView.Look::name)
        .containsExactly("Essais", "Rejets de novembre");
    assertThat(list(omar)).isEmpty();
    assertThat(desk.in(() -> desk.views().list(lea, "other"))).isEmpty();
  }

  @Test
  void letsANameStandForAnotherLook() {
    keep(lea, "Essais", "kind=TRIAL&");

    assertThat(keep(lea, "Essais", "kind=TRIAL&status=REJECTED&")).isEqualTo(Kept.REPLACED);
    assertThat(list(lea))
        .singleElement()
        .satisfies(view -> assertThat(view.query()).isEqualTo("kind=TRIAL&status=REJECTED&"));
  }

  @Test
  void forgetsNobodyElses() {
    keep(lea, "Essais", "kind=TRIAL&");
    UUID id = list(lea).get(0).id();

    assertThat(desk.in(() -> desk.views().forget(omar, id))).isFalse();
    assertThat(list(lea)).hasSize(1);
    assertThat(desk.in(() -> desk.views().forget(lea, id))).isTrue();
    assertThat(list(lea)).isEmpty();
  }

  @Test
  void refusesNamesThatAreEmptyOrTooLongAndMoreThanAnybodyFindsAgain() {
    assertThat(keep(lea, "  ", "")).isEqualTo(Kept.WRONG_NAME);
    assertThat(keep(lea, "x".repeat(61), "")).isEqualTo(Kept.WRONG_NAME);
    assertThat(keep(lea, "x", "q=" + "y".repeat(999))).isEqualTo(Kept.WRONG_NAME);
    for (int i = 1; i <= OwnViews.MOST; i++) {
      assertThat(keep(lea, "Vue " + i, "")).isEqualTo(Kept.NEW);
    }
    assertThat(keep(lea, "Une de trop", "")).isEqualTo(Kept.TOO_MANY);
    assertThat(keep(lea, "Vue 1", "kind=TRIAL&")).isEqualTo(Kept.REPLACED);
  }

  @Test
  void isForPeopleOnly() {
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> list(AccountDesk.VISITOR));
  }
}
