package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guichet.flux.FluxSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
  @TempDir private Path folder;

  private String json(String xml) throws IOException {
    Path file = Files.writeString(folder.resolve("a.xml"), xml);
    return Run.check(folder, file.toString(), "--format", "json").out();
  }

  @Test
  void anAcceptedFileIsOneLineWithoutFindings() throws IOException {
    assertThat(json(FluxSamples.flux().passages(2).xml()))
        .isEqualTo(
            "{\"file\":\""
                + folder.resolve("a.xml")
                + "\",\"schemaValid\":true,\"outcome\":\"ACCEPTED\",\"passages\":2,\"rejected\":0,"
                + "\"identityChecked\":false,\"findings\":[]}\n");
  }

  @Test
  void aFindingSaysAllThatIsKnown() throws IOException {
    String xml = FluxSamples.flux().xml().replace("<sexe>F", "<sexe>\"H\"\\");
    long line = xml.substring(0, xml.indexOf("<sexe>")).lines().count();
    String json = json(xml);
    assertThat(json)
        .contains("\"schemaValid\":false,\"outcome\":\"REJECTED\",\"passages\":1,\"rejected\":1")
        .contains(
            "{\"code\":\"GUI-037\",\"severity\":\"PASSAGE\",\"line\":"
                + line
                + ",\"column\":"
                + (1 + xml.lines().toList().get((int) line - 1).length())
                + ",\"path\":\"/flux/emetteur/certificateurs/certificateur/certifications/"
                + "certification[1]/passageCertifications/passageCertification[1]/"
                + "identificationTitulaire/titulaire/sexe\",\"idTechnique\":\"T-000001\","
                + "\"value\":\"\\\"H\\\"\\\\\",\"message\":\"")
        .endsWith("}]}\n");
    assertThat(json.lines()).hasSize(1);
  }

  @Test
  void whatDoesNotStandInAPassageHasNoIdTechnique() throws IOException {
    assertThat(json("<flux>"))
        .contains("\"outcome\":\"MALFORMED\"")
        .contains("\"idTechnique\":null");
  }

  @Test
  void whatWouldSteerATerminalIsEscaped() throws IOException {
    assertThat(json(FluxSamples.flux().xml().replace("<sexe>F", "<sexe>\u009B31m\u2028")))
        .contains("\\u009b31m\\u2028")
        .doesNotContain("\u009B");
  }

  @Test
  void readsStandardInputUnderItsName() {
    assertThat(
            Run.with(
                    folder,
                    FluxSamples.flux().xml().getBytes(UTF_8),
                    false,
                    "-",
                    "--format",
                    "json")
                .out())
        .startsWith("{\"file\":\"-\",\"schemaValid\":true");
  }
}
