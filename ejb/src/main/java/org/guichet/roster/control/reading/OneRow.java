package org.guichet.roster.control.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.SourceRow;
import org.guichet.roster.entity.TableShape;
import org.jspecify.annotations.Nullable;

/** One row of a file; what follows it isn't read. */
public final class OneRow implements TableSink {
  private final long line;
  private @Nullable SourceRow found;

  private OneRow(long line) {
    this.line = line;
  }

  /** The row that begins on this line, from 1; empty where there is none. */
  public static Optional<SourceRow> at(Path file, TableShape shape, long line) throws IOException {
    OneRow wanted = new OneRow(line);
    if (shape.isReadable()) {
      new TableFile(file).read(shape, wanted);
    }
    return Optional.ofNullable(wanted.found);
  }

  @Override
  public void row(SourceRow row) {
    found = row.line() == line ? row : found;
  }

  @Override
  public boolean wantsMore() {
    return found == null;
  }

  @Override
  public void finding(RosterFinding finding) {
    // Told when the plan was made.
  }
}
