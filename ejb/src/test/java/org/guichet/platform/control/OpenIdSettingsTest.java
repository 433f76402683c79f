package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.platform.entity.SettingMistake;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdSettingsTest {
  private static final Map<String, String> WHOLE =
      Map.of(
          "GUICHET_OIDC_ISSUER", "https://idp.example/realms/a/",
          "GUICHET_OIDC_CLIENT_ID", "guichet",
          "GUICHET_OIDC_CLIENT_SECRET", "s3cret",
          "GUICHET_OIDC_NAME", "ProConnect");

  private static Optional<Settings.OpenId> read(Map<String, String> environment) {
    return SettingsReader.read(SettingsReader.environment(environment)).account().openId();
  }

  private static Map<String, String> whole(String variable, String value) {
    Map<String, String> changed = new HashMap<>(WHOLE);
    changed.put(variable, value);
    return changed;
  }

  private static SettingsException refused(Map<String, String> environment) {
    return catchThrowableOfType(SettingsException.class, () -> read(environment));
  }

  @Test
  void isOffUntilAnIssuerIsSet() {
    assertThat(read(Map.of())).isEmpty();
  }

  @Test
  void keepsTheIssuerLetterForLetterAndShowsNoSecret() {
    Settings.OpenId openId = read(WHOLE).orElseThrow();
    assertThat(openId.issuer()).isEqualTo("https://idp.example/realms/a/");
    assertThat(openId.scopes()).containsExactly("openid");
    assertThat(openId.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(openId.clientProof()).isEqualTo(Settings.ClientProof.AUTO);
    assertThat(openId.secondFactorAcr()).isEmpty();
    assertThat(openId.toString()).doesNotContain("s3cret");
  }

  @Test
  void splitsListsAtBlanks() {
    Map<String, String> more = whole("GUICHET_OIDC_SCOPES", "openid  email");
    more.put("GUICHET_OIDC_SECOND_FACTOR_ACR", "urn:a urn:b");
    more.put("GUICHET_OIDC_ACR_VALUES", "urn:b urn:a");
    Settings.OpenId openId = read(more).orElseThrow();
    assertThat(openId.scopes()).containsExactly("openid", "email");
    assertThat(openId.secondFactorAcr()).containsExactlyInAnyOrder("urn:a", "urn:b");
    assertThat(openId.acrValues()).containsExactly("urn:b", "urn:a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GUICHET_OIDC_CLIENT_ID", "GUICHET_OIDC_CLIENT_SECRET", "GUICHET_OIDC_NAME"})
  void refusesHalfASetting(String missing) {
    Map<String, String> half = new HashMap<>(WHOLE);
    half.remove(missing);
    assertThat(refused(half).mistakes())
        .extracting(SettingMistake::variable, SettingMistake::problem)
        .containsExactly(tuple(missing, "is missing while GUICHET_OIDC_ISSUER is set"));
  }

  @Test
  void refusesTheRestWithoutAnIssuerAndRepeatsNoSecret() {
    Map<String, String> half = new HashMap<>(WHOLE);
    half.remove("GUICHET_OIDC_ISSUER");
    SettingsException refused = refused(half);
    assertThat(refused.mistakes()).hasSize(3);
    assertThat(refused).hasMessageContaining("GUICHET_OIDC_ISSUER is missing");
    assertThat(refused.getMessage()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://192.0.2.9/realms/a", "idp.example", "https://idp.example/?a=b", "https:"})
  void refusesAnIssuerThatIsNoneOrThatCouldBeOverheard(String issuer) {
    assertThat(refused(whole("GUICHET_OIDC_ISSUER", issuer)).mistakes())
        .extracting(SettingMistake::variable)
        .containsExactly("GUICHET_OIDC_ISSUER");
  }

  @Test
  void takesAPlainAddressOfThisMachine() {
    assertThat(read(whole("GUICHET_OIDC_ISSUER", "http://127.0.0.1:8081/realms/a"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.1S", "PT2M", "soon"})
  void refusesATimeThatNobodyWouldWait(String timeout) {
    assertThat(refused(whole("GUICHET_OIDC_TIMEOUT", timeout)).mistakes())
        .extracting(SettingMistake::variable)
        .isEqualTo(List.of("GUICHET_OIDC_TIMEOUT"));
  }

  @Test
  void wantsOpenidAmongTheScopes() {
    assertThat(refused(whole("GUICHET_OIDC_SCOPES", "email")).mistakes())
        .extracting(SettingMistake::variable)
        .containsExactly("GUICHET_OIDC_SCOPES");
  }
}
