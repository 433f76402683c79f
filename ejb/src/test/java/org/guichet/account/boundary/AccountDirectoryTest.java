package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountQuery;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AccountDirectoryTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private AccountDesk desk;
  private AccountView lea;
  private AccountView omar;
  private Caller admin;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    OrganisationView alice = desk.organisation("AAAAAAAA");
    lea = desk.member("Léa", "Martin", alice, "BP-ADMIN");
    omar = desk.member("Omar", "Roy_1", desk.organisation("BBBBBBBB"), "DEPOT");
    admin = desk.caller(lea, alice.id());
  }

  private List<String> found(String text, Optional<AccountState> state) {
    Page<AccountView> page =
        desk.in(
            () ->
                desk.directory()
                    .search(OPERATOR, new AccountQuery(text, state, new PageRequest(0, 10))));
    assertThat(page.total()).isEqualTo(page.rows().size());
    return page.rows().stream().map(AccountView::login).toList();
  }

  @Test
  void findsPeopleOfAllOrganisationsByNameLoginOrAddress() {
    assertThat(found("", Optional.empty())).containsExactly(lea.login(), omar.login());
    assertThat(found("MARTIN lea", Optional.empty())).containsExactly(lea.login());
    assertThat(found("léa mart", Optional.empty())).containsExactly(lea.login());
    assertThat(found("léa roy", Optional.empty())).isEmpty();
    assertThat(found(omar.email().toUpperCase(Locale.ROOT), Optional.empty()))
        .containsExactly(omar.login());
    assertThat(found("%", Optional.empty())).isEmpty();
    assertThat(found("", Optional.of(AccountState.DISABLED))).isEmpty();
  }

  @Test
  void disablesAnAccountAndLetsItInAgain() {
    assertThat(
            desk.<Optional<AccountMistake>>in(() -> desk.directory().disable(OPERATOR, omar.id())))
        .isEmpty();
    assertThat(found("", Optional.of(AccountState.DISABLED))).containsExactly(omar.login());
    desk.in(
        () -> {
          desk.directory().enable(OPERATOR, omar.id());
          return "";
        });
    assertThat(found("", Optional.of(AccountState.ACTIVE))).contains(omar.login());
  }

  @Test
  void leavesTheLastAdministratorOfAnOrganisation() {
    Optional<AccountMistake> against = desk.in(() -> desk.directory().disable(OPERATOR, lea.id()));
    assertThat(against).map(AccountMistake::code).contains(Code.LAST_ADMINISTRATOR);
    assertThat(found("", Optional.of(AccountState.DISABLED))).isEmpty();
  }

  @Test
  void isForNobodyWhoDoesNotRunThePortal() {
    for (Callable<?> work :
        List.<Callable<?>>of(
            () ->
                desk.directory()
                    .search(admin, new AccountQuery("", Optional.empty(), new PageRequest(0, 10))),
            () -> desk.directory().login(admin, lea.id()),
            () -> desk.directory().disable(admin, omar.id()),
            () -> {
              desk.directory().enable(admin, omar.id());
              return "";
            })) {
      assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> desk.in(work));
    }
  }
}
