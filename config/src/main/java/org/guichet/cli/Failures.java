package org.guichet.cli;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.guichet.platform.entity.SettingMistake;
import org.guichet.platform.entity.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells on standard error what went wrong, in text or JSON, and turns it into an exit code. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    Root root = (Root) line.getCommandSpec().root().userObject();
    if (failure instanceof SettingsException settings) {
      line.getErr().println(root.json() ? json(settings.mistakes()) : text(settings.mistakes()));
      return ExitCode.USAGE;
    }
    int code = failure instanceof FailedException told ? told.exitCode() : ExitCode.REFUSED;
    String message =
        failure instanceof FailedException
            ? String.valueOf(failure.getMessage())
            : "guichet: " + failure;
    line.getErr()
        .println(
            root.json()
                ? Json.createObjectBuilder().add("error", message).build().toString()
                : message);
    return code;
  }

  private static String text(List<SettingMistake> mistakes) {
    StringBuilder text = new StringBuilder("Not started: the settings have mistakes.\n");
    mistakes.forEach(mistake -> text.append("  ").append(mistake).append('\n'));
    return text.append("docs/settings.md says what each setting takes.").toString();
  }

  private static String json(List<SettingMistake> mistakes) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (SettingMistake mistake : mistakes) {
      JsonObjectBuilder object =
          Json.createObjectBuilder()
              .add("variable", mistake.variable())
              .add("problem", mistake.problem())
              .add("expected", mistake.expected());
      mistake.value().ifPresent(value -> object.add("value", value));
      array.add(object);
    }
    return Json.createObjectBuilder()
        .add("error", "the settings have mistakes")
        .add("mistakes", array)
        .build()
        .toString();
  }
}
