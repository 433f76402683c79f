package org.guichet.flux.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.guichet.flux.report.Rapport.ErrorType;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class RapportTest {
  @Test
  void listsRejectedAndAcceptedPassages() throws Exception {
    assertThat(passages(false))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rapport xmlns:ns2="urn:cdc:cpf:pc5:rapport:schema">
              <nomFichier>été &amp; hiver.xml</nomFichier>
              <idFlux>FLUX-0001</idFlux>
              <idTraitement>67598</idTraitement>
              <PassagesKO>
                <passage>
                  <idTechnique>T-000001</idTechnique>
                  <messageErreur>Plusieurs titulaires ont été identifiés</messageErreur>
                </passage>
                <passage>
                  <idTechnique></idTechnique>
                  <messageErreur>La valeur '&lt;' (ligne 12)</messageErreur>
                </passage>
              </PassagesKO>
              <PassagesOK>
                <idTechnique>T-000002</idTechnique>
                <idTechnique>T-000003</idTechnique>
              </PassagesOK>
            </rapport>
            """);
  }

  private static String passages(boolean trial) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Rapport.Passages rapport =
        Rapport.passages(out, "été & hiver.xml", "FLUX-0001", 67598, trial)) {
      rapport.rejected("T-000001", "Plusieurs titulaires ont été identifiés");
      rapport.rejected(null, "La valeur '<' (ligne 12)");
      rapport.accepted("T-000002");
      rapport.accepted("T-000003");
    }
    return valid(out);
  }

  @Test
  void writesBothListsWhenTheyAreEmpty() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Rapport.passages(out, "a.xml", "F", 1, false).close();
    assertThat(valid(out).replaceAll("\\s+<", "<"))
        .endsWith("<PassagesKO></PassagesKO><PassagesOK></PassagesOK></rapport>\n");
  }

  @Test
  void listsTheErrorsOfARefusedFile() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Rapport.Errors rapport = Rapport.errors(out, "a.xml", 68548, false)) {
      rapport.error(ErrorType.XSD, "cvc-elt.1.a : Déclaration introuvable.", 1, 18);
    }
    assertThat(valid(out))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rapport xmlns:ns2="urn:cdc:cpf:pc5:rapport:schema">
              <nomFichier>a.xml</nomFichier>
              <idTraitement>68548</idTraitement>
              <erreurs>
                <erreur>
                  <type>XSD</type>
                  <message>cvc-elt.1.a : Déclaration introuvable.</message>
                  <ligne>1</ligne>
                  <colonne>18</colonne>
                </erreur>
              </erreurs>
            </rapport>
            """);
  }

  @Test
  void marksATrialBesideTheUnchangedShape() throws Exception {
    String mark =
        "<!-- ESSAI : ce compte rendu répond à un essai. Rien n'a été enregistré ni transmis. -->\n";
    assertThat(passages(true)).contains(mark);
    assertThat(passages(true).replace(mark, "")).isEqualTo(passages(false));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Rapport.errors(out, "a.xml", 0, true).close();
    assertThat(valid(out)).contains(mark);
  }

  @Test
  void handsValuesOverAsTheyAreAndReplacesWhatXmlCannotHold() throws Exception {
    String id = " a\r\nb\tc&lt;<]]>\"'é€😀\u00A0\uFFFD ";
    assertThat(idTechniqueThrough(id)).isEqualTo(id);
    assertThat(idTechniqueThrough("\u0000a\u001Fb\uFFFEc\uD83Dd\uDE00"))
        .isEqualTo("\uFFFDa\uFFFDb\uFFFDc\uFFFDd\uFFFD");
  }

  private static String idTechniqueThrough(String id) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Rapport.Passages rapport = Rapport.passages(out, "a.xml", "F", 1, false)) {
      rapport.accepted(id);
    }
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(out.toByteArray()));
    return document.getElementsByTagName("idTechnique").item(0).getTextContent();
  }

  @Test
  void takesNoRejectedPassageAfterAnAcceptedOneAndNothingAfterItsEnd() throws IOException {
    Rapport.Passages rapport =
        Rapport.passages(OutputStream.nullOutputStream(), "a.xml", "F", 1, false);
    rapport.accepted("T");
    assertThatThrownBy(() -> rapport.rejected("T", "m")).isInstanceOf(IllegalStateException.class);
    rapport.close();
    rapport.close();
    assertThatThrownBy(() -> rapport.accepted("T")).isInstanceOf(IllegalStateException.class);
    Rapport.Errors errors = Rapport.errors(OutputStream.nullOutputStream(), "a.xml", 1, false);
    errors.close();
    errors.close();
    assertThatThrownBy(() -> errors.error(ErrorType.XSD, "m", 1, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leavesTheStreamOpenAndTellsItsFailures() throws IOException {
    boolean[] closed = {false};
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Rapport.passages(out, "a.xml", "F", 1, false).close();
    assertThat(closed[0]).isFalse();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };
    assertThatThrownBy(() -> Rapport.errors(full, "a.xml", 1, false).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("disk full");
  }

  @Test
  void keepsNothingOfTwoHundredThousandPassages() throws IOException {
    long[] size = {0};
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            size[0]++;
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            size[0] += length;
          }
        };
    String message = "m".repeat(600);
    try (Rapport.Passages rapport = Rapport.passages(counting, "a.xml", "F", 1, false)) {
      for (int i = 0; i < 200_000; i++) {
        rapport.rejected("T", message);
      }
    }
    assertThat(size[0]).isGreaterThan(140_000_000L); // more than the heap of these tests
  }

  private static String valid(ByteArrayOutputStream out) throws Exception {
    SchemaFactory.newDefaultInstance()
        .newSchema(RapportTest.class.getResource("/rapport-1.0.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(out.toByteArray())));
    return out.toString(UTF_8);
  }
}
