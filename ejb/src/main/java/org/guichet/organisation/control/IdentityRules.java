package org.guichet.organisation.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.OrganisationIdentity;

/** What numbers of organisations look like, and how they are kept. */
public final class IdentityRules {
  private static final int LEGAL_NAME_AT_MOST = 255;
  private static final int SEAT_AT_MOST = 1000;
  private static final Pattern SIRET = Pattern.compile("\\d{14}");
  private static final String LA_POSTE = "356000000";
  private static final Pattern UAI = Pattern.compile("\\d{7}[A-Z]");
  private static final String UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final Pattern IDE = Pattern.compile("CHE-\\d{3}\\.\\d{3}\\.\\d{3}");
  private static final int[] IDE_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4};

  private IdentityRules() {}

  /** The same as it is kept: without blanks around, numbers without blanks and in capitals. */
  public static OrganisationIdentity tidy(OrganisationIdentity typed) {
    return new OrganisationIdentity(
        typed.legalName().map(String::strip).filter(IdentityRules::said),
        typed.seat().map(String::strip).filter(IdentityRules::said),
        typed.siret().map(IdentityRules::number),
        typed.uai().map(IdentityRules::number),
        typed.ide().map(IdentityRules::number));
  }

  private static boolean said(String text) {
    return !text.isEmpty();
  }

  private static String number(String typed) {
    return typed.replaceAll("[\\s\\u00a0\\u202f]", "").toUpperCase(Locale.ROOT);
  }

  /** The mistakes of what {@link #tidy} gave, in the order of its fields. */
  public static List<Mistake> mistakes(OrganisationIdentity identity) {
    List<Mistake> mistakes = new ArrayList<>();
    tooLong("legalName", identity.legalName(), LEGAL_NAME_AT_MOST, mistakes);
    tooLong("seat", identity.seat(), SEAT_AT_MOST, mistakes);
    malformed("siret", identity.siret(), IdentityRules::isSiret, mistakes);
    malformed("uai", identity.uai(), IdentityRules::isUai, mistakes);
    malformed("ide", identity.ide(), IdentityRules::isIde, mistakes);
    return mistakes;
  }

  private static void tooLong(
      String field, Optional<String> text, int most, List<Mistake> mistakes) {
    Mistake.Code code =
        field.equals("seat") ? Mistake.Code.SEAT_TOO_LONG : Mistake.Code.LEGAL_NAME_TOO_LONG;
    text.filter(given -> given.length() > most)
        .ifPresent(given -> mistakes.add(Mistake.of(field, code, Integer.toString(most))));
  }

  private static void malformed(
      String field, Optional<String> number, Predicate<String> rule, List<Mistake> mistakes) {
    Mistake.Code code = Mistake.Code.valueOf(field.toUpperCase(Locale.ROOT) + "_MALFORMED");
    number.filter(rule.negate()).ifPresent(typed -> mistakes.add(Mistake.of(field, code, typed)));
  }

  /** By Luhn; the establishments of La Poste sum up to a multiple of five instead. */
  static boolean isSiret(String text) {
    if (!SIRET.matcher(text).matches()) {
      return false;
    }
    int luhn = 0;
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      int doubled = i % 2 == 0 ? 2 * digit : digit;
      luhn += doubled > 9 ? doubled - 9 : doubled;
      plain += digit;
    }
    return luhn % 10 == 0 || (text.startsWith(LA_POSTE) && plain % 5 == 0);
  }

  /** The letter stands for the rest of the number divided by 23. */
  static boolean isUai(String text) {
    return UAI.matcher(text).matches()
        && UAI_LETTERS.charAt(Integer.parseInt(text.substring(0, 7)) % UAI_LETTERS.length())
            == text.charAt(7);
  }

  /** The last digit makes the weighted sum of the others a multiple of 11. */
  static boolean isIde(String text) {
    if (!IDE.matcher(text).matches()) {
      return false;
    }
    String digits = text.replaceAll("\\D", "");
    int sum = 0;
    for (int i = 0; i < IDE_WEIGHTS.length; i++) {
      sum += IDE_WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return (11 - sum % 11) % 11 == digits.charAt(8) - '0';
  }
}
