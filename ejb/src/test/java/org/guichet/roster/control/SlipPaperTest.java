package org.guichet.roster.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.guichet.platform.entity.Paper;
import org.junit.jupiter.api.Test;

class SlipPaperTest {
  private static List<String> values(Locale reader) {
    Paper paper =
        SlipPaper.paper(
            "CE2 A",
            List.of(new SlipPaper.Line("Léa Martin", "lea.martin", "ABCD2345")),
            "https://guichet.example/slip",
            LocalDate.of(2026, 11, 23),
            reader,
            Instant.EPOCH);
    return paper.parts().stream()
        .flatMap(part -> part.facts().stream())
        .map(Paper.Fact::value)
        .toList();
  }

  @Test
  void tellsTheLastDayAsPagesDo() {
    assertThat(values(Locale.FRENCH))
        .containsExactly(
            "lea.martin", "ABCD2345", "https://guichet.example/slip", "23 novembre 2026");
    assertThat(values(Locale.US))
        .containsExactly(
            "lea.martin", "ABCD2345", "https://guichet.example/slip", "23 November 2026");
  }
}
