package org.guichet.flux.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.guichet.flux.report.RejectedExtract;

/**
 * Writes, for each file with rejected passages, a flux of just those into a folder, to be mended
 * and deposited. What is there already is kept: the next number is taken.
 */
final class RejectedFiles {
  private final Path folder;
  private final CheckTexts texts;
  private final Clock clock;
  private final PrintWriter err;

  private RejectedFiles(Path folder, CheckTexts texts, Clock clock, PrintWriter err) {
    this.folder = folder;
    this.texts = texts;
    this.clock = clock;
    this.err = err;
  }

  /**
   * Makes the folder where it isn't there.
   *
   * @param err is told which files were written, and why others weren't
   * @throws Unusable when it can't be made
   */
  static RejectedFiles into(Path folder, CheckTexts texts, Clock clock, PrintWriter err)
      throws Unusable {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Unusable(texts.get("no-folder", folder));
    }
    return new RejectedFiles(folder, texts, clock, err);
  }

  void write(Checked checked) throws IOException {
    if (checked.analysis().rejected() == 0) {
      return;
    }
    int number = 1;
    while (Files.exists(target(checked, number))) {
      number++;
    }
    Path target = target(checked, number);
    RejectedExtract.Result result;
    try (SeekableByteChannel file = Files.newByteChannel(checked.path());
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      result =
          new RejectedExtract(file, out, OffsetDateTime.now(clock), number)
              .write(checked.analysis());
    }
    if (result == RejectedExtract.Result.WRITTEN) {
      err.println(texts.count("extract", checked.analysis().rejected(), target));
    } else {
      Files.delete(target);
      err.println(texts.get("extract." + result, checked.input().name()));
    }
  }

  private Path target(Checked checked, int number) {
    String name = checked.input().fileName().replaceFirst("(?i)\\.xml$", "");
    return folder.resolve(name + "-R" + number + ".xml");
  }
}
