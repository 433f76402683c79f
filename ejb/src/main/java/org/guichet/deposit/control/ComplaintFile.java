package org.guichet.deposit.control;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.report.Rapport;
import org.guichet.flux.report.Rapport.ErrorType;
import org.jspecify.annotations.Nullable;

/**
 * The rapport on a file that may turn out to be refused for what the schema says: written while the
 * file is read, since there may be more complaints than memory. Thrown away unless it is needed.
 */
public final class ComplaintFile implements Closeable {
  private final Path file;
  private final CheckTask task;
  private @Nullable OutputStream out;
  private Rapport.@Nullable Errors errors;

  public ComplaintFile(Path folder, CheckTask task) {
    this.file = folder.resolve(task.attempt() + ".tmp");
    this.task = task;
  }

  public void add(Finding finding) throws IOException {
    Rapport.Errors writer = errors;
    if (writer == null) {
      out = new BufferedOutputStream(Files.newOutputStream(file));
      writer = Rapport.errors(out, task.fileName(), task.treatment(), task.trial());
      errors = writer;
    }
    writer.error(
        ErrorType.of(finding.code()),
        FindingTexts.rapportMessage(finding),
        finding.line(),
        finding.column());
  }

  /** Ends the document and copies it. */
  public void copyTo(OutputStream target) throws IOException {
    end();
    Files.copy(file, target);
  }

  @Override
  public void close() throws IOException {
    end();
    Files.deleteIfExists(file);
  }

  private void end() throws IOException {
    if (errors != null) {
      errors.close();
      errors = null;
    }
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
