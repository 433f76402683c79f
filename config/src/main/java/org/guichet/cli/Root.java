package org.guichet.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guichet.cli.administration.AdministrationCommands;
import org.guichet.cli.administration.AdministrationContext;
import org.guichet.platform.control.SettingsReader;
import org.guichet.platform.entity.Setting;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself, and the two options that every part of it understands. */
@Command(
    name = "guichet",
    description = "Starts, stops and administers a Guichet server.",
    subcommands = {
      StartCommand.class,
      StopCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      VersionCommand.class
    })
public final class Root implements Runnable, AdministrationContext {
  private final Map<String, String> environment;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The server's data folder; default: GUICHET_DATA, else data/ of the project.")
  private @Nullable Path data;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer in JSON, for programs.")
  private boolean json;

  Root(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The data folder of the server that is meant. */
  @Override
  public Path data() {
    String text =
        data != null
            ? data.toString()
            : Optional.ofNullable(environment.get(Setting.DATA.variable()))
                .filter(value -> !value.isBlank())
                .orElse(System.getProperty("guichet.default.data", Setting.DATA.defaultText()));
    return Path.of(text).toAbsolutePath().normalize();
  }

  @Override
  public boolean json() {
    return json;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  /**
   * All settings.
   *
   * @throws SettingsException with every mistake, misspelt names among them
   */
  Settings settings() {
    Function<String, Optional<String>> variables = SettingsReader.environment(environment);
    return SettingsReader.read(
        key ->
            key.equals(Setting.DATA.property())
                ? Optional.of(data().toString())
                : variables.apply(key),
        environment.keySet());
  }

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? See below.");
  }

  /** The whole command line, for one run. */
  public static CommandLine commandLine(Map<String, String> environment) {
    Root root = new Root(environment);
    CommandLine line = new CommandLine(root);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Say what the command does and takes.")
                .build());
    AdministrationCommands.addTo(line, root);
    line.setExecutionExceptionHandler(new Failures());
    return line;
  }
}
