package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;

class DepositRightsTest {
  private static final Instant NOON = OrganisationSamples.NOON;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Caller CHECKING = Caller.system("checking");

  private final FakeClock clock = FakeClock.at(NOON);
  private final OrganisationDesk desk = OrganisationDesk.inMemory(clock, new CountingIds());
  private final OrganisationView certifier = desk.certifier("AAAAAAAA", "C-1");
  private final OrganisationView depositor = desk.depositor("BBBBBBBB");

  private String judge(
      OrganisationView dropper, String issuer, String certifier, String contract, Instant at) {
    DepositRight right =
        desk.rights().judge(CHECKING, dropper.id(), issuer, certifier, contract, at);
    assertThat(OrganisationTexts.in(Locale.FRENCH).of(right).isEmpty()).isEqualTo(right.rightful());
    return right.rightful() ? "rightful" : right.refusal() + "" + right.arguments();
  }

  private String judge(OrganisationView dropper) {
    return judge(dropper, dropper.matricule().value(), "AAAAAAAA", "C-1", clock.instant());
  }

  private void mandate(LocalDate from, LocalDate... until) {
    desk.mandates()
        .add(
            OPERATOR,
            certifier.matricule(),
            depositor.matricule(),
            from,
            until.length == 0 ? Optional.empty() : Optional.of(until[0]));
  }

  @Test
  void aCertifierDepositsForItselfUnderItsOwnContractWithoutAMandate() {
    assertThat(judge(certifier)).isEqualTo("rightful");
    assertThat(judge(depositor, "BBBBBBBB", "BBBBBBBB", "C-1", NOON))
        .isEqualTo("WRONG_CONTRACT[C-1, BBBBBBBB]");
  }

  @Test
  void aDepositorNeedsAMandateOfTheCertifier() {
    assertThat(judge(depositor)).isEqualTo("NO_MANDATE[AAAAAAAA, BBBBBBBB]");
    mandate(TODAY);
    assertThat(judge(depositor)).isEqualTo("rightful");
  }

  @Test
  void looksAtReasonsInTheirOrder() {
    OrganisationView other = desk.depositor("CCCCCCCC");
    assertThat(judge(depositor, "00000000", "11111111", "C-9", NOON))
        .isEqualTo("UNKNOWN_ISSUER[00000000]");
    assertThat(judge(depositor, "CCCCCCCC", "11111111", "C-9", NOON))
        .isEqualTo("ISSUER_IS_NOT_SENDER[CCCCCCCC, BBBBBBBB]");
    assertThat(judge(other, "CCCCCCCC", "11111111", "C-9", NOON))
        .isEqualTo("UNKNOWN_CERTIFIER[11111111]");
    assertThat(judge(other, "CCCCCCCC", "AAAAAAAA", "C-9", NOON))
        .isEqualTo("WRONG_CONTRACT[C-9, AAAAAAAA]");
    desk.register().suspend(OPERATOR, certifier.matricule());
    assertThat(judge(other, "CCCCCCCC", "AAAAAAAA", "C-9", NOON))
        .isEqualTo("CERTIFIER_SUSPENDED[AAAAAAAA]");
    desk.register().suspend(OPERATOR, other.matricule());
    assertThat(judge(other, "CCCCCCCC", "AAAAAAAA", "C-9", NOON))
        .isEqualTo("SENDER_SUSPENDED[CCCCCCCC]");
  }

  @Test
  void namesTheCertifierAlsoWhenItRefuses() {
    DepositRight right =
        desk.rights().judge(CHECKING, depositor.id(), "00000000", "AAAAAAAA", "C-9", NOON);
    assertThat(right.certifier()).contains(certifier);
    assertThat(
            desk.rights()
                .judge(CHECKING, depositor.id(), "00000000", "nonsense", "C-9", NOON)
                .certifier())
        .isEmpty();
  }

  @Test
  void whatHappensAfterADropTakesNothingBack() {
    mandate(TODAY);
    Instant dropped = clock.instant();
    clock.advance(Duration.ofSeconds(1));
    desk.mandates().revoke(OPERATOR, certifier.matricule(), depositor.matricule());
    desk.register().suspend(OPERATOR, depositor.matricule());
    desk.register().suspend(OPERATOR, certifier.matricule());
    assertThat(judge(depositor, "BBBBBBBB", "AAAAAAAA", "C-1", dropped)).isEqualTo("rightful");
    desk.register().resume(OPERATOR, depositor.matricule());
    desk.register().resume(OPERATOR, certifier.matricule());
    assertThat(judge(depositor))
        .isEqualTo("MANDATE_NOT_IN_FORCE[AAAAAAAA, BBBBBBBB, 2026-11-21, 2026-11-21]");
  }

  @Test
  void whatIsGrantedAfterADropDoesNotMakeItRightful() {
    Instant dropped = clock.instant();
    clock.advance(Duration.ofSeconds(1));
    mandate(TODAY.minusDays(7));
    assertThat(judge(depositor, "BBBBBBBB", "AAAAAAAA", "C-1", dropped))
        .isEqualTo("NO_MANDATE[AAAAAAAA, BBBBBBBB]");
    desk.certifier("DDDDDDDD", "D-1");
    assertThat(judge(depositor, "BBBBBBBB", "DDDDDDDD", "D-1", dropped))
        .isEqualTo("UNKNOWN_CERTIFIER[DDDDDDDD]");
  }

  @Test
  void theDaysOfAMandateBeginAndEndInTheZoneOfTheDeployment() {
    mandate(TODAY.plusDays(1), TODAY.plusDays(2));
    clock.set(Instant.parse("2026-11-21T22:59:59.999999Z"));
    assertThat(judge(depositor))
        .isEqualTo("MANDATE_NOT_IN_FORCE[AAAAAAAA, BBBBBBBB, 2026-11-22, 2026-11-23]");
    clock.set(Instant.parse("2026-11-21T23:00:00Z")); // midnight in Paris
    assertThat(judge(depositor)).isEqualTo("rightful");
    clock.set(Instant.parse("2026-11-23T22:59:59.999999Z"));
    assertThat(judge(depositor)).isEqualTo("rightful");
    clock.set(Instant.parse("2026-11-23T23:00:00Z"));
    assertThat(judge(depositor)).startsWith("MANDATE_NOT_IN_FORCE");
  }

  @Test
  void saysFromWhenAMandateWithoutEndCounts() {
    mandate(TODAY.plusDays(1));
    assertThat(judge(depositor))
        .isEqualTo("MANDATE_NOT_IN_FORCE[AAAAAAAA, BBBBBBBB, 2026-11-22, ]");
    DepositRight right =
        desk.rights().judge(CHECKING, depositor.id(), "BBBBBBBB", "AAAAAAAA", "C-1", NOON);
    assertThat(OrganisationTexts.in(Locale.FRENCH).of(right)).contains("ne commence que le");
  }

  @Test
  void readsMatriculesInAnyCaseAndContractsAsTheyAre() {
    assertThat(judge(certifier, "aaaaaaaa", "AAAAaaaa", "C-1", NOON)).isEqualTo("rightful");
    assertThat(judge(certifier, "AAAAAAAA", "AAAAAAAA", "c-1", NOON))
        .isEqualTo("WRONG_CONTRACT[c-1, AAAAAAAA]");
    assertThat(judge(certifier, "", "", "", NOON)).isEqualTo("UNKNOWN_ISSUER[]");
  }

  @Test
  void onlyWhoeverMaySeeAllOrganisationsAsks() {
    Caller key = desk.key(certifier, "k", OrganisationSamples.ED25519, KeyScope.values());
    assertThatThrownBy(
            () -> desk.rights().judge(key, certifier.id(), "AAAAAAAA", "AAAAAAAA", "C-1", NOON))
        .isInstanceOf(RefusedException.class);
  }
}
