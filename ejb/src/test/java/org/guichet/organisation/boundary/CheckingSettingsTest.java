package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.audit.entity.AuditView;
import org.guichet.flux.register.HolderRegister;
import org.guichet.flux.register.InMemoryHolderRegister;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.CheckingChoice;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.IdentityCheck;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.organisation.entity.RegisterCoverage;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckingSettingsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Caller VISITOR = Caller.visitor("192.0.2.7");
  private static final CheckingChoice WANTED =
      new CheckingChoice(CheckingMode.BY_PASSAGE, IdentityCheck.BLOCK);

  private final OrganisationDesk desk =
      OrganisationDesk.on(DATABASE, FakeClock.at(OrganisationSamples.NOON), new CountingIds());
  private OrganisationView school;

  @BeforeEach
  void aCertifier() {
    school = DATABASE.inTransaction(() -> desk.certifier("AAAAAAAA", "C-1"));
  }

  private CheckingChoice chosen() {
    return DATABASE.inTransaction(() -> desk.checking().view(OPERATOR, school.id()));
  }

  private boolean choose() {
    return DATABASE.inTransaction(
        () -> desk.checking().change(OPERATOR, school.matricule(), WANTED));
  }

  @Test
  void isStrictAndLooksNobodyUpUntilSomebodyChoosesOtherwise() {
    assertThat(chosen()).isEqualTo(new CheckingChoice(CheckingMode.STRICT, IdentityCheck.OFF));
    assertThat(choose()).isTrue();
    assertThat(choose()).isFalse();
    assertThat(chosen()).isEqualTo(WANTED);
    assertThat(DATABASE.inTransaction(() -> desk.find("AAAAAAAA")).mode())
        .isEqualTo(CheckingMode.BY_PASSAGE);
  }

  @Test
  void writesDownWhatWasAndWhatIs() {
    choose();
    AuditView written =
        DATABASE.inTransaction(() -> desk.audit().written()).stream()
            .filter(view -> view.action().equals("SETTINGS_CHANGED"))
            .findFirst()
            .orElseThrow();
    assertThat(written.values().before()).containsEntry("identityCheck", "OFF");
    assertThat(written.values().after()).containsEntry("checkingMode", "BY_PASSAGE");
  }

  @Test
  void isNothingForWhoeverHasNoRight() {
    CheckingSettings checking = desk.checking();
    DATABASE.inTransaction(
        () -> {
          assertThatThrownBy(() -> checking.view(VISITOR, school.id()))
              .isInstanceOf(RefusedException.class);
          assertThatThrownBy(() -> checking.change(VISITOR, school.matricule(), WANTED))
              .isInstanceOf(RefusedException.class);
        });
  }

  @Test
  void findsARegisterWhereOneIsKept() {
    RegisterCoverage coverage = new RegisterCoverage(3, Instant.EPOCH);
    HolderRegister people = new InMemoryHolderRegister(List.of());
    PeopleRegister kept =
        new PeopleRegister() {
          @Override
          public Optional<RegisterCoverage> coverage(OrganisationId certifier) {
            return certifier.equals(school.id()) ? Optional.of(coverage) : Optional.empty();
          }

          @Override
          public Optional<HolderRegister> of(OrganisationId certifier) {
            return Optional.of(people);
          }
        };
    PeopleRegisters none = PeopleRegisters.of(desk.permissions(), List.of());
    PeopleRegisters one = PeopleRegisters.of(desk.permissions(), List.of(kept));
    assertThat(none.coverage(OPERATOR, school.id())).isEmpty();
    assertThat(one.coverage(OPERATOR, school.id())).contains(coverage);
    assertThat(none.find(OPERATOR, school.id())).isEmpty();
    assertThat(one.find(OPERATOR, school.id())).containsSame(people);
    assertThatThrownBy(() -> one.find(VISITOR, school.id())).isInstanceOf(RefusedException.class);
  }
}
