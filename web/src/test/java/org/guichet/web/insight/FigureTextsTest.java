package org.guichet.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.guichet.insight.entity.Figures;
import org.guichet.insight.entity.Grain;
import org.guichet.web.Texts;
import org.junit.jupiter.api.Test;

class FigureTextsTest {
  private static final FigureTexts FRENCH = new FigureTexts(Texts.in(Locale.FRENCH));

  private static String share(long accepted, long rejected) {
    return FRENCH.rejectedShare(new Figures(1, 0, accepted, rejected, 0, 0));
  }

  @Test
  void neverRoundsAShareToNothingOrToAWholeThatItIsNot() {
    assertThat(share(0, 0)).isEqualTo("–");
    assertThat(share(3, 1)).isEqualTo("25\u00a0%");
    assertThat(share(1_000_000, 1)).isEqualTo("0,1\u00a0%");
    assertThat(share(1, 1_000_000)).isEqualTo("99,9\u00a0%");
    assertThat(share(99_999, 1)).isEqualTo("0,1\u00a0%");
    assertThat(share(5, 0)).isEqualTo("0\u00a0%");
  }

  @Test
  void saysHundredthsAsTheyAre() {
    assertThat(share(71, 29)).isEqualTo("29\u00a0%");
    assertThat(share(43, 57)).isEqualTo("57\u00a0%");
    assertThat(share(0, 7)).isEqualTo("100\u00a0%");
  }

  @Test
  void namesPiecesOfAPeriodByTheirLength() {
    LocalDate day = LocalDate.of(2026, 11, 16);
    assertThat(FRENCH.piece(Grain.DAY, day)).isEqualTo("16 novembre 2026");
    assertThat(FRENCH.piece(Grain.WEEK, day)).isEqualTo("semaine du 16 novembre 2026");
    assertThat(FRENCH.piece(Grain.MONTH, day)).isEqualTo("novembre 2026");
    assertThat(FRENCH.shortly(Grain.WEEK, day)).isEqualTo("16 nov.");
  }
}
