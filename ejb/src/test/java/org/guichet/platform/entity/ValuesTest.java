package org.guichet.platform.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values that all components pass around. */
class ValuesTest {
  @Test
  void aMatriculeIsTheSameInAnyCaseOfLetters() {
    assertThat(Matricule.parse("12abc345")).contains(new Matricule("12ABC345"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12ABC34", "12ABC3456", "12ABC34 ", "12ÀBC345", "12abc-45"})
  void whatIsNoMatriculeIsNone(String text) {
    assertThat(Matricule.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Matricule(text));
  }

  @Test
  void aDigestIsTheKnownOne() {
    assertThat(Sha256.of("abc".getBytes(UTF_8)).hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ba78",
        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "../../../../../../../../../../../../../../../../../../etc/passwd"
      })
  void whatIsNoDigestNamesNoFile(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(text));
  }

  @Test
  void aPageIsNeverLargerThanTheLargest() {
    assertThat(PageRequest.from(1_000)).isEqualTo(new PageRequest(1_000, PageRequest.LARGEST));
    assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(-1, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageRequest(0, PageRequest.LARGEST + 1));
  }

  @Test
  void aCallersLabelNamesNoPersonAndNoAddress() {
    KeyId key = new KeyId(new UUID(4, 1));
    OrganisationId organisation = new OrganisationId(new UUID(1, 1));
    Caller caller = Caller.key(key, organisation, Channel.SFTP, "192.0.2.7");

    assertThat(caller.label()).isEqualTo("key:" + key);
    assertThat(caller.organisation()).contains(organisation);
    assertThat(Caller.system("timer").label()).isEqualTo("system:timer");
    assertThat(Caller.system("timer").organisation()).isEmpty();
  }
}
