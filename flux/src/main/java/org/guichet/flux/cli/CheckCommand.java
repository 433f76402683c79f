package org.guichet.flux.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Severities;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.Mode;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guichet check}: checks files without a server. */
@Command(name = "guichet check", sortOptions = false, usageHelpWidth = 100)
final class CheckCommand implements Callable<Integer> {
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

  /** Made while the options are read: both take a tenth of a second, and there are processors. */
  private final CompletableFuture<FluxReader> reader =
      CompletableFuture.supplyAsync(FluxReader::new);

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FICHIER", descriptionKey = "help.files")
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private List<String> files;

  @Option(
      names = "--mode",
      paramLabel = "strict|by-passage",
      defaultValue = "strict",
      converter = OptionValues.OfMode.class,
      descriptionKey = "help.mode")
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private Mode mode;

  @Option(
      names = "--format",
      paramLabel = "text|json|xml|csv|rapport",
      defaultValue = "text",
      converter = OptionValues.OfFormat.class,
      descriptionKey = "help.format")
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private Format format;

  @Option(
      names = "--lang",
      paramLabel = "fr|en",
      defaultValue = "fr",
      converter = OptionValues.OfLanguage.class,
      descriptionKey = "help.lang")
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private Language language;

  @Option(names = "--register", paramLabel = "REGISTRE.csv", descriptionKey = "help.register")
  private @Nullable Path register;

  @Option(
      names = "--checks",
      paramLabel = "GUI-1xx=off|warning|passage|file,…",
      defaultValue = "",
      converter = OptionValues.OfChecks.class,
      descriptionKey = "help.checks")
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private Severities severities;

  @Option(names = "--rejected", paramLabel = "DOSSIER", descriptionKey = "help.rejected")
  private @Nullable Path rejected;

  @Option(names = "--all", descriptionKey = "help.all")
  private boolean all;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, Unusable {
    CheckTexts texts = new CheckTexts(language);
    List<Input> inputs = Input.of(files, texts);
    HolderRegister people =
        register == null ? null : RegisterFile.open(register, texts, spec.commandLine().getErr());
    RejectedFiles extracts =
        rejected == null
            ? null
            : RejectedFiles.into(
                rejected, texts, surroundings.clock(), spec.commandLine().getErr());
    boolean accepted = true;
    try (OutputStream out =
        new BufferedOutputStream(new ReportOutput(surroundings.out()), BUFFER)) {
      Report report = report(out, texts, inputs.size());
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
        Subject.of(input.fileName(), ContentChecks.checking(today(), severities))
            .withMode(mode)
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

  private Report report(OutputStream out, CheckTexts texts, int inputs) {
    return switch (format) {
      case TEXT ->
          new TextReport(
              out,
              new Style(surroundings.colours()),
              texts,
              language.locale(),
              new TextReport.Options(all, inputs > 1, register != null));
      case JSON -> new JsonReport(out, language.locale(), register != null);
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
