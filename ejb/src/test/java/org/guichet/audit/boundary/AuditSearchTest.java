package org.guichet.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.audit.boundary.AuditDesk.OPERATOR;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.guichet.audit.entity.ActorKind;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditQuery;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.audit.entity.AuditView;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.SessionId;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditSearchTest {
  private static final AuditQuery ALL = AuditQuery.all(PageRequest.from(0));
  private static final Caller LEA =
      Caller.person(
          new AccountId(new UUID(5, 1)),
          null,
          new SessionId(new UUID(6, 1)),
          Channel.PAGE,
          "192.0.2.7");

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");

  private AuditDesk desk() {
    return AuditDesk.inMemory(clock, new CountingIds(), data);
  }

  @Test
  void showsWhoDidWhatFromWhere() {
    AuditDesk desk = desk();
    desk.trail()
        .write(
            LEA,
            AuditEntry.of(AuditAction.KEY_STOPPED, AuditSubject.of(AuditSubject.Type.KEY, "k")));
    AuditView view = desk.search().list(OPERATOR, ALL).rows().get(0);
    assertThat(view.actorKind()).isEqualTo(ActorKind.PERSON);
    assertThat(view.actor()).contains(new UUID(5, 1));
    assertThat(view.origin()).isEqualTo("192.0.2.7");
    assertThat(view.channel()).isEqualTo(Channel.PAGE);
    assertThat(view.action()).isEqualTo("KEY_STOPPED");
  }

  @Test
  void lookingIsItselfWrittenDown() {
    AuditDesk desk = desk();
    desk.search().list(OPERATOR, ALL);
    assertThat(desk.actions()).containsExactly("AUDIT_SEARCHED");
  }

  @Test
  void showsNothingToWhoeverMayNotSeeIt() {
    for (Caller caller : List.of(LEA, Caller.visitor("192.0.2.7"))) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> desk().search().list(caller, ALL));
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> desk().verification().verify(caller));
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> desk().sealing().seal(caller));
    }
  }
}
