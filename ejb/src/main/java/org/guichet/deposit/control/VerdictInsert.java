package org.guichet.deposit.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.guichet.deposit.entity.PassageOutcome;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Repeats;
import org.guichet.flux.register.NameFolding;
import org.guichet.platform.entity.DepositId;
import org.jspecify.annotations.Nullable;

/**
 * Writes verdicts as far as the file alone can tell, many in one statement: a file has up to
 * hundreds of thousands, and an entity for each costs more than reading the file.
 */
final class VerdictInsert implements AutoCloseable {
  private static final int LONGEST_ID = 255;
  private static final int LONGEST_NAME = 60;

  private static final String INSERT =
      "insert into passage_verdict (attempt, deposit, passage, certification, id_technique,"
          + " last_name, first_name, birth_date, valid_from, outcome, cause, line, byte_offset,"
          + " byte_length, findings) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String INSERT_FINDING =
      "insert into passage_finding (attempt, code, passage, severity)" + " values (?, ?, ?, ?)";

  private final PreparedStatement insert;
  private final PreparedStatement finding;
  private boolean anyFinding;

  VerdictInsert(Connection connection, UUID attempt, DepositId deposit) throws SQLException {
    insert = connection.prepareStatement(INSERT);
    insert.setObject(1, attempt);
    insert.setObject(2, deposit.value());
    finding = connection.prepareStatement(INSERT_FINDING);
    finding.setObject(1, attempt);
  }

  void add(Passage passage) throws SQLException {
    Finding cause = passage.firstBlocking();
    insert.setInt(3, passage.position());
    insert.setInt(4, passage.certification());
    insert.setString(5, id(passage));
    insert.setString(6, cut(NameFolding.words(passage.lastName()), LONGEST_NAME));
    insert.setString(7, cut(NameFolding.words(passage.firstName()), LONGEST_NAME));
    insert.setObject(8, passage.birthDate(), Types.DATE);
    insert.setObject(9, passage.validFrom(), Types.DATE);
    insert.setString(10, (cause == null ? PassageOutcome.OK : PassageOutcome.KO).name());
    insert.setString(11, cause == null ? null : cause.code().name());
    insert.setInt(12, passage.line());
    insert.setLong(13, passage.offset());
    insert.setLong(14, passage.length());
    insert.setString(15, FindingsJson.write(passage.findings()));
    insert.addBatch();
    addFindings(passage);
  }

  /** One row for each code, however often it was found in the passage; the gravest counts. */
  private void addFindings(Passage passage) throws SQLException {
    Map<FindingCode, Severity> found = new EnumMap<>(FindingCode.class);
    for (Finding one : Repeats.without(passage.findings())) {
      found.merge(one.code(), one.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    for (Map.Entry<FindingCode, Severity> entry : found.entrySet()) {
      finding.setString(2, entry.getKey().name());
      finding.setInt(3, passage.position());
      finding.setString(4, entry.getValue().name());
      finding.addBatch();
      anyFinding = true;
    }
  }

  void execute() throws SQLException {
    insert.executeBatch();
    if (anyFinding) {
      finding.executeBatch();
    }
  }

  @Override
  public void close() throws SQLException {
    try (finding) {
      insert.close();
    }
  }

  /** As it is kept, and told of in the rapport. */
  static @Nullable String id(Passage passage) {
    return cut(passage.idTechnique(), LONGEST_ID);
  }

  /** A refused value may be longer than any that is accepted. */
  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }
}
