package org.guichet.deposit.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.guichet.deposit.entity.PassageOutcome;
import org.guichet.flux.Finding;
import org.guichet.flux.Passage;
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

  private final PreparedStatement insert;

  VerdictInsert(Connection connection, UUID attempt, DepositId deposit) throws SQLException {
    insert = connection.prepareStatement(INSERT);
    insert.setObject(1, attempt);
    insert.setObject(2, deposit.value());
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
  }

  void execute() throws SQLException {
    insert.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
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
