package org.guichet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads English is told as much as whoever reads French. */
class BundlesTest {
  static List<Bundle> french() {
    return Bundle.all("fr");
  }

  static List<Bundle> english() {
    return Bundle.all("en");
  }

  @ParameterizedTest
  @MethodSource("french")
  void hasTheSameKeysInBothLanguages(Bundle french) {
    assertThat(french.in("en").keys()).isEqualTo(french.keys()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("english")
  void hasFrenchForAllThatIsEnglish(Bundle english) {
    assertThat(english.in("fr").file()).exists();
  }

  @ParameterizedTest
  @MethodSource("french")
  void quotesTheSameInBothLanguages(Bundle french) {
    Bundle english = french.in("en");
    assertThat(french.keys())
        .allSatisfy(key -> assertThat(english.places(key)).as(key).isEqualTo(french.places(key)));
  }

  @ParameterizedTest
  @MethodSource({"french", "english"})
  void leavesNothingUnsaid(Bundle bundle) {
    assertThat(bundle.keys()).allSatisfy(key -> assertThat(bundle.text(key)).as(key).isNotBlank());
  }

  /** What a broken encoding leaves behind. */
  @ParameterizedTest
  @MethodSource({"french", "english"})
  void isWrittenInUtf8(Bundle bundle) {
    assertThat(bundle.keys())
        .allSatisfy(
            key -> assertThat(bundle.text(key)).as(key).doesNotContain("\ufffd", "Ã", "â€"));
  }
}
