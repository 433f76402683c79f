package org.guichet.flux.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

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

  /** One run. */
  static int run(Surroundings surroundings, String... arguments) {
    CheckCommand command = new CheckCommand(surroundings);
    PrintWriter err = new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8);
    CommandLine line =
        new CommandLine(command)
            .setResourceBundle(CheckTexts.bundle(language(List.of(arguments))))
            .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
            .setErr(err)
            .setUsageHelpAutoWidth(false)
            .setExecutionExceptionHandler(new CheckFailures());
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).descriptionKey("help.help").build());
    return line.execute(arguments);
  }

  /** The help is worded before the options are read. */
  private static Language language(List<String> arguments) {
    Map<String, Language> ways =
        Map.of("--lang=en", Language.ENGLISH, "--lang=fr", Language.FRENCH);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      Language named = ways.get(argument);
      if (named != null) {
        return named;
      }
      if (argument.equals("--lang") && i + 1 < arguments.size()) {
        return arguments.get(i + 1).equals("en") ? Language.ENGLISH : Language.FRENCH;
      }
    }
    return Language.FRENCH;
  }
}
