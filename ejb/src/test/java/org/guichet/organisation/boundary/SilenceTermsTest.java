package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.organisation.OrganisationSamples.NOON;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.util.Map;
import java.util.Optional;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;

class SilenceTermsTest {
  private final OrganisationDesk desk =
      OrganisationDesk.inMemory(FakeClock.at(NOON), new CountingIds());
  private final OrganisationView certifier = desk.certifier("AAAAAAAA", "MCFCER990001");
  private final SilenceTerms terms = desk.silenceTerms();

  @Test
  void isOffUntilDaysAreChosenAndOffAgainWithoutAny() {
    assertThat(terms.chosen(OPERATOR, certifier.id())).isEmpty();
    assertThat(terms.ofAll(OPERATOR)).isEmpty();
    assertThat(terms.choose(OPERATOR, certifier.matricule(), Optional.of(30))).isEmpty();
    assertThat(terms.choose(OPERATOR, certifier.matricule(), Optional.of(30))).isEmpty();
    assertThat(terms.ofAll(OPERATOR)).isEqualTo(Map.of(certifier.id(), 30));
    assertThat(desk.audit().written())
        .filteredOn(written -> written.action().equals("SETTINGS_CHANGED"))
        .hasSize(1);
    assertThat(terms.choose(OPERATOR, certifier.matricule(), Optional.empty())).isEmpty();
    assertThat(terms.chosen(OPERATOR, certifier.id())).isEmpty();
  }

  @Test
  void refusesNumbersThatAreNoDays() {
    for (int days : new int[] {-1, 0, 366}) {
      assertThat(terms.choose(OPERATOR, certifier.matricule(), Optional.of(days)))
          .map(Mistake::code)
          .contains(Mistake.Code.SILENCE_DAYS);
    }
  }

  @Test
  void isNothingForWhoeverHasNoRight() {
    Caller visitor = Caller.visitor("192.0.2.7");
    assertThatThrownBy(() -> terms.choose(visitor, certifier.matricule(), Optional.of(30)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> terms.chosen(visitor, certifier.id()))
        .isInstanceOf(RefusedException.class);
  }
}
