package org.guichet.flux.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.guichet.flux.Checking;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.Severity;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  private static final FluxReader READER = new FluxReader();
  private static final List<FindingCode> FINE = List.of();
  private static final List<FindingCode> DUPLICATE = List.of(FindingCode.DUPLICATE);

  private final Told told = new Told();

  private void read(String xml) throws IOException {
    READER.read(
        new ByteArrayInputStream(xml.getBytes(UTF_8)), Checking.schemaOnly(), new Duplicates(told));
  }

  /** A file whose passages have these ids. */
  private static String file(String... ids) {
    return FluxSamples.flux()
        .passages(ids.length)
        .passage(n -> FluxSamples.passage(ids[n - 1], FluxSamples.titulaire(n)))
        .xml();
  }

  /** The same in two certifications; the second starts with the passage of this number. */
  private static String split(String xml, int second) {
    String start = "<passageCertification>";
    int at = -1;
    for (int n = 0; n < second; n++) {
      at = xml.indexOf(start, at + 1);
    }
    return xml.substring(0, at)
        + "</passageCertifications></certification><certification><type>RS</type><code>RS1</code>"
        + "<passageCertifications>"
        + xml.substring(at);
  }

  @Test
  void tellsEachPassageAfterTheFirst() throws IOException {
    read(file("A", "B", "A", "A"));
    assertThat(told.codes()).containsExactly(FINE, FINE, DUPLICATE, DUPLICATE);
    Finding finding = told.passages.get(2).findings().get(0);
    assertThat(finding.arguments()).containsExactly(FluxSamples.ISSUER, "A");
    assertThat(finding.severity()).isEqualTo(Severity.PASSAGE);
    assertThat(finding.value()).isEqualTo("A");
    assertThat(finding.path()).endsWith("passageCertification[3]/idTechnique");
  }

  @Test
  void comparesIdsAsTheyAreWritten() throws IOException {
    read(file("A", "a", " A", "À"));
    assertThat(told.codes()).containsExactly(FINE, FINE, FINE, FINE);
  }

  @Test
  void aRefusedPassageDoesNotMakeTheNextOneADuplicate() throws IOException {
    read(file("A", "A", "A").replaceFirst("<sexe>F</sexe>", "<sexe>H</sexe>"));
    assertThat(told.codes())
        .containsExactly(
            List.of(FindingCode.NOT_IN_LIST, FindingCode.VALUE_REPEATED), FINE, DUPLICATE);
  }

  @Test
  void theFirstBlockingFindingStaysFirst() throws IOException {
    String xml = file("A", "A");
    int second = xml.lastIndexOf("<sexe>");
    read(xml.substring(0, second) + xml.substring(second).replace("<sexe>M", "<sexe>H"));
    assertThat(told.codes().get(1))
        .containsExactly(
            FindingCode.NOT_IN_LIST, FindingCode.VALUE_REPEATED, FindingCode.DUPLICATE);
  }

  @Test
  void findsThemAcrossCertificationsUnlessTheFirstIsFaulty() throws IOException {
    String xml = split(file("A", "B", "A", "A"), 3);
    read(xml);
    assertThat(told.codes()).containsExactly(FINE, FINE, DUPLICATE, DUPLICATE);
    told.passages.clear();
    read(xml.replaceFirst("<code>RNCP99901</code>", "<code></code>"));
    assertThat(told.codes()).containsExactly(FINE, FINE, FINE, DUPLICATE);
  }

  @Test
  void takesNoneOfAFileThatTakesBackForADuplicate() throws IOException {
    read(
        FluxSamples.flux()
            .action("SUPPRESSION")
            .passages(2)
            .passage(n -> FluxSamples.passage("A", FluxSamples.titulaire(n)))
            .xml());
    assertThat(told.codes()).containsExactly(FINE, FINE);
  }

  @Test
  void theIssuerIsToldWhenTheFileNamesItAtItsEnd() throws IOException {
    String issuer = "<idClient>" + FluxSamples.ISSUER + "</idClient>";
    String xml = file("A", "A");
    read(xml.replaceFirst(issuer, "").replace("</certificateurs>", "</certificateurs>" + issuer));
    Finding nameless = told.passages.get(1).findings().get(0);
    assertThat(nameless.arguments()).containsExactly("", "A");
    assertThat(Duplicates.withIssuer(nameless, "77ZZZ009").arguments())
        .containsExactly("77ZZZ009", "A");
  }

  @Test
  void onlyANamelessDuplicateIsGivenAnIssuer() {
    Finding named =
        new Finding(FindingCode.DUPLICATE, Severity.PASSAGE, 1, 0, "", List.of("77ZZZ001", "A"));
    Finding other = new Finding(FindingCode.SCHEMA, Severity.PASSAGE, 1, 0, "", List.of(""));
    assertThat(Duplicates.withIssuer(named, "77ZZZ009")).isEqualTo(named);
    assertThat(Duplicates.withIssuer(other, "77ZZZ009")).isEqualTo(other);
  }
}
