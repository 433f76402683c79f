package org.guichet.notice.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.notice.NoticeSamples.NOON;
import static org.guichet.notice.NoticeSamples.received;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.NoticeView;
import org.guichet.notice.entity.ResendOutcome;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.GrantedPermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailDeskTest {
  private static final Caller SYSTEM = Caller.commandLine();
  private static final OrganisationId SCHOOL = new OrganisationId(new UUID(1, 1));
  private static final OrganisationId OTHER = new OrganisationId(new UUID(1, 2));
  private static final Caller SCHOOLS =
      Caller.key(new KeyId(new UUID(4, 1)), SCHOOL, Channel.SFTP, "192.0.2.7");

  private final FakeClock clock = FakeClock.at(NOON);
  private final NoticeDesk desk = NoticeDesk.inMemory(clock, new CountingIds());

  private UUID refused() {
    desk.notices().post(SYSTEM, received("a").about(SCHOOL, new UUID(3, 1)));
    desk.transport().failWith(MailFailure.Kind.REFUSED, "550 5.1.1", "550 5.1.1 unknown");
    desk.delivery().deliverDue(SYSTEM);
    return desk.rows().get(0).id();
  }

  private static NoticeQuery all(Optional<OrganisationId> whom) {
    return new NoticeQuery(whom, Optional.empty(), 0, 10);
  }

  @Test
  void showsWhatTheMailServerAnswered() {
    UUID id = refused();
    NoticeView view = desk.mailDesk().list(SYSTEM, all(Optional.of(SCHOOL))).get(0);
    assertThat(view.id()).isEqualTo(id);
    assertThat(view.status()).isEqualTo(NoticeStatus.REFUSED);
    assertThat(view.failure().orElseThrow().answer()).isEqualTo("550 5.1.1");
    assertThat(view.subject()).isEqualTo("Dépôt n° 42 bien reçu : certifiés été.xml");
    assertThat(view.nextTryAt()).isEmpty();
    assertThat(desk.mailDesk().list(SYSTEM, all(Optional.of(OTHER)))).isEmpty();
  }

  @Test
  void sendsARefusedMailAgainAndHasThreeDaysForIt() {
    UUID id = refused();
    clock.advance(Duration.ofDays(10));
    assertThat(desk.mailDesk().resend(SYSTEM, id)).isInstanceOf(ResendOutcome.Requeued.class);
    assertThat(desk.rung()).as("it leaves at once").hasSize(2);
    desk.transport().failWith(MailFailure.Kind.LATER, "450", "450 later");
    desk.delivery().deliverDue(SYSTEM);
    assertThat(desk.rows().get(0).status()).as("three days anew").isEqualTo(NoticeStatus.WAITING);
    desk.transport().recover();
    clock.advance(Duration.ofMinutes(5));
    assertThat(desk.delivery().deliverDue(SYSTEM)).isEqualTo(1);
    assertThat(desk.mailDesk().resend(SYSTEM, id)).isInstanceOf(ResendOutcome.NotFailed.class);
  }

  @Test
  void knowsNoMailThatIsNotThere() {
    assertThatThrownBy(() -> desk.mailDesk().resend(SYSTEM, new UUID(9, 9)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NO_SUCH_MAIL));
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void letsOthersSeeAndSendTheirOwnOnlyAndOnlyWithThePermission(Permission granted) {
    UUID id = refused();
    MailDesk theirs = desk.mailDesk(GrantedPermissions.of(granted));
    if (granted == Permission.MAIL_VIEW) {
      assertThat(theirs.list(SCHOOLS, all(Optional.of(SCHOOL)))).hasSize(1);
    } else {
      refuses(() -> theirs.list(SCHOOLS, all(Optional.of(SCHOOL))));
    }
    if (granted == Permission.MAIL_RESEND) {
      assertThat(theirs.resend(SCHOOLS, id)).isInstanceOf(ResendOutcome.Requeued.class);
    } else {
      refuses(() -> theirs.resend(SCHOOLS, id));
    }
    refuses(() -> theirs.list(SCHOOLS, all(Optional.of(OTHER))));
    refuses(() -> theirs.list(SCHOOLS, all(Optional.empty())));
    refuses(() -> theirs.resend(SCHOOLS, new UUID(9, 9)));
  }

  private static void refuses(Runnable wish) {
    assertThatThrownBy(wish::run)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED));
  }
}
