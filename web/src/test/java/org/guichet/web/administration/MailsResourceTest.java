package org.guichet.web.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.web.administration.Answers.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.boundary.MailDesk;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.NoticeView;
import org.guichet.notice.entity.ResendOutcome;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.Requests;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailsResourceTest {
  private static final UUID REFUSED = new UUID(0, 1);
  private static final UUID SENT = new UUID(0, 2);

  private final Desk desk = new Desk();
  private final MailsResource resource = new MailsResource();

  @BeforeEach
  void wire() {
    resource.desk = desk;
    resource.settings = SomeSettings.at(Path.of("data"));
    resource.request = new Requests.Asked().request();
  }

  @Test
  void tellsWhereAMailStandsAndWhatTheServerSaid() {
    Answer answer = resource.list(null, "given-up", "1");
    assertThat(desk.asked.get(0).status()).contains(NoticeStatus.GIVEN_UP);
    assertThat(answer.messages()).as("there are more").hasSize(1);
    assertThat(answer.rows().get(0))
        .hasToString(
            "{\"id\":\"00000000-0000-0000-0000-000000000001\",\"to\":\"a@b.example\","
                + "\"subject\":\"Dépôt n° 1\",\"template\":\"receipt.reception.ok\","
                + "\"state\":\"refused\",\"postedAt\":\"2026-11-22T10:00+01:00\",\"attempts\":2,"
                + "\"nextTryAt\":null,\"changedAt\":\"2026-11-22T10:00+01:00\","
                + "\"failure\":\"refused\",\"answer\":\"550 5.1.1\",\"words\":\"unknown\"}");
  }

  @Test
  void refusesAStateOrALimitThatIsNone() {
    assertThatThrownBy(() -> resource.list(null, "lost", null)).hasMessage("NOT_A_CHOICE");
    assertThatThrownBy(() -> resource.list(null, null, "0")).hasMessage("NOT_A_NUMBER");
  }

  @Test
  void sendsAgainWhatFailedOnly() {
    assertThat(outcome(resource.resend(REFUSED.toString()))).isEqualTo("done");
    assertThat(outcome(resource.resend(SENT.toString()))).isEqualTo("unchanged");
    assertThatThrownBy(() -> resource.resend("42")).isInstanceOf(RefusedException.class);
  }

  private static NoticeView view(UUID id, NoticeStatus status) {
    Instant ten = Instant.parse("2026-11-22T09:00:00Z");
    return new NoticeView(
        id,
        Optional.empty(),
        "a@b.example",
        "receipt.reception.ok",
        "Dépôt n° 1",
        status,
        ten,
        2,
        Optional.empty(),
        ten,
        true,
        Optional.of(new MailFailure(MailFailure.Kind.REFUSED, "550 5.1.1", "unknown")));
  }

  private static final class Desk extends MailDesk {
    private final List<NoticeQuery> asked = new ArrayList<>();

    @Override
    public List<NoticeView> list(Caller caller, NoticeQuery query) {
      asked.add(query);
      return List.of(view(REFUSED, NoticeStatus.REFUSED), view(SENT, NoticeStatus.SENT));
    }

    @Override
    public ResendOutcome resend(Caller caller, UUID id) {
      return id.equals(REFUSED)
          ? new ResendOutcome.Requeued(view(id, NoticeStatus.WAITING))
          : new ResendOutcome.NotFailed(view(id, NoticeStatus.SENT));
    }
  }
}
