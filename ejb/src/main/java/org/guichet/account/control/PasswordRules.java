package org.guichet.account.control;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.PasswordStrength;

/**
 * Which passwords are taken: length rather than composition (CNIL 2022-100, NIST SP 800-63B-4), and
 * none that lists of common ones, repetitions, keyboard rows, dates or the person's own data make
 * easy to guess.
 */
public final class PasswordRules {
  public static final int LEAST = 12;
  public static final int MOST = 200;

  /** Judging takes longer with the square of the length; so much says all there is to say. */
  private static final int JUDGED = 72;

  /** Fewer guesses than this, and whoever knows the usual ones is in. */
  private static final double LEAST_GUESSES = 1e8;

  private static final Zxcvbn JUDGE = new Zxcvbn();

  private PasswordRules() {}

  /** Words that a password of this account must not be made of. */
  public static List<String> words(Account account) {
    return words(account.login(), account.email(), account.name().given(), account.name().family());
  }

  /** Words that a password must not be made of: the person's own, and ours. */
  public static List<String> words(String... own) {
    return Stream.concat(Stream.of(own), Stream.of("guichet"))
        .flatMap(text -> Stream.concat(Stream.of(text), Arrays.stream(text.split("[@. -]+", -1))))
        .filter(word -> word.length() > 2)
        .distinct()
        .toList();
  }

  /** How good a password is, and what keeps it from being taken. */
  public static PasswordStrength judge(String password, List<String> words) {
    int length = password.codePointCount(0, password.length());
    Strength strength =
        JUDGE.measure(password.length() > JUDGED ? password.substring(0, JUDGED) : password, words);
    List<AccountMistake> mistakes = new ArrayList<>();
    if (length < LEAST) {
      mistakes.add(AccountMistake.of("password", Code.PASSWORD_TOO_SHORT, Integer.toString(LEAST)));
    } else if (length > MOST) {
      mistakes.add(AccountMistake.of("password", Code.PASSWORD_TOO_LONG, Integer.toString(MOST)));
    } else if (strength.getGuesses() < LEAST_GUESSES) {
      mistakes.add(AccountMistake.of("password", Code.PASSWORD_TOO_EASY));
    }
    return new PasswordStrength(mistakes.isEmpty() ? strength.getScore() : 0, mistakes);
  }
}
