package org.guichet.web.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.web.administration.Answers.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.deposit.entity.RetryOutcome;
import org.guichet.deposit.entity.UnfinishedUpload;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.OrganisationState;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.Requests;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DepositsResourceTest {
  private static final OrganisationId VAUCLAIR = new OrganisationId(new UUID(0, 7));

  private final Desk desk = new Desk();
  private final DepositsResource resource = new DepositsResource();

  @BeforeEach
  void wire() {
    resource.desk = desk;
    resource.directory = new Directory();
    resource.settings = SomeSettings.at(Path.of("data"));
    resource.request = new Requests.Asked().header("Accept-Language", "en").request();
  }

  @Test
  void listsWhatIsAskedFor() {
    desk.known.add(view(1));
    Answer answer = resource.list("77zzz001", "partly-accepted", "10");
    assertThat(desk.asked)
        .containsExactly(
            new DepositQuery(
                Optional.of(VAUCLAIR), Optional.of(DepositStatus.PARTLY_ACCEPTED), 0, 11));
    assertThat(answer.messages()).isEmpty();
    assertThat(answer.rows().get(0))
        .hasToString(
            "{\"number\":1,\"sender\":\"77ZZZ001\",\"certifier\":\"77ZZZ001\",\"contract\":null,"
                + "\"fileName\":\"lot.xml\",\"size\":1200,\"sha256\":null,\"kind\":\"real\","
                + "\"channel\":\"sftp\",\"status\":\"rejected\",\"refusal\":\"DEP-337\","
                + "\"idFlux\":null,\"idTraitement\":67598,\"accepted\":0,\"rejected\":3,"
                + "\"receivedAt\":\"2026-11-22T10:00+01:00\",\"decidedAt\":null}");
  }

  @Test
  void saysWhenThereAreMoreThanItShows() {
    for (int number = 1; number <= 51; number++) {
      desk.known.add(view(number));
    }
    Answer answer = resource.list(null, null, null);
    assertThat(answer.rows()).hasSize(50);
    assertThat(answer.messages().get(0)).startsWith("Only the 50 newest are shown");
    assertThat(resource.list(null, null, "51").messages()).isEmpty();
  }

  @Test
  void tellsOfUnfinishedUploadsAndListsThemWhenAsked() {
    desk.unfinished.add(
        new UnfinishedUpload(
            new Matricule("77ZZZ001"),
            "lot.xml",
            700,
            DropFolder.REAL,
            Channel.SFTP,
            true,
            Instant.parse("2026-11-22T09:00:00Z"),
            Instant.parse("2026-11-22T09:05:00Z")));
    assertThat(resource.list(null, null, null).messages().get(0))
        .startsWith("Unfinished uploads (cut short, or without their last name): 1.");
    assertThat(resource.list(null, "failed", null).messages()).isEmpty();
    assertThat(resource.list("77ZZZ001", "incomplete", null).rows().get(0))
        .hasToString(
            "{\"number\":null,\"sender\":\"77ZZZ001\",\"fileName\":\"lot.xml\",\"size\":700,"
                + "\"kind\":\"real\",\"channel\":\"sftp\",\"status\":\"incomplete\","
                + "\"receivedAt\":\"2026-11-22T10:00+01:00\","
                + "\"changedAt\":\"2026-11-22T10:05+01:00\"}");
  }

  @Test
  void refusesWhatCannotBeListed() {
    assertThatThrownBy(() -> resource.list(null, "lost", null)).hasMessage("NOT_A_CHOICE");
    assertThatThrownBy(() -> resource.list(null, null, "0")).hasMessage("NOT_A_NUMBER");
    assertThatThrownBy(() -> resource.list(null, null, "many")).hasMessage("NOT_A_NUMBER");
    assertThatThrownBy(() -> resource.list("77ZZZ009", null, null))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void putsAFailedDepositBackInLineAndLeavesOthersAlone() {
    assertThat(outcome(resource.retry("1"))).isEqualTo("done");
    assertThat(outcome(resource.giveUp("1"))).isEqualTo("done");
    Answer other = resource.retry("2");
    assertThat(outcome(other)).isEqualTo("unchanged");
    assertThat(other.messages())
        .containsExactly(
            "Deposit no. 2 hasn’t failed technically: it is being checked. Nothing changed.");
    assertThatThrownBy(() -> resource.giveUp("-1")).hasMessage("NOT_A_NUMBER");
  }

  private static DepositView view(long number) {
    return new DepositView(
        new DepositId(new UUID(0, number)),
        number,
        new Matricule("77ZZZ001"),
        "lot.xml",
        1200,
        Optional.empty(),
        DepositKind.REAL,
        Channel.SFTP,
        DepositStatus.REJECTED,
        Instant.parse("2026-11-22T09:00:00Z"),
        Optional.empty(),
        Optional.of(RefusalCode.NO_MANDATE),
        Optional.of(67598L),
        Optional.empty(),
        Optional.of("77ZZZ001"),
        Optional.empty(),
        0,
        3,
        Optional.empty());
  }

  /** Deposit 1 has failed, 2 is being checked. */
  private static final class Desk extends DepositDesk {
    private final List<DepositQuery> asked = new ArrayList<>();
    private final List<DepositView> known = new ArrayList<>();
    private final List<UnfinishedUpload> unfinished = new ArrayList<>();

    @Override
    public List<UnfinishedUpload> unfinished(
        Caller caller, Optional<OrganisationId> organisation, int most) {
      return unfinished.stream().limit(most).toList();
    }

    @Override
    public List<DepositView> list(Caller caller, DepositQuery query) {
      asked.add(query);
      return known.stream().limit(query.most()).toList();
    }

    @Override
    public RetryOutcome retry(Caller caller, long number) {
      return number == 1
          ? new RetryOutcome.BackInLine(number)
          : new RetryOutcome.NotFailed(number, DepositStatus.CHECKING);
    }

    @Override
    public RetryOutcome giveUp(Caller caller, long number) {
      return retry(caller, number);
    }
  }

  /** Knows one organisation. */
  private static final class Directory extends OrganisationDirectory {
    @Override
    public Optional<OrganisationView> findByMatricule(Caller caller, Matricule matricule) {
      return matricule.value().equals("77ZZZ001")
          ? Optional.of(
              new OrganisationView(
                  VAUCLAIR,
                  matricule,
                  "Vauclair",
                  "a@vauclair.example",
                  Locale.FRENCH,
                  CheckingMode.STRICT,
                  OrganisationState.ACTIVE,
                  List.of(),
                  Instant.EPOCH))
          : Optional.empty();
    }
  }
}
