package org.guichet.flux.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.flux.Checking;
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
}
