package org.guichet.account.entity;

import java.util.List;

/**
 * How good a password is.
 *
 * @param score 0 (not taken) to 4 (nobody guesses it)
 * @param mistakes what keeps it from being taken; empty when nothing does
 */
public record PasswordStrength(int score, List<AccountMistake> mistakes) {
  public PasswordStrength {
    mistakes = List.copyOf(mistakes);
  }
}
