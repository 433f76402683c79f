package org.guichet.flux.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.Outcome;
import org.guichet.flux.analysis.Subject;
import org.guichet.flux.check.ContentChecks;
import org.guichet.flux.register.DisclosedValues;
import org.guichet.flux.register.Duplicates;
import org.guichet.flux.register.HolderRegister;
import org.guichet.flux.register.IdentityMatching;
import org.guichet.flux.register.IdentityMode;
import org.guichet.flux.report.AnalysisRapport;
import org.guichet.flux.report.ReportXmlWriter;
import org.guichet.flux.report.RichReport;
import org.jspecify.annotations.Nullable;

/** {@code guichet check}: checks files without a server. */
final class CheckCommand {
  /** Every file's outcome is ACCEPTED. */
  static final int ACCEPTED = 0;

  /** One file's isn't. */
  static final int NOT_ACCEPTED = 1;

  /** The call can't be followed. */
  static final int UNUSABLE = 2;

  private static final int BUFFER = 1 << 16;

  /** The number of a receipt that no deposit gets. */
  private static final long NOT_DEPOSITED = 0;

  private final Surroundings surroundings;

  private final CompletableFuture<FluxReader> reader;
  private final CheckCall call;
  private final CheckTexts texts;
  private final PrintWriter err;

  /**
   * Readies a run.
   *
   * @param reader whatever it still takes to make one
   */
  CheckCommand(
      CheckCall call,
      CompletableFuture<FluxReader> reader,
      Surroundings surroundings,
      PrintWriter err) {
    this.call = call;
    this.reader = reader;
    this.surroundings = surroundings;
    this.err = err;
    this.texts = new CheckTexts(call.language());
  }

  /** Checks the files; returns the code to exit with. */
  int run() throws IOException, Unusable {
    List<Input> inputs = Input.of(call.files(), texts);
    Path register = call.register();
    HolderRegister people = register == null ? null : RegisterFile.open(register, texts, err);
    Path rejected = call.rejected();
    RejectedFiles extracts =
        rejected == null ? null : RejectedFiles.into(rejected, texts, surroundings.clock(), err);
    boolean accepted = true;
    try (OutputStream out =
        new BufferedOutputStream(new ReportOutput(surroundings.out()), BUFFER)) {
      Report report = report(out, inputs.size());
      for (Input input : inputs) {
        accepted &= check(input, people, report, extracts);
        out.flush();
      }
      report.end();
    }
    return accepted ? ACCEPTED : NOT_ACCEPTED;
  }

  private boolean check(
      Input input, @Nullable HolderRegister people, Report report, @Nullable RejectedFiles extracts)
      throws IOException {
    Subject subject =
        Subject.of(input.fileName(), ContentChecks.checking(today(), call.severities()))
            .withMode(call.mode())
            .withTempFolder(surroundings.tempFolder())
            .withStage(sink -> stage(people, sink));
    try (Input.OnDisk bytes = input.onDisk(surroundings.in(), surroundings.tempFolder());
        Analysis analysis = analysis(bytes.path(), input.name(), subject)) {
      Checked checked = new Checked(input, bytes.path(), analysis);
      report.file(checked);
      if (extracts != null) {
        extracts.write(checked);
      }
      return analysis.outcome() == Outcome.ACCEPTED;
    }
  }

  private Analysis analysis(Path path, String name, Subject subject) throws IOException {
    try (InputStream in = progressing(path, name)) {
      return Analysis.of(reader.join(), in, subject);
    }
  }

  private LocalDate today() {
    return LocalDate.now(surroundings.clock());
  }

  /** Whoever runs the checker with a register is its owner, and may see it. */
  private static FluxSink stage(@Nullable HolderRegister people, FluxSink sink) {
    Duplicates duplicates = new Duplicates(sink);
    return people == null
        ? duplicates
        : new IdentityMatching(people, IdentityMode.BLOCK, DisclosedValues.SHOWN, duplicates);
  }

  private InputStream progressing(Path path, String name) throws IOException {
    InputStream in = Files.newInputStream(path);
    return surroundings.progress()
        ? new Progress(in, Files.size(path), name, surroundings.err())
        : in;
  }

  private Report report(OutputStream out, int inputs) {
    Language language = call.language();
    boolean identities = call.register() != null;
    return switch (call.format()) {
      case TEXT ->
          new TextReport(
              out,
              new Style(surroundings.colours()),
              texts,
              language.locale(),
              new TextReport.Options(call.all(), inputs > 1, identities));
      case JSON -> new JsonReport(out, language.locale(), identities);
      case XML ->
          checked ->
              RichReport.write(
                  checked.analysis(), language.locale(), RichReport.ALL, new ReportXmlWriter(out));
      case CSV -> new CsvReport(out, language.locale());
      case RAPPORT ->
          checked -> AnalysisRapport.write(checked.analysis(), out, NOT_DEPOSITED, false);
    };
  }
}
