package org.guichet.flux.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.flux.Field;
import org.guichet.flux.FieldsOf;
import org.guichet.flux.PassageCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageValueChecksTest {
  private static FieldsOf with(Field field, String value) {
    return FieldsOf.none().with(field, value);
  }

  @ParameterizedTest
  @CsvSource({"true,B2", "1,INSUFFISANT", "false,", "0,", "false,INSUFFISANT", "oui,B2"})
  void takesLanguageLevelsThatTheFlagAnnounces(String flag, String level) {
    FieldsOf passage = with(Field.HAS_LANGUAGE_LEVEL, flag);
    if (level != null) {
      passage.with(Field.LANGUAGE_LEVEL, level);
    }
    assertThat(Judged.by(new LanguageLevelCheck(), passage)).isEmpty();
  }

  @Test
  void warnsWhereFlagAndLanguageLevelDisagree() {
    PassageCheck check = new LanguageLevelCheck();
    assertThat(Judged.by(check, with(Field.HAS_LANGUAGE_LEVEL, " 1 ")))
        .containsExactly("LANGUAGE_LEVEL at HAS_LANGUAGE_LEVEL [1]");
    assertThat(
            Judged.by(
                check, with(Field.HAS_LANGUAGE_LEVEL, "false").with(Field.LANGUAGE_LEVEL, "C1")))
        .containsExactly("LANGUAGE_LEVEL_DENIED at LANGUAGE_LEVEL [false, C1]");
  }

  @Test
  void leavesAnEmptyLanguageLevelToTheSchema() {
    assertThat(
            Judged.by(
                new LanguageLevelCheck(),
                with(Field.HAS_LANGUAGE_LEVEL, "true").without(Field.LANGUAGE_LEVEL)))
        .isEmpty();
  }

  @Test
  void takesAScoreOrALevelWhereTheFlagAnnouncesThem() {
    PassageCheck check = new DigitalLevelCheck();
    assertThat(
            Judged.by(
                check,
                with(Field.HAS_DIGITAL_LEVEL, "true")
                    .without(Field.DIGITAL_LEVELS)
                    .with(Field.DIGITAL_SCORE, "512")))
        .isEmpty();
    assertThat(
            Judged.by(
                check,
                with(Field.HAS_DIGITAL_LEVEL, "1")
                    .without(Field.DIGITAL_LEVELS)
                    .with(Field.DIGITAL_LEVEL, "4")
                    .with(Field.DIGITAL_LEVEL, "5")))
        .isEmpty();
    assertThat(
            Judged.by(check, with(Field.HAS_DIGITAL_LEVEL, "false").without(Field.DIGITAL_LEVELS)))
        .isEmpty();
  }

  @Test
  void warnsWhereFlagAndDigitalLevelsDisagree() {
    PassageCheck check = new DigitalLevelCheck();
    assertThat(
            Judged.by(check, with(Field.HAS_DIGITAL_LEVEL, "true").without(Field.DIGITAL_LEVELS)))
        .containsExactly("DIGITAL_LEVEL at HAS_DIGITAL_LEVEL [true]");
    assertThat(
            Judged.by(
                check,
                with(Field.HAS_DIGITAL_LEVEL, "0")
                    .without(Field.DIGITAL_LEVELS)
                    .with(Field.DIGITAL_LEVEL, "4")))
        .containsExactly("DIGITAL_LEVEL_DENIED at DIGITAL_LEVELS [0]");
  }

  @Test
  void wantsAScoreOfThoseWhoPassedByScoringAlone() {
    PassageCheck check = new ScoringCheck();
    assertThat(Judged.by(check, with(Field.OBTAINED_BY, "PAR_SCORING").with(Field.SCORING, "512")))
        .isEmpty();
    assertThat(Judged.by(check, with(Field.OBTAINED_BY, "PAR_ADMISSION").without(Field.SCORING)))
        .isEmpty();
    assertThat(Judged.by(check, with(Field.OBTAINED_BY, "PAR_SCORING").without(Field.SCORING)))
        .containsExactly("NO_SCORE at SCORING []");
    assertThat(Judged.by(check, with(Field.OBTAINED_BY, "PAR_SCORING").with(Field.SCORING, "  ")))
        .containsExactly("NO_SCORE at SCORING []");
  }

  @Test
  void leavesAMissingScoreToTheSchema() {
    assertThat(Judged.by(new ScoringCheck(), with(Field.OBTAINED_BY, "PAR_SCORING"))).isEmpty();
  }

  @Test
  void wantsTheRouteOfThoseWhoCameByExperienceAlone() {
    PassageCheck check = new VaeRouteCheck();
    assertThat(Judged.by(check, with(Field.ACCESS, "VAE").with(Field.VAE_ROUTE, "CONGES_VAE")))
        .isEmpty();
    assertThat(Judged.by(check, with(Field.ACCESS, "CANDIDAT_LIBRE"))).isEmpty();
    assertThat(Judged.by(check, with(Field.ACCESS, "VAE")))
        .containsExactly("NO_VAE_ROUTE at ACCESS []");
    assertThat(Judged.by(check, with(Field.ACCESS, "VAE").without(Field.VAE_ROUTE))).isEmpty();
  }

  @Test
  void warnsOfDataThatAreNotCertified() {
    PassageCheck check = new CertifiedDataCheck();
    assertThat(Judged.by(check, with(Field.CERTIFIED_DATA, "true"))).isEmpty();
    assertThat(Judged.by(check, with(Field.CERTIFIED_DATA, "1"))).isEmpty();
    assertThat(Judged.by(check, with(Field.CERTIFIED_DATA, "FALSE"))).isEmpty();
    assertThat(Judged.by(check, with(Field.CERTIFIED_DATA, "0")))
        .containsExactly("NOT_CERTIFIED at CERTIFIED_DATA [0]");
    assertThat(Judged.by(check, with(Field.CERTIFIED_DATA, "\n false ")))
        .containsExactly("NOT_CERTIFIED at CERTIFIED_DATA [false]");
  }

  @ParameterizedTest
  @ValueSource(strings = {" T-1", "T-1 ", "\tT-1", "T-1\n", "\u00a0T-1"})
  void warnsOfBlanksAroundAnIdTechnique(String id) {
    assertThat(Judged.by(new IdTechniqueBlanksCheck(), with(Field.ID_TECHNIQUE, id)))
        .containsExactly("BLANKS_AROUND_ID at ID_TECHNIQUE [T-1]");
  }

  @Test
  void takesBlanksWithinAnIdTechnique() {
    assertThat(Judged.by(new IdTechniqueBlanksCheck(), with(Field.ID_TECHNIQUE, "T 1"))).isEmpty();
    assertThat(Judged.by(new IdTechniqueBlanksCheck(), FieldsOf.none())).isEmpty();
  }
}
