package org.guichet.flux.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.guichet.flux.FluxReader;
import org.junit.jupiter.api.Test;

class ReceptionReceiptTest {
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-02-01T12:00:00+01:00");

  private static ReceptionReceipt accepted() {
    return new ReceptionReceipt(
        "AR-42",
        true,
        false,
        null,
        "Le fichier est pris en charge. L'accusé de traitement suivra.",
        17,
        12L,
        "77ZZZ002",
        "77ZZZ001",
        "MCFCER990001",
        "FLUX-0001",
        "été.xml",
        2_097,
        "ab".repeat(32),
        NOON,
        NOON.plusNanos(123_456_000));
  }

  @Test
  void writesAllThatItKnowsInItsSchemasOrder() throws Exception {
    assertThat(valid(accepted()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <accuseReception xmlns="urn:guichet:accuse-reception:1.0">
                <numero>AR-42</numero>
                <resultat>OK</resultat>
                <nature>REEL</nature>
                <message>Le fichier est pris en charge. L'accusé de traitement suivra.</message>
                <depot>17</depot>
                <premierDepot>12</premierDepot>
                <expediteur>77ZZZ002</expediteur>
                <certificateur>77ZZZ001</certificateur>
                <contrat>MCFCER990001</contrat>
                <idFlux>FLUX-0001</idFlux>
                <nomFichier>été.xml</nomFichier>
                <taille>2097</taille>
                <sha256>abababababababababababababababababababababababababababababababab</sha256>
                <deposeLe>2026-02-01T12:00:00+01:00</deposeLe>
                <emisLe>2026-02-01T12:00:00.123456+01:00</emisLe>
            </accuseReception>
            """);
  }

  @Test
  void leavesOutWhatItDoesNotKnow() throws Exception {
    String xml =
        valid(
            new ReceptionReceipt(
                "AR-43",
                false,
                true,
                "FIC-01",
                "Le fichier est vide \u0000: déposez-le de nouveau.",
                18,
                null,
                "77ZZZ002",
                null,
                null,
                null,
                "vide.xml",
                0,
                "00".repeat(32),
                NOON,
                NOON));
    assertThat(xml)
        .contains("<resultat>KO</resultat>", "<nature>ESSAI</nature>", "<code>FIC-01</code>")
        .contains("vide \uFFFD:")
        .doesNotContain("premierDepot", "certificateur", "contrat", "idFlux");
  }

  @Test
  void leavesTheStreamOpenAndTellsItsFailures() throws IOException {
    boolean[] closed = {false};
    accepted()
        .writeTo(
            new ByteArrayOutputStream() {
              @Override
              public void close() {
                closed[0] = true;
              }
            });
    assertThat(closed[0]).isFalse();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };
    assertThatThrownBy(() -> accepted().writeTo(full)).isInstanceOf(IOException.class);
  }

  private static String valid(ReceptionReceipt receipt) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    receipt.writeTo(out);
    SchemaFactory.newDefaultInstance()
        .newSchema(FluxReader.class.getResource("schema/accuse-reception-1.0.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(out.toByteArray())));
    return out.toString(UTF_8);
  }
}
