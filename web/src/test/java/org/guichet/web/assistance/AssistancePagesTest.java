package org.guichet.web.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.assistance.boundary.AssistanceForm;
import org.guichet.assistance.boundary.TicketDecisions;
import org.guichet.assistance.boundary.TicketDesk;
import org.guichet.assistance.boundary.TicketFollowing;
import org.guichet.assistance.entity.Acceptance;
import org.guichet.assistance.entity.AnswerOutcome;
import org.guichet.assistance.entity.DecisionOutcome;
import org.guichet.assistance.entity.MessageAuthor;
import org.guichet.assistance.entity.SubmitOutcome;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketMistake;
import org.guichet.assistance.entity.TicketMistake.Code;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.assistance.entity.TicketRequest.AskedOrganisation;
import org.guichet.assistance.entity.TicketRequest.Contact;
import org.guichet.assistance.entity.TicketRole;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.assistance.entity.TicketStatus;
import org.guichet.assistance.entity.TicketView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Moments;
import org.guichet.web.RecordingNotices;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.guichet.web.Texts;
import org.junit.jupiter.api.Test;

class AssistancePagesTest {
  private final RecordingNotices notices = new RecordingNotices();
  private final List<String> asked = new ArrayList<>();
  private SubmitOutcome submitted = new SubmitOutcome.Taken(1042);
  private AnswerOutcome answered = new AnswerOutcome.Done();
  private DecisionOutcome decided = new DecisionOutcome.Accepted("Vauclair", "12ABC345");
  private TicketRole role = TicketRole.OPERATOR;

  private AssistancePage form(String kind) {
    notices.asked.parameter("kind", kind);
    AssistancePage page = new AssistancePage();
    page.notices = notices;
    page.language = SomePeople.reading("fr");
    page.visitor =
        SomePeople.visiting(
            SomePeople.claire(SomePeople.organisation(1, true)), new Requests.Asked());
    page.form =
        new AssistanceForm() {
          @Override
          public SubmitOutcome submit(Caller caller, TicketRequest typed) {
            asked.add(typed.kind() + " " + typed.contact().email() + " " + typed.message());
            return submitted;
          }
        };
    return page;
  }

  @Test
  void whatIsKnownOfWhoeverSignedInStandsThereAlready() {
    AssistancePage page = form("other");
    assertThat(page.getTyped())
        .containsEntry("name", "Claire Montségur")
        .containsEntry("email", "claire@vauclair.example")
        .containsEntry("matricule", "77ZZZ001");
    assertThat(form("administrator").getTyped()).containsEntry("matricule", "");
  }

  @Test
  void aRequestThatIsTakenLeadsToItsNumber() {
    AssistancePage page = form("other");
    page.getTyped().put("message", "Bonjour");
    page.getTyped().put("phone", null);
    page.send();
    assertThat(asked).containsExactly("OTHER claire@vauclair.example Bonjour");
    assertThat(notices.went).isEqualTo("/assistance/sent?number=1042");
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndTooManyIsSaid() {
    submitted = new SubmitOutcome.Refused(List.of(TicketMistake.of("seat", Code.MISSING)));
    assertThat(form("certifier").send()).isNull();
    submitted = new SubmitOutcome.TooMany();
    form("certifier").send();
    assertThat(notices.said).containsExactly("error seat MISSING", "error assistance.TOO_MANY");
  }

  @Test
  void nonsenseForAKindShowsTheChoice() {
    assertThat(form("color").getKind()).isEmpty();
    assertThat(form("color").getKinds())
        .containsExactly("certifier", "depositor", "administrator", "other");
    form("color").send();
    assertThat(notices.went).isEqualTo("/assistance");
    assertThat(asked).isEmpty();
  }

  private static TicketView view(TicketRole role, TicketStatus status) {
    return new TicketView(
        1042,
        status,
        new TicketRequest(
            TicketKind.DEPOSITOR,
            new Contact("Ana Petit", "ana@colombe.example", "", Locale.FRENCH),
            new AskedOrganisation("Colombe", "", "", "", "", "77ZZZ001"),
            ""),
        role,
        status.goesOn(),
        status.goesOn(),
        status.goesOn(),
        "Omar Roy",
        false,
        Instant.EPOCH,
        Optional.empty(),
        "",
        false,
        List.of(
            new TicketView.Message(MessageAuthor.ASKER, "Ana Petit", "un", Instant.EPOCH),
            new TicketView.Message(MessageAuthor.DESK, "Omar Roy", "deux", Instant.EPOCH)));
  }

  private FollowPage follow(String token) {
    notices.asked.parameter("token", token);
    FollowPage page = new FollowPage();
    page.notices = notices;
    page.language = SomePeople.reading("fr");
    page.visitor = SomePeople.nobody(new Requests.Asked());
    page.following =
        new TicketFollowing() {
          @Override
          public Optional<TicketView> look(Caller caller, String link) {
            return link.equals("link-1")
                ? Optional.of(view(TicketRole.ASKER, TicketStatus.OPEN))
                : Optional.empty();
          }

          @Override
          public AnswerOutcome answer(Caller caller, String link, String text) {
            asked.add(link + " " + text);
            return answered;
          }
        };
    return page;
  }

  @Test
  void whoeverAskedReadsNoNamesOfThoseWhoAnswer() {
    assertThat(follow("link-1").getMessages())
        .extracting(MessageRow::author)
        .containsExactly("Vous", "Assistance");
    assertThat(follow("../evil").isFound()).isFalse();
    assertThat(follow("link-2").isOffering()).isFalse();
  }

  @Test
  void aMessageGoesOutAndOneThatCameTooLateIsToldSo() {
    FollowPage page = follow("link-1");
    page.setText("Encore une chose");
    page.answer();
    answered = new AnswerOutcome.Over();
    page.answer();
    assertThat(asked).containsOnly("link-1 Encore une chose");
    assertThat(notices.said).containsExactly("info ticket.SAID", "warning ticket.OVER");
    assertThat(notices.went).isEqualTo("/assistance/ticket?token=link-1");
  }

  private TicketPage ticket() {
    notices.asked.parameter("number", "1042").parameter("seen", "2");
    TicketPage page = new TicketPage();
    page.notices = notices;
    page.language = SomePeople.reading("fr");
    page.visitor = SomePeople.visiting(SomePeople.claire(), new Requests.Asked());
    page.dates = new Moments();
    page.desk =
        new TicketDesk() {
          @Override
          public TicketView find(Caller caller, long number) {
            return view(role, TicketStatus.OPEN);
          }

          @Override
          public AnswerOutcome answer(Caller caller, long number, int seen, String text) {
            asked.add(number + " " + seen + " " + text);
            return answered;
          }
        };
    return page;
  }

  @Test
  void anAnswerSaysHowMuchWasReadAndIsKeptWhenSomebodyWasFaster() {
    answered = new AnswerOutcome.Overtaken();
    TicketPage page = ticket();
    page.setText("Bonjour");
    assertThat(page.answer()).isNull();
    assertThat(asked).containsExactly("1042 2 Bonjour");
    assertThat(notices.said).containsExactly("error ticket.OVERTAKEN");
    assertThat(page.getText()).isEqualTo("Bonjour");
  }

  @Test
  void showsAMailWholeToWhoAnswersAndToItsSenderOnly() {
    TicketView.Message mailed =
        new TicketView.Message(
            MessageAuthor.DESK,
            "Omar Roy",
            "Oui.",
            Instant.EPOCH,
            Optional.of(
                new TicketView.Mailed("omar@example.org", "Oui.\n> Non ?", List.of("a.png"))));
    Texts texts = Texts.in(Locale.FRENCH);
    assertThat(MessageRow.forDesk(mailed, texts).whole()).contains("> Non ?");
    assertThat(MessageRow.forDesk(mailed, texts).attachments()).contains("a.png");
    assertThat(MessageRow.forAsker(mailed, texts).whole()).isEmpty();
    assertThat(MessageRow.forAsker(mailed, texts).sender()).as("not named").isEmpty();
  }

  @Test
  void whoAnswersReadsNamesAndFacts() {
    TicketPage page = ticket();
    assertThat(page.getMessages())
        .extracting(MessageRow::author)
        .containsExactly("Ana Petit · Demandeur", "Omar Roy · Assistance");
    assertThat(page.getFacts())
        .extracting(TicketPage.Fact::label)
        .containsExactly(
            "Demandeur",
            "Adresse électronique",
            "Désignation",
            "Certificateurs qui mandateraient",
            "Suivie par");
    role = TicketRole.ASKER;
    assertThat(ticket().getFacts()).extracting(TicketPage.Fact::label).doesNotContain("Suivie par");
  }

  @Test
  void aDecisionTakesWhatWasTickedAndTypedAndSaysWhatBecameOfIt() {
    DecisionPage page = new DecisionPage();
    page.ticket = ticket();
    page.notices = notices;
    page.language = SomePeople.reading("fr");
    page.visitor = SomePeople.visiting(SomePeople.claire(), new Requests.Asked());
    page.dates = new Moments();
    page.decisions =
        new TicketDecisions() {
          @Override
          public DecisionOutcome accept(Caller caller, long number, Acceptance given) {
            asked.add(given.matricule() + "|" + given.certifiers() + "|" + given.mode());
            return decided;
          }
        };
    notices.asked.parameter("certifier", "77ZZZ001");
    page.setMatricule("12abc345");
    page.setOthers("77ZZZ002, 77ZZZ003");
    page.accept();
    assertThat(asked).containsExactly("12abc345|[77ZZZ001, 77ZZZ002, 77ZZZ003]|STRICT");
    decided =
        new DecisionOutcome.Mistaken(
            List.of(TicketMistake.of("certifiers", Code.CERTIFIER_UNKNOWN, "77ZZZ002")));
    assertThat(page.accept()).isNull();
    assertThat(notices.said)
        .containsExactly("info ticket.ACCEPTED", "error certifiers CERTIFIER_UNKNOWN");
  }

  @Test
  void theQueueShowsWhatWaitsUnlessTheAddressSaysOtherwise() {
    assertThat(queue().getRows()).hasSize(1);
    queue("status", "all", "kind", "OTHER", "q", " 1042 ", "sort", "-number").getRows();
    queue("status", "color", "kind", "color", "sort", "color").getRows();
    assertThat(asked)
        .containsExactly(
            "OPEN - [] CHANGED false", "- OTHER [1042] NUMBER true", "OPEN - [] CHANGED false");
    assertThat(queue("q", "a&b").getFilter()).isEqualTo("q=a%26b&status=OPEN&");
  }

  private TicketsPage queue(String... parameters) {
    Requests.Asked request = new Requests.Asked();
    for (int i = 0; i < parameters.length; i += 2) {
      request.parameter(parameters[i], parameters[i + 1]);
    }
    TicketsPage page = new TicketsPage();
    page.request = request.request();
    page.language = SomePeople.reading("fr");
    page.visitor = SomePeople.visiting(SomePeople.claire(), new Requests.Asked());
    page.permissions = Permissions.of(List.of());
    page.desk =
        new TicketDesk() {
          @Override
          public Page<TicketRow> list(Caller caller, TicketQuery query, PageRequest wanted) {
            asked.add(
                "%s %s [%s] %s %s"
                    .formatted(
                        query.status().map(Enum::name).orElse("-"),
                        query.kind().map(Enum::name).orElse("-"),
                        query.text(),
                        query.order(),
                        query.descending()));
            return new Page<>(
                List.of(
                    new TicketRow(
                        1042,
                        TicketKind.OTHER,
                        TicketStatus.OPEN,
                        "Ana Petit",
                        "",
                        "",
                        Instant.EPOCH,
                        Instant.EPOCH)),
                1);
          }
        };
    return page;
  }
}
