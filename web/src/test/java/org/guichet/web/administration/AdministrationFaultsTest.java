package org.guichet.web.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.web.administration.Answers.outcome;

import jakarta.ejb.EJBException;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdministrationFaultsTest {
  private final AdministrationFaults faults = new AdministrationFaults();

  @BeforeEach
  void ask() {
    faults.request = new Requests.Asked().header("Accept-Language", "en").request();
  }

  @Test
  void wordsARefusalAlsoFromInsideTheContainersException() {
    RefusedException refusal =
        new RefusedException(RefusedException.Code.NO_SUCH_ORGANISATION, "77ZZZ001");
    for (Exception thrown : new Exception[] {refusal, new EJBException(refusal)}) {
      Answer answer = faults.answer(thrown);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(outcome(answer)).isEqualTo("refused");
      assertThat(answer.code()).isEqualTo("NO_SUCH_ORGANISATION");
      assertThat(answer.messages().get(0)).startsWith("No organisation has this matricule");
    }
  }

  @Test
  void namesTheFieldOfAMistake() {
    Answer answer = faults.answer(new MistakeException("NOT_A_DATE", "until", "tomorrow"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.messages())
        .containsExactly("Field “until”: “tomorrow” isn’t a date. Write it like 2026-11-22.");
  }

  @Test
  void showsAFaultByItsIncidentOnly() {
    Answer answer = faults.answer(new IllegalStateException("password=secret"));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(outcome(answer)).isEqualTo("failed");
    assertThat(answer.messages().get(0)).contains(answer.code());
    assertThat(answer.toString()).doesNotContain("secret");
  }
}
