package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;
import static org.guichet.account.boundary.AccountDesk.VISITOR;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.FoundPerson;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A certifier that mandates one depositor of two; names of organisations begin with Institut. */
class FindingTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private AccountDesk desk;
  private OrganisationView certifier;
  private OrganisationView mandated;
  private AccountView lea;
  private AccountView omar;
  private Caller administrator;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    certifier = desk.certifier("AAAAAAAA", "C-1");
    mandated = desk.organisation("BBBBBBBB");
    OrganisationView other = desk.organisation("CCCCCCCC");
    desk.in(
        () ->
            desk.organisations
                .mandates()
                .add(
                    OPERATOR,
                    certifier.matricule(),
                    mandated.matricule(),
                    LocalDate.of(2026, 1, 1),
                    Optional.empty()));
    lea = desk.member("Léa", "Martin", certifier, "BP-ADMIN");
    omar = desk.member("Omar", "Martin", other, "BP-ADMIN");
    administrator = desk.caller(lea, certifier.id());
  }

  private List<String> organisations(Caller caller, String text) {
    return desk.in(() -> desk.finding().organisations(caller, text, 5)).rows().stream()
        .map(view -> view.matricule().value())
        .toList();
  }

  private Page<FoundPerson> people(Caller caller, String text) {
    return desk.in(() -> desk.finding().people(caller, text, 5));
  }

  @Test
  void findsTheOwnOrganisationAndThoseItMandates() {
    assertThat(organisations(administrator, "aaaa")).containsExactly("AAAAAAAA");
    assertThat(organisations(administrator, "bbbb")).containsExactly("BBBBBBBB");
    assertThat(organisations(administrator, "cccc")).isEmpty();
    assertThat(organisations(administrator, certifier.name().substring(2)))
        .contains("AAAAAAAA")
        .doesNotContain("CCCCCCCC");
    assertThat(organisations(administrator, " ")).isEmpty();
  }

  @Test
  void findsOnlyTheOwnOrganisationForWhoeverDoesntLookAfterItsPeople() {
    Caller user = desk.caller(desk.member("Ana", "Pires", certifier, "DEPOT"), certifier.id());
    assertThat(organisations(user, "aaaa")).containsExactly("AAAAAAAA");
    assertThat(organisations(user, "bbbb")).isEmpty();
    assertThat(people(user, "martin").total()).isZero();
  }

  @Test
  void findsThePeopleOfOnesOwnOrganisationsAndNamesIt() {
    Page<FoundPerson> found = people(administrator, "martin");
    assertThat(found.total()).isEqualTo(1);
    assertThat(found.rows().get(0).login()).isEqualTo(lea.login());
    assertThat(found.rows().get(0).matricule()).contains(certifier.matricule());
    assertThat(people(administrator, "  ").total()).isZero();
  }

  @Test
  void findsEverybodyForWhoeverRunsThePortal() {
    Caller operator = desk.caller(desk.operator("Ida", "Nguyen"), certifier.id());
    assertThat(people(operator, "martin").rows())
        .extracting(FoundPerson::login)
        .containsExactlyInAnyOrder(lea.login(), omar.login());
    assertThat(people(operator, "martin").rows()).allMatch(p -> p.matricule().isEmpty());
    assertThat(organisations(operator, "cccc")).containsExactly("CCCCCCCC");
  }

  @Test
  void isNothingForWhoeverHasntSignedIn() {
    assertThatThrownBy(() -> people(VISITOR, "martin")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> organisations(VISITOR, "a")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> desk.in(() -> desk.news().seenUntil(VISITOR)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void remembersUpToWhenWhatIsNewWasSeenAndNeverForgetsOrForesees() {
    Instant made = clock.instant();
    assertThat(seen()).isEqualTo(made);
    clock.advance(Duration.ofDays(3));
    see(made.plusSeconds(60));
    assertThat(seen()).isEqualTo(made.plusSeconds(60));
    see(made.plusSeconds(30));
    assertThat(seen()).isEqualTo(made.plusSeconds(60));
    see(clock.instant().plusSeconds(3_600));
    assertThat(seen()).isEqualTo(clock.instant());
  }

  private Instant seen() {
    return desk.in(() -> desk.news().seenUntil(administrator));
  }

  private void see(Instant until) {
    desk.in(
        () -> {
          desk.news().see(administrator, until);
          return true;
        });
  }
}
