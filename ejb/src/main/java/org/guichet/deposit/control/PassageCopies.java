package org.guichet.deposit.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.deposit.entity.ChosenPassage;
import org.guichet.deposit.entity.ChosenPassages;
import org.guichet.deposit.entity.CorrectionRow;
import org.guichet.deposit.entity.CorrectionTask;
import org.guichet.flux.FluxAction;
import org.guichet.flux.Outline;
import org.guichet.flux.edit.PassageText;
import org.guichet.flux.report.PassagesExtract;
import org.guichet.flux.report.RejectedExtract;
import org.guichet.platform.boundary.FileStore;

/** Reads passages out of a deposit's kept file, and writes files of some of them. */
public final class PassageCopies {
  /** Longer than a passage that was ever read: the parser stops before. */
  private static final long LONGEST = 1 << 20;

  private final FileStore store;

  public PassageCopies(FileStore store) {
    this.store = store;
  }

  /**
   * The passages as they stand in the file, by position; without those of which nobody knows where
   * they stand.
   */
  public Map<Integer, PassageText> read(CorrectionTask task, List<CorrectionRow> rows)
      throws IOException {
    Map<Integer, PassageText> passages = new LinkedHashMap<>();
    Charset charset = charset(task);
    try (SeekableByteChannel file = store.openChannel(task.sha256())) {
      for (CorrectionRow row : rows) {
        Optional<PassageText> text = read(file, charset, row.offset(), row.length());
        text.ifPresent(known -> passages.put(row.position(), known));
      }
    }
    return passages;
  }

  private Charset charset(CorrectionTask task) throws IOException {
    try (InputStream head = store.open(task.sha256())) {
      return Outline.charset(head);
    }
  }

  private static Optional<PassageText> read(
      SeekableByteChannel file, Charset charset, long offset, long length) throws IOException {
    if (offset < 0 || length < 1 || length > LONGEST) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length);
    file.position(offset);
    while (bytes.hasRemaining()) {
      if (file.read(bytes) < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(PassageText.of(new String(bytes.array(), charset)));
  }

  /**
   * Writes a flux of the chosen passages, with their changes.
   *
   * @return how many they are; 0 when it couldn't be: what was written is no use then
   */
  public int write(
      CorrectionTask task,
      ChosenPassages chosen,
      String idFlux,
      FluxAction action,
      OffsetDateTime now,
      OutputStream out)
      throws IOException {
    Charset charset = charset(task);
    try (SeekableByteChannel file = store.openChannel(task.sha256());
        SeekableByteChannel again = store.openChannel(task.sha256())) {
      AtomicInteger many = new AtomicInteger();
      RejectedExtract.Result result =
          new PassagesExtract(file, out, now)
              .write(
                  idFlux,
                  action,
                  to ->
                      chosen.each(
                          passage -> {
                            to.passage(copy(again, charset, passage));
                            many.incrementAndGet();
                          }));
      return result == RejectedExtract.Result.WRITTEN ? many.get() : 0;
    }
  }

  private static PassagesExtract.Chosen copy(
      SeekableByteChannel file, Charset charset, ChosenPassage passage) throws IOException {
    String instead = null;
    if (!passage.changes().isEmpty()) {
      instead =
          read(file, charset, passage.offset(), passage.length())
              .orElseThrow(() -> new IOException("A passage isn't where it was"))
              .with(passage.changes())
              .xml();
    }
    return new PassagesExtract.Chosen(passage.offset(), passage.length(), instead);
  }
}
