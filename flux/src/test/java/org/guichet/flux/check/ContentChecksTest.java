package org.guichet.flux.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.guichet.flux.Checking;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FieldsOf;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;
import org.guichet.flux.Severities;
import org.guichet.flux.Severity;
import org.junit.jupiter.api.Test;

class ContentChecksTest {
  private static final Checking ALL = ContentChecks.checking(Judged.DAY, Severities.USUAL);

  @Test
  void everyCodeOfContentBelongsToOneCheck() {
    List<FindingCode> claimed =
        Stream.concat(
                ALL.passages().stream().map(check -> check.codes()),
                ALL.certifications().stream().map(check -> check.codes()))
            .flatMap(Collection::stream)
            .toList();
    assertThat(claimed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(FindingCode.values())
                .filter(code -> code.kind() == FindingCode.Kind.CONTENT)
                .toList());
  }

  @Test
  void onlyWhatCanNotBeRightRefusesAPassage() {
    assertThat(
            Stream.of(FindingCode.values())
                .filter(code -> code.kind() == FindingCode.Kind.CONTENT)
                .filter(code -> code.usual() != Severity.WARNING))
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.of(
                FindingCode.VALIDITY_ORDER,
                FindingCode.NO_SUCH_BIRTHDAY,
                FindingCode.BORN_AFTER,
                FindingCode.INSEE_FORM,
                FindingCode.POSTAL_FORM,
                FindingCode.BLANK_NAME,
                FindingCode.DIGIT_IN_NAME,
                FindingCode.NIR_CONTRADICTS));
  }

  @Test
  void leavesOutACheckThatSaysNothingAnyMore() {
    Severities late = new Severities(Map.of(FindingCode.LATE, Optional.empty()));
    assertThat(ContentChecks.checking(Judged.DAY, late).passages())
        .hasSize(ALL.passages().size() - 1)
        .noneMatch(check -> check.codes().contains(FindingCode.LATE));
    Severities odd = new Severities(Map.of(FindingCode.ODD_NAME, Optional.empty()));
    assertThat(ContentChecks.checking(Judged.DAY, odd).passages()).hasSameSizeAs(ALL.passages());
  }

  @Test
  void noneSaysAnythingOfAPassageThatHoldsNothing() {
    for (PassageCheck check : ALL.passages()) {
      assertThat(Judged.by(check, FieldsOf.none())).as(check.getClass().getName()).isEmpty();
    }
  }

  @Test
  void noValueMakesAnException() {
    Random random = new Random(24);
    String alphabet = "0123456789AB aé’-.(\u00a0\uD83D\uDE00\u0301StLE/Œ+\n";
    for (int i = 0; i < 20_000; i++) {
      FieldsOf passage = FieldsOf.none();
      for (Field field : Field.values()) {
        if (random.nextInt(4) > 0) {
          passage.with(field, text(random, alphabet));
        }
      }
      Fields fields = passage.fields();
      for (PassageCheck check : ALL.passages()) {
        assertThatCode(() -> check.check(fields, Judged.DAY, (code, at, arguments) -> {}))
            .doesNotThrowAnyException();
      }
    }
  }

  /** Mostly what looks like something, so that it gets past the first questions. */
  private static String text(Random random, String alphabet) {
    List<String> likely =
        List.of("2026-01-15", "1985", "02", "31", "100", "109", "75056", "99109", "20004", "2A004");
    if (random.nextBoolean()) {
      return likely.get(random.nextInt(likely.size()));
    }
    StringBuilder text = new StringBuilder();
    for (int length = 1 + random.nextInt(7); length > 0; length--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  @Test
  void everyCheckIsOnThePageOfChecks() throws IOException {
    String page = Files.readString(Path.of("../docs/checks.md"));
    Stream.concat(ALL.passages().stream(), ALL.certifications().stream())
        .forEach(check -> assertThat(page).contains("`" + check.getClass().getSimpleName() + "`"));
  }
}
