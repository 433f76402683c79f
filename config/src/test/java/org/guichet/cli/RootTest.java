package org.guichet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RootTest {
  @TempDir Path data;

  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void setData() {
    environment.put("GUICHET_DATA", data.toString());
  }

  @Test
  void listsAllMistakesInSettingsAndStartsNothing() {
    environment.put("GUICHET_SFTP_PORT", "no");
    environment.put("GUICHET_ZONE", "Mars");
    environment.put("GUICHET_STFP_PORT", "22");

    assertThat(run("start")).isEqualTo(2);
    assertThat(err.toString())
        .contains("GUICHET_SFTP_PORT=no", "GUICHET_ZONE=Mars", "GUICHET_STFP_PORT", "settings.md");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void listsMistakesForProgramsToo() {
    environment.put("GUICHET_SFTP_PORT", "no");

    assertThat(run("start", "--json")).isEqualTo(2);
    JsonObject mistake = json(err).getJsonArray("mistakes").getJsonObject(0);
    assertThat(mistake.getString("variable")).isEqualTo("GUICHET_SFTP_PORT");
    assertThat(mistake.getString("value")).isEqualTo("no");
  }

  @Test
  void saysThatADownServerIsDown() {
    assertThat(run("status")).isEqualTo(3);
    assertThat(out.toString()).contains("down", data.toString());
    assertThat(run("status", "--json")).isEqualTo(3);
  }

  @Test
  void findsNothingWrongInStoppingWhatDoesNotRun() {
    assertThat(run("stop")).isZero();
    assertThat(run("stop", "--json")).isZero();
    assertThat(out.toString()).contains("not running", "\"stopped\":false");
  }

  @Test
  void hasNoLogBeforeTheFirstStart() {
    assertThat(run("logs")).isEqualTo(1);
    assertThat(err.toString()).contains(data.toString());
  }

  @Test
  void showsTheEndOfTheLogReadably() throws IOException {
    Path log = new DataFolder(data).serverLog();
    Files.createDirectories(log.getParent());
    Files.writeString(log, line("old") + line("DEP-101 one") + line("DEP-101 two"));

    assertThat(run("logs", "-n", "2")).isZero();
    assertThat(out.toString().lines())
        .containsExactly("T INFO  Intake: DEP-101 one", "T INFO  Intake: DEP-101 two");
  }

  @Test
  void tellsItsVersion() {
    assertThat(run("version")).isZero();
    assertThat(out.toString()).startsWith("Guichet ").contains("commit", "17");
    assertThat(run("version", "--json")).isZero();
  }

  @Test
  void wantsACommandThatItKnows() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("dance")).isEqualTo(2);
    assertThat(run("start", "--debug", "here")).isEqualTo(2);
  }

  @Test
  void takesTheDataFolderFromTheOptionBeforeTheEnvironment() {
    CommandLine line = Root.commandLine(environment);
    line.parseArgs("status", "--data", "/somewhere/../else");
    assertThat(((Root) line.getCommand()).data()).isEqualTo(Path.of("/else"));

    CommandLine without = Root.commandLine(environment);
    without.parseArgs("status");
    assertThat(((Root) without.getCommand()).data()).isEqualTo(data);
  }

  private int run(String... arguments) {
    CommandLine line = Root.commandLine(environment);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  private static String line(String message) {
    return "{\"timestamp\":\"T\",\"level\":\"INFO\",\"loggerName\":\"org.x.Intake\",\"message\":\""
        + message
        + "\"}\n";
  }

  private static JsonObject json(StringWriter text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.toString()))) {
      return reader.readObject();
    }
  }
}
