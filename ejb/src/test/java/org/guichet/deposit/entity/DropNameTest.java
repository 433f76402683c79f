package org.guichet.deposit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropNameTest {
  @ParameterizedTest(name = "{0}: counts {1}, temporary {2}")
  @CsvSource({
    "promotion.xml, true, false",
    "PROMOTION.XML, true, false",
    "Promotion été 2026.xml, true, false",
    "a.b.c.xml, true, false",
    ".xml, false, true",
    "xml, false, false",
    ".promotion.xml, false, true",
    "~promotion.xml, false, true",
    "promotion.xml~, false, false",
    "promotion.xml.part, false, true",
    "promotion.xml.filepart, false, true",
    "promotion.xml.partial, false, true",
    "promotion.xml.TMP, false, true",
    "promotion.xml.crdownload, false, true",
    "promotion.csv, false, false",
    "promotion.xml.gz, false, false",
    "promotion, false, false",
  })
  void saysWhetherAClientIsDone(String name, boolean counts, boolean temporary) {
    assertThat(DropName.counts(name)).isEqualTo(counts);
    assertThat(DropName.temporary(name)).isEqualTo(temporary);
  }

  /** lftp writes {@code .in.promotion.xml.}; others begin a name that counts with {@code in.}. */
  @ParameterizedTest
  @CsvSource({".in.promotion.xml., false", "in.promotion.xml, true"})
  void takesANameThatCountsEvenIfItLooksTemporary(String name, boolean counts) {
    assertThat(DropName.counts(name)).isEqualTo(counts);
    assertThat(DropName.temporary(name)).isTrue();
  }
}
