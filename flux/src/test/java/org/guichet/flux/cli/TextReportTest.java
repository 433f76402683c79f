package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guichet.flux.FluxSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReportTest {
  private static final String WRONG =
      FluxSamples.flux().xml().replace("<sexe>F</sexe>", "<sexe>H</sexe>");

  @TempDir private Path folder;

  private Run check(byte[] file, String... options) throws IOException {
    Path path = Files.write(folder.resolve("a.xml"), file);
    String[] arguments = new String[options.length + 1];
    arguments[0] = path.toString();
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Run.check(folder, arguments);
  }

  /** From the line on that begins with the place of the first finding. */
  private List<String> lines(Run run) {
    return run.out().lines().toList();
  }

  @Test
  void showsPlaceCauseSourceAndWhatToDo() throws IOException {
    List<String> lines = lines(check(WRONG.getBytes(UTF_8)));
    assertThat(lines.get(0))
        .matches(".*/a\\.xml:\\d+:\\d+: passage refusé GUI-037 Valeur hors de la liste");
    assertThat(lines.get(1)).matches(" +\\d+ │ +<sexe>H</sexe>");
    assertThat(lines.get(2)).matches("      │ +\\^");
    assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("H<"));
    assertThat(lines.get(3)).isEqualTo("       Passage T-000001");
    assertThat(lines.get(4)).contains("« H »");
    assertThat(lines.get(5)).startsWith("       Attendu : ");
    assertThat(lines.get(6)).startsWith("       À faire : ");
  }

  @Test
  void showsAPartOfALongLineAroundTheColumn() throws IOException {
    String oneLine = WRONG.replaceAll(">\\s+<", "><").replace("\n", " ");
    List<String> lines = lines(check(oneLine.getBytes(UTF_8)));
    assertThat(lines.get(1)).startsWith("    1 │ …").endsWith("…").hasSizeLessThan(140);
    assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("H</sexe>"));
  }

  @Test
  void underlinesTheSameInOtherEncodings() throws IOException {
    String utf16 = WRONG.replace("UTF-8", "UTF-16LE");
    List<String> lines = lines(check(utf16.getBytes(UTF_16LE)));
    assertThat(lines.stream().anyMatch(line -> line.contains("<sexe>H</sexe>"))).isTrue();
  }

  @Test
  void countsWhatComesOftenAndShowsAllWhenAsked() throws IOException {
    byte[] file =
        FluxSamples.flux()
            .passages(1200)
            .xml()
            .replaceAll("<sexe>[FM]</sexe>", "<sexe>H</sexe>")
            .getBytes(UTF_8);
    Run some = check(file);
    assertThat(some.out().lines().filter(line -> line.contains("GUI-037 Valeur"))).hasSize(3);
    assertThat(some.out().replaceAll("[\\u202F\\u00A0]", " "))
        .contains("… et 1 197 autres anomalies GUI-037, dans 1 200 passages en tout ; --all");
    Run all = check(file, "--all");
    assertThat(all.out().lines().filter(line -> line.contains("GUI-037 Valeur"))).hasSize(1200);
    assertThat(all.out()).doesNotContain("--all").contains("Passage T-001200");
  }

  @Test
  void usesColoursOnATerminalOnly() throws IOException {
    Path path = Files.writeString(folder.resolve("a.xml"), WRONG);
    assertThat(Run.with(folder, new byte[0], true, path.toString()).out()).contains("\u001B[1;31m");
    assertThat(Run.with(folder, new byte[0], false, path.toString()).out())
        .doesNotContain("\u001B");
  }

  @Test
  void aFileCannotSteerTheTerminal() throws IOException {
    Run run = check(WRONG.replace(">H<", ">\u009B31mH<").getBytes(UTF_8));
    assertThat(run.out()).contains("·31mH").doesNotContain("\u009B");
  }

  @Test
  void showsWhatCanBeShownOfAFileThatIsNoXml() throws IOException {
    Run run = check(new byte[] {'P', 'K', 3, 4, 0, 0, 27, '[', '3', '1', 'm'});
    assertThat(run.out()).contains("GUI-006").contains("PK").contains("illisible");
    assertThat(run.out()).doesNotContain("\u001B").doesNotContain("\u0003");
    assertThat(check(new byte[0]).out()).contains("illisible");
  }
}
