package org.guichet.roster.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guichet.account.entity.AccountView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.entity.ImportMoved;
import org.guichet.roster.entity.Profile;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportNewsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;

  private final List<String> heard = new ArrayList<>();
  private ImportDesk desk;
  private ImportNews news;
  private UUID id;

  @BeforeEach
  void begin() {
    desk = new ImportDesk(DATABASE, FakeClock.at("2026-11-23T09:00:00Z"), data);
    news = desk.news();
    id = desk.begin();
  }

  private ImportNews.Watch watch(Caller caller) {
    return desk.in(() -> news.watch(caller, id, () -> heard.add("moved")));
  }

  @Test
  void tellsOfTheImportThatIsWatchedAndOfNoOther() {
    ImportNews.Watch watch = watch(desk.chief);

    news.tell(new ImportMoved(new UUID(9, 9)));
    assertThat(heard).isEmpty();

    news.tell(new ImportMoved(id));
    assertThat(heard).containsExactly("moved");
    assertThat(watch.allowed()).isTrue();

    watch.close();
    news.tell(new ImportMoved(id));
    assertThat(heard).hasSize(1);
    assertThat(news.watching()).isZero();
  }

  @Test
  void showsAnotherOrganisationNotEvenThatThereIsSuchAnImport() {
    OrganisationView other = desk.accounts.organisation("98XYZ765");
    AccountView head = desk.accounts.member("Paul", "Autre", other, "BP-ADMIN", "IMPORT");
    Caller stranger = desk.accounts.caller(head, other.id());

    assertThatThrownBy(() -> watch(stranger)).isInstanceOf(RefusedException.class);
    assertThat(news.watching()).isZero();
  }

  @Test
  void eachPieceOfWorkIsToldOf() {
    desk.add(
        id,
        Profile.PUPIL,
        "eleves.csv",
        "Nom;Prénom;Date de naissance;Classe\nMARTIN;Léa;02/09/2015;CE2 A\n");

    desk.plan(id);
    int planned = desk.moving.fired().size();
    assertThat(planned).as("asked for, claimed, on its way, made").isGreaterThanOrEqualTo(4);

    desk.apply(id, "");
    assertThat(desk.moving.fired()).hasSizeGreaterThan(planned + 2);
    assertThat(desk.moving.fired()).containsOnly(new ImportMoved(id));
  }
}
