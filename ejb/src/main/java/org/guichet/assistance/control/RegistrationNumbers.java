package org.guichet.assistance.control;

import java.util.Locale;
import java.util.Optional;

/** The numbers under which the French and the Swiss state know an organisation. */
public final class RegistrationNumbers {
  private static final String LA_POSTE = "356000000";
  private static final int[] WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4};

  private RegistrationNumbers() {}

  /**
   * What was typed, as it is written: a SIRET of 14 digits, or {@code CHE-115.308.306}.
   *
   * @return empty when it is neither, or its check digit is wrong
   */
  public static Optional<String> parse(String typed) {
    String text = typed.replaceAll("[\\s.\\-\u00a0\u202f]", "").toUpperCase(Locale.ROOT);
    if (text.matches("\\d{14}")) {
      return Optional.of(text).filter(RegistrationNumbers::isSiret);
    }
    if (text.matches("CHE\\d{9}(MWST|TVA|IVA)?")) {
      String digits = text.substring(3, 12);
      return isIde(digits)
          ? Optional.of(
              "CHE-%s.%s.%s"
                  .formatted(digits.substring(0, 3), digits.substring(3, 6), digits.substring(6)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Luhn; La Poste's establishments are counted otherwise, there being too many of them. */
  private static boolean isSiret(String digits) {
    int luhn = 0;
    int plain = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      int doubled = i % 2 == 0 ? 2 * digit : digit;
      luhn += doubled > 9 ? doubled - 9 : doubled;
      plain += digit;
    }
    return luhn % 10 == 0 || (digits.startsWith(LA_POSTE) && plain % 5 == 0);
  }

  private static boolean isIde(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return (11 - sum % 11) % 11 == digits.charAt(8) - '0';
  }
}
