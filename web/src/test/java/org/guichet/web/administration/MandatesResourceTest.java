package org.guichet.web.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.web.administration.Answers.body;
import static org.guichet.web.administration.Answers.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.entity.AddMandateOutcome;
import org.guichet.organisation.entity.MandateView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.web.Requests;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MandatesResourceTest {
  private static final String BOTH = "'certifier':'77ZZZ001','depositor':'77zzz002'";

  private final Book book = new Book();
  private final MandatesResource resource = new MandatesResource();

  @BeforeEach
  void wire() {
    resource.mandates = book;
    resource.settings = SomeSettings.at(Path.of("data"));
    resource.request = new Requests.Asked().header("Accept-Language", "en").request();
  }

  @Test
  void grantsForGoodOrUntilALastDay() throws Exception {
    Answer open = resource.add(body("{" + BOTH + ",'from':'2026-11-22'}"));
    assertThat(open.messages())
        .containsExactly("Mandate given by 77ZZZ001 to 77ZZZ002, from 2026-11-22 until revoked.");
    Answer closed = resource.add(body("{" + BOTH + ",'from':'2026-11-22','until':'2027-06-30'}"));
    assertThat(closed.messages())
        .containsExactly(
            "Mandate given by 77ZZZ001 to 77ZZZ002, from 2026-11-22 to 2027-06-30 inclusive.");
    assertThat(resource.list("77ZZZ002").rows().get(1))
        .hasToString(
            "{\"certifier\":\"77ZZZ001\",\"certifierName\":\"Vauclair\","
                + "\"depositor\":\"77ZZZ002\",\"depositorName\":\"Sabran\","
                + "\"from\":\"2026-11-22\",\"until\":\"2027-06-30\",\"inForce\":true,"
                + "\"grantedAt\":\"2026-11-22T10:00+01:00\",\"revokedAt\":null}");
  }

  @Test
  void wantsAFirstDay() {
    assertThatThrownBy(() -> resource.add(body("{" + BOTH + "}"))).hasMessage("MISSING");
  }

  @Test
  void revokesOnceAndSaysSo() throws Exception {
    resource.add(body("{" + BOTH + ",'from':'2026-11-22'}"));
    assertThat(outcome(resource.revoke(body("{" + BOTH + "}")))).isEqualTo("done");
    assertThat(outcome(resource.revoke(body("{" + BOTH + "}")))).isEqualTo("unchanged");
  }

  /** Grants whatever it is asked for. */
  private static final class Book extends Mandates {
    private final List<MandateView> given = new ArrayList<>();
    private boolean revoked;

    @Override
    public AddMandateOutcome add(
        Caller caller,
        Matricule certifier,
        Matricule depositor,
        LocalDate from,
        Optional<LocalDate> until) {
      MandateView view =
          new MandateView(
              new UUID(0, 1),
              certifier,
              "Vauclair",
              depositor,
              "Sabran",
              from,
              until,
              Instant.parse("2026-11-22T09:00:00Z"),
              Optional.empty(),
              true);
      given.add(view);
      return new AddMandateOutcome.Added(view);
    }

    @Override
    public List<MandateView> list(Caller caller, Matricule matricule) {
      return given;
    }

    @Override
    public int revoke(Caller caller, Matricule certifier, Matricule depositor) {
      int count = revoked ? 0 : given.size();
      revoked = true;
      return count;
    }
  }
}
