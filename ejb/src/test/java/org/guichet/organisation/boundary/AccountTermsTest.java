package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.organisation.OrganisationSamples.NOON;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;

/** The deployment of these tests says 13 months. */
class AccountTermsTest {
  private final OrganisationDesk desk =
      OrganisationDesk.inMemory(FakeClock.at(NOON), new CountingIds());
  private final OrganisationView school = desk.depositor("AAAAAAAA");
  private final AccountTerms terms = desk.accountTerms();

  private Optional<Mistake> choose(int months) {
    return terms.choose(OPERATOR, school.matricule(), Optional.of(months));
  }

  @Test
  void isAsTheDeploymentSaysUntilSomethingShorterIsChosen() {
    assertThat(terms.chosen(OPERATOR, school.id())).isEmpty();
    assertThat(terms.inForce(OPERATOR, school.id())).isEqualTo(Period.ofMonths(13));
    assertThat(terms.ofAll(OPERATOR)).isEmpty();
    assertThat(choose(6)).isEmpty();
    assertThat(choose(6)).isEmpty();
    assertThat(terms.chosen(OPERATOR, school.id())).contains(6);
    assertThat(terms.inForce(OPERATOR, school.id())).isEqualTo(Period.ofMonths(6));
    assertThat(terms.ofAll(OPERATOR)).isEqualTo(Map.of(school.id(), Period.ofMonths(6)));
    assertThat(desk.audit().written())
        .filteredOn(written -> written.action().equals("SETTINGS_CHANGED"))
        .hasSize(1);
    assertThat(terms.choose(OPERATOR, school.matricule(), Optional.empty())).isEmpty();
    assertThat(terms.inForce(OPERATOR, school.id())).isEqualTo(Period.ofMonths(13));
  }

  @Test
  void neverLastsLongerThanTheDeploymentSays() {
    assertThat(terms.choices(OPERATOR, school.id()))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    for (int months : new int[] {-1, 0, 13, 240, Integer.MAX_VALUE}) {
      assertThat(choose(months)).map(Mistake::code).contains(Mistake.Code.ACCOUNT_MONTHS);
    }
    assertThat(terms.chosen(OPERATOR, school.id())).isEmpty();
  }

  @Test
  void isNothingForWhoeverHasNoRight() {
    Caller visitor = Caller.visitor("192.0.2.7");
    assertThatThrownBy(() -> terms.chosen(visitor, school.id()))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> terms.choose(visitor, school.matricule(), Optional.of(6)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> terms.ofAll(visitor)).isInstanceOf(RefusedException.class);
  }
}
