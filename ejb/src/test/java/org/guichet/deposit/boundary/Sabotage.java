package org.guichet.deposit.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.guichet.deposit.entity.DepositKind.REAL;
import static org.guichet.deposit.entity.DepositKind.TRIAL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.Difference;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;
import org.guichet.receipt.entity.Gist;
import org.guichet.receipt.entity.NewReceipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptNames;
import org.guichet.receipt.entity.ReceiptOutcome;
import org.guichet.receipt.entity.Recipient;
import org.guichet.testing.TestDatabase;

/**
 * Damages a worked desk in one way at a time, each time in a place where nothing was damaged yet,
 * and knows what a reconciliation must say about it.
 */
final class Sabotage {
  /** A disk that can't be read isn't planted here. */
  static final List<DifferenceKind> KINDS =
      Arrays.stream(DifferenceKind.values())
          .filter(kind -> kind != DifferenceKind.FILE_UNREADABLE)
          .toList();

  private final WorkedDesk desk;
  private final TestDatabase database;
  private final Random random;
  private final OrganisationView alice;

  Sabotage(WorkedDesk desk, TestDatabase database, Random random) {
    this.desk = desk;
    this.database = database;
    this.random = random;
    this.alice = desk.bench.alice;
  }

  /** Damages something; what must be found. */
  Difference plant(DifferenceKind kind) {
    try {
      return switch (kind) {
        case FILE_MISSING -> fileMissing();
        case FILE_DAMAGED -> fileDamaged();
        case RECEIPT_FILE_MISSING -> receiptFileMissing();
        case RECEIPT_FILE_DAMAGED -> receiptFileDamaged();
        case FILE_WITHOUT_ROW -> fileWithoutRow();
        case TRIAL_FILE_MISSING -> trialFileMissing();
        case PART_LEFT_BEHIND -> partLeftBehind();
        case PART_WITHOUT_ROW -> incoming(kind, anyId() + ".part");
        case DOCUMENT_LEFT_BEHIND -> incoming(kind, anyId() + ".tmp");
        case UPLOAD_WITHOUT_PART -> uploadWithoutPart();
        case UPLOAD_TAKEN -> uploadTaken();
        case UPLOAD_OPEN_IN_DEAD_RUN -> uploadOpen();
        case LANE_OF_DEAD_RUN -> lane();
        case RECEIPT_MISSING -> receiptMissing();
        case RECEIPT_TOO_EARLY -> receiptTooEarly();
        case RECEIPT_OF_NOTHING -> receiptOfNothing();
        case DUPLICATE_UNANSWERED -> duplicateUnanswered();
        case OUTBOX_ENTRY_MISSING -> outboxEntryMissing();
        case ENTRY_WITHOUT_RECEIPT -> entryWithoutReceipt();
        case KEYS_DIFFER -> keysDiffer();
        case KEYS_OF_NO_VERDICT -> keysOfNoVerdict();
        case COUNTS_DIFFER -> countsDiffer();
        case DEAD_ATTEMPT -> deadAttempt();
        case VERDICTS_WITHOUT_DEPOSIT -> verdictsWithoutDeposit();
        case HISTORY_GAP -> historyGap();
        case FILE_UNREADABLE -> throw new IllegalArgumentException("not planted here");
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private DepositView accepted() {
    return desk.judge(desk.drop(alice, REAL), 1 + random.nextInt(3), 0);
  }

  private DepositView partly() {
    return desk.judge(desk.drop(desk.bench.bob, REAL), 2, 1 + random.nextInt(2));
  }

  private static Difference left(DifferenceKind kind, DepositView deposit) {
    return new Difference(kind, Long.toString(deposit.number()), false);
  }

  private static Difference mended(DifferenceKind kind, String about) {
    return new Difference(kind, about, true);
  }

  private Difference fileMissing() throws IOException {
    DepositView deposit = accepted();
    Files.delete(place(deposit.sha256().orElseThrow()));
    return left(DifferenceKind.FILE_MISSING, deposit);
  }

  private Difference fileDamaged() throws IOException {
    DepositView deposit = partly();
    damage(place(deposit.sha256().orElseThrow()));
    return left(DifferenceKind.FILE_DAMAGED, deposit);
  }

  private Difference receiptFileMissing() throws IOException, SQLException {
    Map.Entry<String, Sha256> receipt = receipt(accepted().id().value());
    Files.delete(place(receipt.getValue()));
    return new Difference(DifferenceKind.RECEIPT_FILE_MISSING, receipt.getKey(), false);
  }

  private Difference receiptFileDamaged() throws IOException, SQLException {
    Map.Entry<String, Sha256> receipt = receipt(partly().id().value());
    damage(place(receipt.getValue()));
    return new Difference(DifferenceKind.RECEIPT_FILE_DAMAGED, receipt.getKey(), false);
  }

  /** Cuts it, lets it grow, or changes one bit of it. */
  private void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (random.nextInt(3)) {
      case 0 -> Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
      case 1 -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
      default -> {
        bytes[random.nextInt(bytes.length)] ^= 1;
        Files.write(file, bytes);
      }
    }
  }

  private Difference fileWithoutRow() throws IOException {
    String content = "nobody's " + anyId();
    Stored stored = desk.bench.store.write(out -> out.write(content.getBytes(UTF_8)));
    return mended(DifferenceKind.FILE_WITHOUT_ROW, stored.digest().hex());
  }

  private Difference trialFileMissing() throws IOException {
    DepositView trial = desk.drop(alice, TRIAL);
    Files.delete(desk.bench.parts.of(trial.id()));
    return left(DifferenceKind.TRIAL_FILE_MISSING, trial);
  }

  private Difference partLeftBehind() throws IOException {
    DepositView trial = desk.judge(desk.drop(alice, TRIAL), 1, 0);
    return incoming(DifferenceKind.PART_LEFT_BEHIND, trial.id() + ".part");
  }

  /** A file in the incoming folder that was last written two days ago. */
  private Difference incoming(DifferenceKind kind, String name) throws IOException {
    Path file = Files.writeString(desk.bench.store.incoming().resolve(name), "left");
    Instant old = desk.bench.clock.instant().minus(Duration.ofDays(2));
    Files.setLastModifiedTime(file, FileTime.from(old));
    return mended(kind, name);
  }

  private Difference uploadWithoutPart() throws IOException {
    UUID id = upload("x-" + anyId() + ".part", true);
    Files.delete(desk.bench.parts.of(new DepositId(id)));
    return mended(DifferenceKind.UPLOAD_WITHOUT_PART, id.toString());
  }

  private Difference uploadOpen() throws IOException, SQLException {
    UUID id = upload("y-" + anyId() + ".xml", false);
    boolean ours = random.nextBoolean();
    sql("update upload set boot = ? where id = ?", (ours ? "test/" : "other/") + anyId(), id);
    return new Difference(DifferenceKind.UPLOAD_OPEN_IN_DEAD_RUN, id.toString(), ours);
  }

  private UUID upload(String name, boolean closed) throws IOException {
    Incoming file = desk.bench.spool.begin(SpoolBench.key(alice), DropFolder.REAL, name);
    file.write(ByteBuffer.wrap("part".getBytes(UTF_8)));
    if (closed) {
      desk.bench.spool.close(SpoolBench.key(alice), file);
    } else {
      file.close();
    }
    return file.id();
  }

  private Difference uploadTaken() throws SQLException {
    DepositView deposit = accepted();
    sql(
        "insert into upload (id, version, organisation, sender, kind, channel, name, state, boot,"
            + " started_at, changed_at) select id, 1, organisation, sender, kind, channel, ?,"
            + " 'BROKEN', 'test/old', received_at, received_at from deposit where id = ?",
        deposit.fileName() + " again",
        deposit.id().value());
    return mended(DifferenceKind.UPLOAD_TAKEN, deposit.id().toString());
  }

  private Difference lane() throws SQLException {
    boolean ours = random.nextBoolean();
    String holder = (ours ? "test/" : "other/") + anyId() + "/" + anyId();
    sql(
        "insert into deposit_lane (organisation, kind, holder, lease_until) select ?, 'REAL', ?,"
            + " received_at from deposit where number = (select min(number) from deposit)",
        anyId(),
        holder);
    return mended(DifferenceKind.LANE_OF_DEAD_RUN, holder);
  }

  private Difference receiptMissing() throws IOException, SQLException {
    DepositView deposit = random.nextBoolean() ? accepted() : desk.refuse(desk.drop(alice, REAL));
    forgetReceipt(deposit.id().value());
    return left(DifferenceKind.RECEIPT_MISSING, deposit);
  }

  private void forgetReceipt(UUID subject) throws IOException, SQLException {
    Map.Entry<String, Sha256> receipt = receipt(subject);
    sql(
        "delete from outbox_entry where receipt = (select id from receipt where number = ?)",
        receipt.getKey());
    sql("delete from receipt where number = ?", receipt.getKey());
    Files.delete(place(receipt.getValue()));
  }

  private Difference receiptTooEarly() throws IOException {
    DepositView deposit = desk.drop(alice, REAL);
    issue(deposit.id(), ReceiptKind.PROCESSING);
    return left(DifferenceKind.RECEIPT_TOO_EARLY, deposit);
  }

  private Difference receiptOfNothing() throws IOException {
    String number = issue(new DepositId(anyId()), ReceiptKind.RECEPTION);
    return new Difference(DifferenceKind.RECEIPT_OF_NOTHING, number, false);
  }

  private String issue(DepositId subject, ReceiptKind kind) throws IOException {
    String number = "XX-" + (10_000 + random.nextInt(1_000_000));
    Stored content = desk.bench.store.write(out -> out.write(number.getBytes(UTF_8)));
    Recipient recipient = new Recipient(alice.id(), alice.name(), "", List.of());
    NewReceipt receipt =
        new NewReceipt(
            subject.value(),
            subject,
            kind,
            number,
            alice.id(),
            false,
            null,
            List.of(),
            new ReceiptNames(number + ".xml", number + "-2.xml"),
            content,
            List.of(recipient),
            "receipt.reception.ok",
            new Gist(ReceiptOutcome.RECEIVED, 1, "x.xml", "", desk.bench.clock.instant(), 0, 0));
    desk.run(() -> desk.issuing.issue(WorkedDesk.SYSTEM, receipt));
    return number;
  }

  private Difference duplicateUnanswered() throws IOException, SQLException {
    String content = "<lot n='twice " + anyId() + "'/>";
    DepositView first = desk.judge(desk.drop(alice, REAL, anyId() + ".xml", content), 1, 0);
    long number = desk.duplicate(first, content);
    forgetReceipt(uuid("select id from duplicate_drop where number = ?", number));
    return new Difference(DifferenceKind.DUPLICATE_UNANSWERED, Long.toString(number), false);
  }

  private Difference outboxEntryMissing() throws SQLException {
    DepositView deposit = partly();
    UUID recipient = (random.nextBoolean() ? alice : desk.bench.bob).id().value();
    sql(
        "delete from outbox_entry where recipient = ? and receipt ="
            + " (select id from receipt where subject = ? and kind = ?)",
        recipient,
        deposit.id().value(),
        anyKind());
    return mended(DifferenceKind.OUTBOX_ENTRY_MISSING, Long.toString(deposit.number()));
  }

  private Difference entryWithoutReceipt() throws SQLException {
    UUID id = anyId();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      boolean postgres = TestDatabase.onPostgres();
      statement.execute(
          postgres ? "set session_replication_role = replica" : "set referential_integrity false");
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into outbox_entry (id, receipt, recipient, folder, name, laid_at)"
                  + " values (?, ?, ?, '', 'x', current_timestamp)")) {
        insert.setObject(1, id);
        insert.setObject(2, anyId());
        insert.setObject(3, anyId());
        insert.execute();
      }
      statement.execute(
          postgres ? "set session_replication_role = origin" : "set referential_integrity true");
    }
    return new Difference(DifferenceKind.ENTRY_WITHOUT_RECEIPT, id.toString(), false);
  }

  private Difference keysDiffer() throws SQLException {
    DepositView deposit = partly();
    sql("delete from key_claim where deposit = ? and passage = 1", deposit.id().value());
    return left(DifferenceKind.KEYS_DIFFER, deposit);
  }

  private Difference keysOfNoVerdict() throws SQLException {
    DepositView deposit = desk.refuse(desk.drop(alice, REAL));
    sql(
        "insert into key_claim (issuer, id_technique, deposit, attempt, passage)"
            + " select sender, ?, id, attempt, 1 from deposit where id = ?",
        "stray " + anyId(),
        deposit.id().value());
    return left(DifferenceKind.KEYS_OF_NO_VERDICT, deposit);
  }

  private Difference countsDiffer() throws SQLException {
    DepositView deposit = partly();
    sql("delete from passage_verdict where deposit = ? and outcome = 'KO'", deposit.id().value());
    return left(DifferenceKind.COUNTS_DIFFER, deposit);
  }

  private Difference deadAttempt() throws SQLException {
    DepositView deposit = random.nextBoolean() ? accepted() : partly();
    verdict(deposit.id().value());
    return mended(DifferenceKind.DEAD_ATTEMPT, Long.toString(deposit.number()));
  }

  private Difference verdictsWithoutDeposit() throws SQLException {
    UUID deposit = anyId();
    verdict(deposit);
    return new Difference(DifferenceKind.VERDICTS_WITHOUT_DEPOSIT, deposit.toString(), false);
  }

  private void verdict(UUID deposit) throws SQLException {
    sql(
        "insert into passage_verdict (attempt, passage, deposit, certification, outcome, line,"
            + " byte_offset, byte_length) values (?, 1, ?, 1, 'OK', 1, 0, 0)",
        anyId(),
        deposit);
  }

  private Difference historyGap() throws SQLException {
    DepositView deposit = random.nextBoolean() ? partly() : desk.drop(alice, REAL);
    sql(
        "delete from deposit_history where deposit = ? and status = ?",
        deposit.id().value(),
        deposit.status().name());
    return mended(DifferenceKind.HISTORY_GAP, Long.toString(deposit.number()));
  }

  /** Number and bytes of one of the receipts on a subject. */
  private Map.Entry<String, Sha256> receipt(UUID subject) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select number, sha256 from receipt where subject = ? order by kind"
                    + (random.nextBoolean() ? " desc" : ""))) {
      query.setObject(1, subject);
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return Map.entry(found.getString(1), new Sha256(found.getString(2)));
      }
    }
  }

  private UUID uuid(String query, long number) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, number);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getObject(1, UUID.class);
      }
    }
  }

  private void sql(String change, Object... values) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(change)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      if (statement.executeUpdate() == 0) {
        throw new IllegalStateException("Nothing was damaged by: " + change);
      }
    }
  }

  private Path place(Sha256 digest) {
    String hex = digest.hex();
    return desk.bench
        .store
        .incoming()
        .resolveSibling("files")
        .resolve(hex.substring(0, 2))
        .resolve(hex.substring(2, 4))
        .resolve(hex);
  }

  private String anyKind() {
    return (random.nextBoolean() ? ReceiptKind.RECEPTION : ReceiptKind.PROCESSING).name();
  }

  private UUID anyId() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return UUID.nameUUIDFromBytes(HexFormat.of().formatHex(bytes).getBytes(UTF_8));
  }
}
