package org.guichet.deposit.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.deposit.DropSamples.task;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.flux.report.Rapport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedPassagesTest {
  private static final CheckTask TASK = task(DepositKind.REAL, Optional.empty());
  private static final Finding DUPLICATE_OF_UNKNOWN_ISSUER =
      new Finding(FindingCode.DUPLICATE, Severity.PASSAGE, 5, 0, "", "T-1", List.of("", "T-1"));

  @TempDir Path folder;

  private static Passage passage(int position, @Nullable String idTechnique, Finding... findings) {
    return new Passage(
        position,
        1,
        idTechnique,
        FluxSamples.holder(null, null, null),
        null,
        position * 10,
        -1,
        -1,
        List.of(findings));
  }

  private static Finding schema(String message) {
    return new Finding(FindingCode.SCHEMA, Severity.PASSAGE, 8, 9, "", List.of(message));
  }

  private static String rapport(JudgedPassages judged) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Rapport.Passages rapport = Rapport.passages(out, "f.xml", "F", 77, false)) {
      judged.writeTo(rapport);
    }
    String xml = out.toString(UTF_8);
    return xml.substring(xml.indexOf("<PassagesKO>"), xml.indexOf("</rapport>")).strip();
  }

  @Test
  void tellsRejectedPassagesFirstEachListInTheOrderOfTheFile() throws IOException {
    try (JudgedPassages judged = new JudgedPassages(folder, TASK)) {
      judged.add(
          List.of(
              passage(1, "T-1"),
              passage(2, null, schema("La valeur 'H' <n'est> pas admise")),
              passage(3, "É-3")),
          Set.of(3));
      judged.add(
          List.of(passage(4, "T-1", DUPLICATE_OF_UNKNOWN_ISSUER), passage(5, "T-5")), Set.of());

      assertThat(judged.tally()).isEqualTo(new Tally(2, 3));
      assertThat(rapport(judged))
          .isEqualTo(
              """
              <PassagesKO>
                  <passage>
                    <idTechnique></idTechnique>
                    <messageErreur>La valeur 'H' &lt;n'est&gt; pas admise (ligne 8)</messageErreur>
                  </passage>
                  <passage>
                    <idTechnique>É-3</idTechnique>
                    <messageErreur>Le passage certification avec le bcr émetteur 77ZZZ001 et l'id \
              technique partenaire É-3 existe déjà en base</messageErreur>
                  </passage>
                  <passage>
                    <idTechnique>T-1</idTechnique>
                    <messageErreur>Le passage certification avec le bcr émetteur 77ZZZ001 et l'id \
              technique partenaire T-1 existe déjà en base</messageErreur>
                  </passage>
                </PassagesKO>
                <PassagesOK>
                  <idTechnique>T-1</idTechnique>
                  <idTechnique>T-5</idTechnique>
                </PassagesOK>""");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesNothingBehindWhenNothingWasJudged() throws IOException {
    try (JudgedPassages judged = new JudgedPassages(folder, TASK)) {
      assertThat(judged.tally()).isEqualTo(new Tally(0, 0));
      assertThat(rapport(judged)).contains("<PassagesKO>", "<PassagesOK>");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsMessagesOfAnyLength() throws IOException {
    String endless = "é".repeat(100_000);
    try (JudgedPassages judged = new JudgedPassages(folder, TASK)) {
      judged.add(List.of(passage(1, endless, schema(endless))), Set.of());

      assertThat(rapport(judged))
          .contains("<idTechnique>" + "é".repeat(255) + "</idTechnique>", endless);
    }
  }
}
