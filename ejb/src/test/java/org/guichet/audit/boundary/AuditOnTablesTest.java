package org.guichet.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.guichet.audit.boundary.AuditDesk.OPERATOR;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.audit.entity.AuditView;
import org.guichet.audit.entity.Verification;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AuditOnTablesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final AccountId LEA = new AccountId(new UUID(5, 1));

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private final CountingIds ids = new CountingIds();

  private AuditDesk desk() {
    return AuditDesk.on(DATABASE, clock, ids, data);
  }

  private void write(int many) {
    for (int i = 0; i < many; i++) {
      DATABASE.inTransaction(() -> writeOne(Caller.visitor("192.0.2.7")));
    }
  }

  private void writeOne(Caller caller) {
    desk()
        .trail()
        .write(
            caller,
            AuditEntry.of(AuditAction.ACCOUNT_EDITED, AuditSubject.account(LEA))
                .before(Map.of("name", "Léa Martin"))
                .after(Map.of("name", "Léa Durand")));
  }

  private void seal() {
    DATABASE.inTransaction(() -> desk().sealing().seal(OPERATOR));
  }

  private Verification verify() {
    return desk().verification().verify(OPERATOR);
  }

  private String found() {
    return verify()
        .fold(
            whole -> "whole " + whole.head().position() + " " + whole.unsealed(),
            broken -> broken.position() + " " + broken.fault());
  }

  private static void sql(String... statements) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  @Test
  void twentyWritersLeaveOneWholeChain() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(24);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(
          writers.submit(
              () -> {
                start.await();
                write(10);
                return true;
              }));
    }
    for (int i = 0; i < 3; i++) {
      all.add(
          writers.submit(
              () -> {
                start.await();
                for (int n = 0; n < 10; n++) {
                  sealOrLeaveIt();
                }
                return true;
              }));
    }
    start.countDown();
    for (Future<?> one : all) {
      one.get(60, TimeUnit.SECONDS);
    }
    writers.shutdown();
    seal();
    assertThat(found()).isEqualTo("whole 200 0");
  }

  /** As the timer does: who doesn't get the lock tries later. */
  private void sealOrLeaveIt() {
    try {
      seal();
    } catch (RuntimeException e) {
      assertThat(e).hasMessageMatching("(?s).*(audit_head|AUDIT_HEAD|lock|Lock).*");
    }
  }

  @Test
  void aChainThatNobodyTouchedIsWhole() {
    assertThat(found()).isEqualTo("whole 0 0");
    write(3);
    assertThat(found()).isEqualTo("whole 0 3");
    seal();
    write(1);
    assertThat(found()).isEqualTo("whole 3 1");
  }

  @Test
  void namesTheRowThatWasChanged() throws SQLException {
    write(6);
    seal();
    sql("update audit_entry set action = 'SIGNED_IN' where position = 4");
    assertThat(found()).isEqualTo("4 CHANGED");
    UUID row = verify().fold(whole -> new UUID(0, 0), broken -> broken.id().orElseThrow());
    assertThat(desk().written())
        .extracting(AuditView::position, AuditView::id)
        .contains(tuple(4L, row));
  }

  @Test
  void namesTheRowWhoseHashWasSpoilt() throws SQLException {
    write(3);
    seal();
    sql("update audit_entry set hash = 'x' where position = 2");
    assertThat(found()).isEqualTo("2 CHANGED");
  }

  @Test
  void namesThePlaceWhereARowIsMissing() throws SQLException {
    write(6);
    seal();
    sql("delete from audit_entry where position = 4");
    assertThat(found()).isEqualTo("4 MISSING");
  }

  @Test
  void namesTheEndThatWasCutOff() throws SQLException {
    write(6);
    seal();
    sql("delete from audit_entry where position >= 5");
    assertThat(found()).isEqualTo("5 MISSING");
  }

  @Test
  void missesARowAlsoWhenThoseAfterItMovedUp() throws SQLException {
    write(4);
    seal();
    sql(
        "delete from audit_entry where position = 2",
        "update audit_entry set position = 2 where position = 3",
        "update audit_entry set position = 3 where position = 4");
    assertThat(found()).isEqualTo("2 CHANGED");
  }

  @Test
  void namesTheFirstOfTwoRowsThatWereSwapped() throws SQLException {
    write(8);
    seal();
    swap(3, 4);
    assertThat(found()).isEqualTo("3 REORDERED");
    swap(3, 4);
    swap(2, 7);
    assertThat(found()).isEqualTo("2 REORDERED");
  }

  private static void swap(int one, int other) throws SQLException {
    sql(
        "update audit_entry set position = 1000 where position = " + one,
        "update audit_entry set position = " + one + " where position = " + other,
        "update audit_entry set position = " + other + " where position = 1000");
  }

  @Test
  void namesARowThatWasPutIn() throws SQLException {
    write(4);
    seal();
    write(1);
    sql(
        "update audit_entry set position = 5 where position = 4",
        "update audit_entry set position = 4 where position = 3",
        "update audit_entry set position = 3, hash = '"
            + "a".repeat(64)
            + "' where position is null");
    assertThat(found()).isEqualTo("3 INSERTED");
  }

  @Test
  void knowsAChainThatWasMadeAnewByTheHeadThatWasExported() throws SQLException {
    write(4);
    seal();
    desk().timer().export();
    clock.advance(Duration.ofDays(1));
    assertThat(found()).isEqualTo("whole 4 0");
    sql(
        "update audit_entry set channel = 'SFTP' where position = 2",
        "update audit_entry set position = null, hash = null",
        "delete from audit_head");
    seal();
    assertThat(found()).isEqualTo("4 REWRITTEN");
    sql("delete from audit_entry where position > 1", "delete from audit_head");
    assertThat(found()).isEqualTo("1 INSERTED");
  }

  @Test
  void erasingAPersonKeepsTheChainWholeAndTheirValuesUnreadable() throws Exception {
    write(2);
    seal();
    assertThat(desk().written().get(0).values().after()).containsEntry("name", "Léa Durand");
    assertThat(desk().written().get(0).origin()).isEqualTo("192.0.2.7");
    assertThat(DATABASE.inTransaction(() -> desk().keyRing().destroy(OPERATOR, LEA))).isTrue();
    write(1);
    seal();
    assertThat(found()).isEqualTo("whole 3 0");
    assertThat(desk().written())
        .allSatisfy(
            view -> {
              assertThat(view.values()).isEqualTo(AuditView.Values.ERASED);
              assertThat(view.origin()).isEmpty();
              assertThat(view.subject()).isEqualTo(LEA.toString());
            });
    assertThat(DATABASE.inTransaction(() -> desk().keyRing().destroy(OPERATOR, LEA))).isFalse();
  }

  @Test
  void keepsNoPersonalValueReadableInTheTable() throws SQLException {
    write(1);
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from audit_entry")) {
      assertThat(rows.next()).isTrue();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        assertThat(String.valueOf(rows.getString(i))).doesNotContain("Durand", "192.0.2.7");
      }
    }
  }

  @Test
  void exportsALineADay() throws Exception {
    write(2);
    seal();
    desk().timer().export();
    assertThat(Files.readAllLines(data.resolve("audit/heads.txt")))
        .singleElement()
        .asString()
        .matches("2026-11-22T12:00:00Z 2 [0-9a-f]{64}");
  }
}
