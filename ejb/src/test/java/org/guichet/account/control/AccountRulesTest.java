package org.guichet.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {
  private static List<String> codes(List<AccountMistake> mistakes) {
    return mistakes.stream().map(m -> m.field() + " " + m.code()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Léa,Martin,lea.martin",
    "Anne-Sophie,D'Ormesson,anne-sophie.d-ormesson",
    "Łukasz,Œuvre Ægir,lukasz.oeuvre-aegir",
    "李,明,x.x"
  })
  void makesALoginOfAnyName(String given, String family, String login) {
    String made = PersonRules.login(new PersonName(given, family));
    assertThat(made).matches("[a-z0-9-]+\\.[a-z0-9-]+");
    assertThat(made.replace("-", "")).isEqualTo(login.replace("-", ""));
  }

  @Test
  void numbersLoginsThatCollide() {
    assertThat(PersonRules.free("lea.martin", List.of())).isEqualTo("lea.martin");
    assertThat(PersonRules.free("lea.martin", List.of("lea.martin", "lea.martin2", "lea.martinet")))
        .isEqualTo("lea.martin3");
  }

  @Test
  void namesEveryMistakeOfAPerson() {
    assertThat(
            codes(
                PersonRules.mistakes(
                    new NewPerson(new PersonName(" ", "<script>"), "nobody@", Locale.GERMAN))))
        .containsExactly(
            "givenName NAME_BLANK",
            "familyName NAME_ODD",
            "email EMAIL_MALFORMED",
            "language LANGUAGE_UNKNOWN");
    assertThat(
            PersonRules.mistakes(
                new NewPerson(
                    new PersonName("Jean-François", "D’Été"), "j.f@example.org", Locale.FRENCH)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaa",
        "azertyuiopqs",
        "motdepasse123",
        "password12345",
        "123456789012",
        "lea.martin2026",
        "abcabcabcabc",
        "qwertyuiop12"
      })
  void refusesPasswordsThatAreGuessed(String password) {
    assertThat(
            codes(PasswordRules.judge(password, List.of("lea", "martin", "lea.martin")).mistakes()))
        .containsExactly("password PASSWORD_TOO_EASY");
  }

  @Test
  void wantsLengthAndNothingElse() {
    assertThat(codes(PasswordRules.judge("kx9!Pq2#vz", List.of()).mistakes()))
        .containsExactly("password PASSWORD_TOO_SHORT");
    assertThat(PasswordRules.judge("corde bleue sept tuiles", List.of()).mistakes()).isEmpty();
    assertThat(PasswordRules.judge("corde bleue sept tuiles", List.of()).score()).isEqualTo(4);
    assertThat(codes(PasswordRules.judge("é".repeat(201), List.of()).mistakes()))
        .containsExactly("password PASSWORD_TOO_LONG");
  }

  /** RFC 6238, appendix B, SHA-1, cut to six digits. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void makesTheCodesOfTheStandard(long second, String code) {
    String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    assertThat(Totp.code(secret, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void acceptsACodeOneStepEarlyOrLateAndNoOther() {
    String secret = Totp.newSecret(new SecureRandom());
    assertThat(secret).matches("[A-Z2-7]{32}");
    Instant now = Instant.ofEpochSecond(1_000_000_020);
    String code = Totp.code(secret, now);
    assertThat(Totp.accept(secret, code, now)).hasValue(1_000_000_020 / 30);
    assertThat(Totp.accept(secret, code, now.plusSeconds(30))).hasValue(1_000_000_020 / 30);
    assertThat(Totp.accept(secret, code, now.minusSeconds(30))).hasValue(1_000_000_020 / 30);
    assertThat(Totp.accept(secret, code, now.plusSeconds(90))).isEmpty();
    assertThat(Totp.accept(secret, "", now)).isEmpty();
  }

  @Test
  void codewordsAreReadHoweverTheyAreTyped() {
    String code = Codewords.next(new SecureRandom());
    assertThat(code).matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}");
    assertThat(Codewords.normal(" " + code.toLowerCase(Locale.ROOT).replace("-", " ")))
        .isEqualTo(code);
  }

  @Test
  void drawsACodeThatScalesAndIsBlackOnWhite() {
    assertThat(QrCode.svg("otpauth://totp/x?secret=AAAA"))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .contains("fill=\"#fff\"")
        .endsWith("</svg>");
  }

  @Test
  void takesAnIpv6NetworkForOneSource() {
    assertThat(GuessLimits.source("2001:db8:1:2::1"))
        .isEqualTo(GuessLimits.source("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(GuessLimits.source("2001:db8:1:3::1"));
    assertThat(GuessLimits.source("192.0.2.7")).isEqualTo("192.0.2.7");
  }
}
