package org.guichet.deposit.control;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.flux.report.Rapport;
import org.jspecify.annotations.Nullable;

/**
 * What the rapport says of each passage, kept in a file while the passages are judged batch by
 * batch, so that their rows needn't be read again, and counted. Thrown away in the end. For one
 * thread at a time.
 */
public final class JudgedPassages implements Closeable {
  private final Path file;
  private final CheckTask task;
  private @Nullable DataOutputStream out;
  private int accepted;
  private int rejected;

  public JudgedPassages(Path folder, CheckTask task) {
    this.file = folder.resolve(task.attempt() + ".judged.tmp");
    this.task = task;
  }

  /**
   * Takes a batch.
   *
   * @param duplicates positions of those whose key stands accepted from another file
   */
  public void add(Collection<Passage> batch, Set<Integer> duplicates) throws IOException {
    DataOutputStream to = out;
    if (to == null) {
      to = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
      out = to;
    }
    for (Passage passage : batch) {
      String id = VerdictInsert.id(passage);
      Finding cause = cause(passage, id, duplicates);
      write(to, id);
      write(to, cause == null ? null : FindingTexts.rapportMessage(cause, id));
      if (cause == null) {
        accepted++;
      } else {
        rejected++;
      }
    }
  }

  /** A duplicate within the file may have been found before the file named its issuer. */
  private @Nullable Finding cause(Passage passage, @Nullable String id, Set<Integer> duplicates) {
    Finding cause = passage.firstBlocking();
    boolean duplicate =
        cause == null
            ? duplicates.contains(passage.position())
            : cause.code() == FindingCode.DUPLICATE;
    return duplicate ? duplicate(passage.line(), id == null ? "" : id) : cause;
  }

  private Finding duplicate(int line, String id) {
    return new Finding(
        FindingCode.DUPLICATE, Severity.PASSAGE, line, 0, "", List.of(task.sender().value(), id));
  }

  public Tally tally() {
    return new Tally(accepted, rejected);
  }

  /** Tells the rapport of all passages, rejected ones first, both in the order of the file. */
  public void writeTo(Rapport.Passages rapport) throws IOException {
    end();
    if (rejected > 0) {
      replay(
          (id, message) -> {
            if (message != null) {
              rapport.rejected(id, message);
            }
          });
    }
    if (accepted > 0) {
      replay(
          (id, message) -> {
            if (message == null && id != null) {
              rapport.accepted(id);
            }
          });
    }
  }

  private void replay(Reader reader) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int i = 0; i < accepted + rejected; i++) {
        reader.passage(read(in), read(in));
      }
    }
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String read(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    end();
    Files.deleteIfExists(file);
  }

  private void end() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }

  /** Is told of each passage; without a message it is accepted. */
  private interface Reader {
    void passage(@Nullable String idTechnique, @Nullable String message) throws IOException;
  }
}
