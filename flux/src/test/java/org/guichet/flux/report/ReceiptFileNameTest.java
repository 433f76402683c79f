package org.guichet.flux.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptFileNameTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

  @Test
  void namesReceiptsAsCertifiersProgramsLookForThem() {
    assertThat(ReceiptFileName.processing("flux.xml", DAY, false, null))
        .isEqualTo("Accuse_de_traitement_flux.xml_20260201.xml");
    assertThat(ReceiptFileName.reception("flux.xml", DAY, false, null))
        .isEqualTo("Accuse_de_reception_flux.xml_20260201.xml");
    assertThat(ReceiptFileName.processing("flux.xml", DAY, true, null))
        .isEqualTo("ESSAI_Accuse_de_traitement_flux.xml_20260201.xml");
    assertThat(ReceiptFileName.processing("flux.xml", DAY, false, 67598L))
        .isEqualTo("Accuse_de_traitement_flux.xml_20260201_67598.xml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "été 2026.xml|ete_2026.xml",
        "Œuvre & cœur.XML|OEuvre___coeur.XML",
        "e\u0301.xml|e.xml",
        "ÇÀÏñß.xml|CAInss.xml",
        "a/b\\c:d.xml|a_b_c_d.xml",
        "日本😀.xml|___.xml",
        "A-b_c.9|A-b_c.9"
      })
  void foldsTheDroppedNameToAscii(String dropped, String folded) {
    assertThat(ReceiptFileName.processing(dropped, DAY, false, null))
        .isEqualTo("Accuse_de_traitement_" + folded + "_20260201.xml");
  }

  @Test
  void letsNoControlCharacterThrough() {
    assertThat(ReceiptFileName.processing("..\r\n\u0000.xml", DAY, false, null))
        .isEqualTo("Accuse_de_traitement_..___.xml_20260201.xml");
  }

  @Test
  void cutsTheDroppedNameAndNothingElse() {
    String name = ReceiptFileName.processing("é".repeat(300) + ".xml", DAY, true, 67598L);
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(255);
    assertThat(name)
        .startsWith("ESSAI_Accuse_de_traitement_eeee")
        .endsWith("eeee_20260201_67598.xml");
  }
}
