package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.account.boundary.AccountDesk.VISITOR;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.ServiceUse;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OwnRightsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private AccountDesk desk;
  private OrganisationView alice;
  private Caller lea;
  private Caller omar;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, FakeClock.at("2026-11-22T12:00:00Z"), new CountingIds(), data);
    alice = desk.organisation("AAAAAAAA");
    AccountView administrator = desk.member("Léa", "Martin", alice, "BP-ADMIN");
    AccountView user = desk.member("Omar", "Roy", alice, "DEPOT", "ACCUSES");
    lea = desk.caller(administrator, alice.id());
    omar = desk.caller(user, alice.id());
  }

  private Optional<Code> leave(Caller caller, OrganisationId organisation) {
    Optional<AccountMistake> against = desk.in(() -> desk.ownRights().leave(caller, organisation));
    return against.map(AccountMistake::code);
  }

  private List<ServiceUse> services(Caller caller) {
    return desk.in(() -> desk.ownRights().services(caller));
  }

  @Test
  void namesWhatSomebodyMayUseAndWithinWhichOrganisation() {
    assertThat(services(omar))
        .singleElement()
        .satisfies(
            service -> {
              assertThat(service.code()).isEqualTo("DEPOTS");
              assertThat(service.organisation()).contains(alice.id());
              assertThat(service.rights())
                  .extracting(ServiceUse.NamedRight::code)
                  .containsExactly("DEPOT", "ACCUSES");
            });
  }

  @Test
  void letsSomebodyLeaveWhoCanThenUseNothingThere() {
    assertThat(leave(omar, alice.id())).isEmpty();
    assertThat(services(omar)).isEmpty();
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> leave(omar, alice.id()));
  }

  @Test
  void keepsTheLastAdministrator() {
    assertThat(leave(lea, alice.id())).contains(Code.LAST_ADMINISTRATOR);
    assertThat(services(lea)).isNotEmpty();
  }

  @Test
  void isForPeopleOnly() {
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> services(VISITOR));
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> leave(VISITOR, alice.id()));
  }
}
