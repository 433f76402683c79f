package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.MandateView;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;

class MandatesTest {
  private static final Matricule CERTIFIER = new Matricule("AAAAAAAA");
  private static final Matricule DEPOSITOR = new Matricule("BBBBBBBB");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final FakeClock clock = FakeClock.at(OrganisationSamples.NOON);
  private final OrganisationDesk desk = OrganisationDesk.inMemory(clock, new CountingIds());
  private final Mandates mandates = desk.mandates();

  MandatesTest() {
    desk.certifier("AAAAAAAA", "C-1");
    desk.depositor("BBBBBBBB");
  }

  private String add(String certifier, String depositor, LocalDate from, LocalDate... until) {
    return mandates
        .add(
            OPERATOR,
            new Matricule(certifier),
            new Matricule(depositor),
            from,
            until.length == 0 ? Optional.empty() : Optional.of(until[0]))
        .fold(
            added -> "added",
            already -> "already",
            refused ->
                refused.mistakes().stream()
                    .map(m -> m.field() + ":" + m.code())
                    .toList()
                    .toString());
  }

  @Test
  void bothSidesSeeAMandate() {
    assertThat(add("AAAAAAAA", "BBBBBBBB", TODAY)).isEqualTo("added");
    assertThat(mandates.list(OPERATOR, CERTIFIER)).isEqualTo(mandates.list(OPERATOR, DEPOSITOR));
    MandateView mandate = mandates.list(OPERATOR, CERTIFIER).get(0);
    assertThat(mandate.certifierName()).isEqualTo("Organisme AAAAAAAA");
    assertThat(mandate.depositor()).isEqualTo(DEPOSITOR);
    assertThat(mandate.inForce()).isTrue();
  }

  @Test
  void grantingTheSameDaysAgainChangesNothingAndOtherDaysMayOverlap() {
    add("AAAAAAAA", "BBBBBBBB", TODAY);
    assertThat(add("AAAAAAAA", "BBBBBBBB", TODAY)).isEqualTo("already");
    assertThat(add("AAAAAAAA", "BBBBBBBB", TODAY, TODAY.plusDays(1))).isEqualTo("added");
    assertThat(mandates.list(OPERATOR, CERTIFIER)).hasSize(2);
  }

  @Test
  void revokingEndsAllThatWasGivenAndGrantingAfterwardsGivesANewOne() {
    add("AAAAAAAA", "BBBBBBBB", TODAY);
    add("AAAAAAAA", "BBBBBBBB", TODAY.plusYears(1));
    clock.advance(Duration.ofMinutes(1));
    assertThat(mandates.revoke(OPERATOR, CERTIFIER, DEPOSITOR)).isEqualTo(2);
    assertThat(mandates.revoke(OPERATOR, CERTIFIER, DEPOSITOR)).isZero();
    assertThat(mandates.list(OPERATOR, CERTIFIER)).noneMatch(MandateView::inForce);
    assertThat(add("AAAAAAAA", "BBBBBBBB", TODAY)).isEqualTo("added");
    assertThat(mandates.list(OPERATOR, CERTIFIER)).filteredOn(MandateView::inForce).hasSize(1);
  }

  @Test
  void refusesMandatesThatMeanNothing() {
    assertThat(add("00000000", "11111111", TODAY, TODAY.minusDays(1)))
        .isEqualTo(
            "[certifier:CERTIFIER_UNKNOWN, depositor:DEPOSITOR_UNKNOWN,"
                + " until:MANDATE_ENDS_BEFORE_IT_BEGINS]");
    assertThat(add("BBBBBBBB", "AAAAAAAA", TODAY)).isEqualTo("[certifier:NOT_A_CERTIFIER]");
    assertThat(add("AAAAAAAA", "AAAAAAAA", TODAY)).isEqualTo("[depositor:MANDATE_TO_ITSELF]");
    assertThat(add("AAAAAAAA", "BBBBBBBB", TODAY, TODAY)).isEqualTo("added");
  }

  @Test
  void writesToTheDepositorWhatItGotAndThatItIsOver() {
    add("AAAAAAAA", "BBBBBBBB", TODAY, TODAY.plusDays(9));
    add("AAAAAAAA", "BBBBBBBB", TODAY, TODAY.plusDays(9));
    Notice granted = desk.mails().last();
    assertThat(granted.arguments())
        .containsEntry("certifier", "AAAAAAAA Organisme AAAAAAAA")
        .containsEntry("from", "21 novembre 2026")
        .containsEntry("until", "30 novembre 2026");
    mandates.revoke(OPERATOR, CERTIFIER, DEPOSITOR);
    mandates.revoke(OPERATOR, CERTIFIER, DEPOSITOR);
    assertThat(desk.mails().sent())
        .containsExactly(
            "mandate.granted contact@bbbbbbbb.example", "mandate.revoked contact@bbbbbbbb.example");
    assertThat(desk.mails().last().arguments()).containsEntry("from", "21 novembre 2026");
  }

  @Test
  void namesOnlyOrganisationsOfThatMatriculeOrThatItMandated() {
    desk.depositor("CCCCCCCC");
    add("AAAAAAAA", "BBBBBBBB", TODAY);
    assertThat(candidates("cccccccc")).containsExactly("CCCCCCCC");
    assertThat(candidates("organisme")).containsExactly("BBBBBBBB");
    assertThat(candidates("bbb")).containsExactly("BBBBBBBB");
    assertThat(candidates("AAAAAAAA")).isEmpty();
    assertThat(candidates("CCCC")).isEmpty();
    assertThat(candidates(" ")).isEmpty();
  }

  private List<String> candidates(String text) {
    return mandates.candidates(OPERATOR, CERTIFIER, text).stream()
        .map(view -> view.matricule().value())
        .toList();
  }

  @Test
  void saysThatThereIsNothingToRevoke() {
    for (String depositor : new String[] {"BBBBBBBB", "00000000"}) {
      assertThatThrownBy(() -> mandates.revoke(OPERATOR, CERTIFIER, new Matricule(depositor)))
          .isInstanceOfSatisfying(
              RefusedException.class,
              e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NO_SUCH_MANDATE));
    }
  }
}
