package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.MemberView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Accounts of an organisation that chose three months, where the deployment says thirteen. */
class AccountLifeTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant END = Instant.parse("2027-02-22T12:00:00Z");

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at(BEGIN);
  private AccountDesk desk;
  private OrganisationView strict;
  private OrganisationView patient;
  private AccountView lea;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    strict = desk.organisation("AAAAAAAA");
    patient = desk.organisation("BBBBBBBB");
    lea = desk.member("Léa", "Martin", strict, "BP-ADMIN");
  }

  private void choose(int months) {
    choose(Optional.of(months));
  }

  private void choose(Optional<Integer> months) {
    desk.in(() -> desk.organisations.accountTerms().choose(OPERATOR, strict.matricule(), months));
  }

  private boolean usable(AccountView account) {
    return desk.in(() -> desk.ledger().usable(desk.ledger().require(account.id())));
  }

  private Instant end(AccountView account) {
    return desk.in(() -> desk.ledger().view(desk.ledger().require(account.id()))).expiresAt();
  }

  @Test
  void endsAccountsThatWereThereToTheInstant() {
    assertThat(end(lea)).isEqualTo(Instant.parse("2027-12-22T12:00:00Z"));
    choose(3);
    assertThat(end(lea)).isEqualTo(END);
    clock.set(END.minusNanos(1_000));
    assertThat(usable(lea)).isTrue();
    clock.set(END);
    assertThat(usable(lea)).isFalse();
    choose(Optional.empty());
    assertThat(usable(lea)).isTrue();
  }

  @Test
  void endsAccountsThatAreMadeLater() {
    choose(3);
    clock.advance(Duration.ofDays(10));
    AccountView omar = desk.member("Omar", "Roy", strict, "DEPOT");
    Instant end = Instant.parse("2027-03-02T12:00:00Z");
    clock.set(end.minusNanos(1_000));
    assertThat(usable(omar)).isTrue();
    clock.set(end);
    assertThat(usable(omar)).isFalse();
  }

  @Test
  void takesAwayWhatAnOpenSessionMayDo() {
    choose(3);
    Caller caller = desk.caller(lea, strict.id());
    Instant end = end(lea);
    clock.set(end.minusNanos(1_000));
    assertThat(allowed(caller)).isTrue();
    clock.set(end);
    assertThat(allowed(caller)).isFalse();
  }

  private boolean allowed(Caller caller) {
    return desk.in(() -> desk.permissions.allows(caller, Permission.MEMBER_VIEW, strict.id()));
  }

  @Test
  void lastsAsLongAsTheMostPatientOrganisationSays() {
    choose(3);
    desk.join(lea, patient, "DEPOT");
    clock.set(END);
    assertThat(usable(lea)).isTrue();
    assertThat(usable(desk.member("Ana", "Pires", patient, "DEPOT"))).isTrue();
  }

  @Test
  void showsThemAsExpiredInTheirTable() {
    choose(3);
    clock.set(END);
    MemberQuery expired =
        new MemberQuery(
            "",
            Optional.of(MemberQuery.Standing.EXPIRED),
            Optional.empty(),
            Optional.empty(),
            MemberQuery.Sort.NAME,
            false,
            new PageRequest(0, 10));
    List<MemberView> rows =
        desk.in(() -> desk.members().list(OPERATOR, strict.id(), expired)).rows();
    assertThat(rows).extracting(row -> row.account().login()).containsExactly(lea.login());
    assertThat(rows).allMatch(row -> row.account().expired());
  }

  @Test
  void remindsThemInTime() {
    choose(3);
    clock.set(END.minus(Duration.ofDays(31)));
    assertThat(reminded()).isZero();
    clock.set(END.minus(Duration.ofDays(29)));
    assertThat(reminded()).isEqualTo(1);
    assertThat(reminded()).isZero();
    assertThat(desk.mails.sent()).containsExactly("account.expiry " + lea.email());
    assertThat(desk.mails.last().arguments()).containsEntry("date", "22 février 2027");
  }

  @Test
  void remindsNobodyAtOnceWhereAccountsLastAMonthAndNobodyWhoseOtherOrganisationIsPatient() {
    choose(1);
    AccountView omar = desk.member("Omar", "Roy", strict, "DEPOT");
    desk.join(omar, patient, "DEPOT");
    assertThat(reminded()).isZero();
    clock.advance(Duration.ofDays(24));
    assertThat(reminded()).isEqualTo(1);
  }

  private int reminded() {
    return desk.in(() -> desk.sweep().remind(OPERATOR));
  }
}
