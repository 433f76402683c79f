package org.guichet.flux.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.guichet.flux.Field;
import org.guichet.flux.FieldsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NirCheckTest {
  private static FieldsOf nir(String nir) {
    return FieldsOf.none().with(Field.NIR, nir);
  }

  @Test
  void comparesSexYearAndMonthWithWhatTheFileKnowsBesides() {
    assertThat(
            Judged.by(
                new NirCheck(),
                nir("2850175000004")
                    .with(Field.SEX, "M")
                    .with(Field.BIRTH_YEAR, "1986")
                    .with(Field.BIRTH_MONTH, "02")))
        .containsExactly(
            "NIR_CONTRADICTS at NIR [sexe, F, M]",
            "NIR_CONTRADICTS at NIR [anneeNaissance, 85, 1986]",
            "NIR_CONTRADICTS at NIR [moisNaissance, 01, 2]");
  }

  @ParameterizedTest
  @CsvSource({
    "2850175000004, F, 1985, 1",
    "285012A000004, F, 1985, 01",
    "1050175000004, M, 2005, 1"
  })
  void takesWhatAgrees(String nir, String sex, String year, String month) {
    assertThat(
            Judged.by(
                new NirCheck(),
                nir(nir)
                    .with(Field.SEX, sex)
                    .with(Field.BIRTH_YEAR, year)
                    .with(Field.BIRTH_MONTH, month)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "30", "42", "50", "99"})
  void aMonthThatWasNotKnownContradictsNone(String month) {
    assertThat(
            Judged.by(new NirCheck(), nir("285" + month + "75000004").with(Field.BIRTH_MONTH, "7")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "13", "19", "21", "29", "43", "49"})
  void warnsOfMonthsThatThereAreNot(String month) {
    assertThat(Judged.by(new NirCheck(), nir("285" + month + "75000004")))
        .containsExactly("NIR_MONTH at NIR [" + month + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "285017500000",
        "28501750000041",
        "3850175000004",
        "285012C000004",
        "2850A75000004",
        "x"
      })
  void leavesNumbersOfAWrongFormToTheSchema(String nir) {
    assertThat(Judged.by(new NirCheck(), nir(nir).with(Field.SEX, "M"))).isEmpty();
    assertThat(Nir.of(nir)).isNull();
  }

  @Test
  void contradictsNothingThatIsUnknown() {
    Nir nir = Objects.requireNonNull(Nir.of("2850175000004"));
    assertThat(nir.contradictsSex("")).isFalse();
    assertThat(nir.contradictsYear(0)).isFalse();
    assertThat(nir.contradictsMonth(0)).isFalse();
  }
}
