package org.guichet.web.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.web.administration.Answers.body;
import static org.guichet.web.administration.Answers.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.guichet.organisation.boundary.MailRecipients;
import org.guichet.organisation.entity.AddRecipientOutcome;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.MailTiming;
import org.guichet.organisation.entity.MailedReceipt;
import org.guichet.organisation.entity.NewMailRecipient;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.web.Requests;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecipientsResourceTest {
  private final Kept kept = new Kept();
  private final RecipientsResource resource = new RecipientsResource();

  @BeforeEach
  void wire() {
    resource.recipients = kept;
    resource.settings = SomeSettings.at(Path.of("data"));
    resource.request = new Requests.Asked().request();
  }

  @Test
  void writesToAnAddressInTheWayThatIsAskedFor() throws Exception {
    Answer answer =
        resource.add(
            "77ZZZ001",
            body(
                "{'address':'a@b.example','language':'en','receipts':['processing'],"
                    + "'when':'ko-only'}"));
    assertThat(outcome(answer)).isEqualTo("done");
    assertThat(kept.asked)
        .containsExactly(
            new NewMailRecipient(
                "a@b.example",
                Locale.ENGLISH,
                Set.of(MailedReceipt.PROCESSING),
                MailTiming.KO_ONLY));
    assertThat(resource.list("77ZZZ001").rows().get(0))
        .hasToString(
            "{\"address\":\"a@b.example\",\"language\":\"en\",\"receipts\":[\"processing\"],"
                + "\"when\":\"ko-only\",\"addedAt\":\"2026-11-22T10:00+01:00\"}");
  }

  @Test
  void mailsBothReceiptsAtOnceWhereNothingElseIsSaid() throws Exception {
    resource.add("77ZZZ001", body("{'address':'a@b.example'}"));
    assertThat(kept.asked.get(0).timing()).isEqualTo(MailTiming.EACH);
    assertThat(kept.asked.get(0).receipts()).hasSize(2);
  }

  @Test
  void refusesAChoiceThatIsNone() {
    assertThatThrownBy(
            () -> resource.add("77ZZZ001", body("{'address':'a@b.example','when':'weekly'}")))
        .hasMessage("NOT_A_CHOICE");
  }

  @Test
  void removesOnceAndSaysSo() throws Exception {
    resource.add("77ZZZ001", body("{'address':'a@b.example'}"));
    assertThat(outcome(resource.remove("77ZZZ001", body("{'address':'a@b.example'}"))))
        .isEqualTo("done");
    assertThat(outcome(resource.remove("77ZZZ001", body("{'address':'a@b.example'}"))))
        .isEqualTo("unchanged");
  }

  private static final class Kept extends MailRecipients {
    private final List<NewMailRecipient> asked = new ArrayList<>();

    @Override
    public AddRecipientOutcome add(Caller caller, Matricule matricule, NewMailRecipient data) {
      asked.add(data);
      return new AddRecipientOutcome.Added(view(data));
    }

    @Override
    public List<MailRecipientView> list(Caller caller, Matricule matricule) {
      return asked.stream().map(Kept::view).toList();
    }

    @Override
    public boolean remove(Caller caller, Matricule matricule, String address) {
      return asked.removeIf(data -> data.address().equals(address));
    }

    private static MailRecipientView view(NewMailRecipient data) {
      return new MailRecipientView(
          new UUID(0, 1),
          data.address(),
          data.language(),
          data.receipts(),
          data.timing(),
          Instant.parse("2026-11-22T09:00:00Z"));
    }
  }
}
