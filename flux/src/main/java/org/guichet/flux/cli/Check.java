package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.guichet.flux.FluxReader;
import org.guichet.flux.SchemaTables;
import org.guichet.flux.check.ContentChecks;

/** Entry point of the offline checker. */
public final class Check {
  private Check() {}

  /** Checks the files that are named; exits with {@link CheckCommand}'s codes. */
  public static void main(String[] arguments) {
    Surroundings surroundings =
        new Surroundings(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            Terminal.takesColours(1, System.getenv()),
            Terminal.is(2),
            Clock.system(ZoneId.systemDefault()),
            Path.of(System.getProperty("java.io.tmpdir")));
    System.exit(run(surroundings, arguments));
  }

  /** One run; returns the code to exit with. */
  static int run(Surroundings surroundings, String... arguments) {
    // Starting takes longer than reading a small file, so it is shared among two processors.
    CompletableFuture<FluxReader> reader =
        CompletableFuture.supplyAsync(
            () -> {
              ContentChecks.prepare();
              return new FluxReader();
            });
    CheckTexts texts = new CheckTexts(CheckCall.language(List.of(arguments)));
    PrintWriter err = new PrintWriter(surroundings.err(), true, UTF_8);
    try {
      CheckCall call = CheckCall.of(List.of(arguments), texts);
      if (call.help()) {
        surroundings.out().write(texts.help().getBytes(UTF_8));
        return CheckCommand.ACCEPTED;
      }
      SchemaTables.flux();
      return new CheckCommand(call, reader, surroundings, err).run();
    } catch (Unusable e) {
      err.println("guichet check" + texts.get("colon") + e.getMessage());
    } catch (IOException e) {
      if (NobodyReads.isCauseOf(e)) {
        return CheckCommand.NOT_ACCEPTED; // whoever read the report has seen enough
      }
      err.println("guichet check" + texts.get("colon") + e);
    }
    return CheckCommand.UNUSABLE;
  }
}
