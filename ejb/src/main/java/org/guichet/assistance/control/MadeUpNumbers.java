package org.guichet.assistance.control;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.guichet.platform.entity.Matricule;

/** Numbers for organisations that bring none. */
public final class MadeUpNumbers {
  /** None that is taken for a digit. */
  private static final String LETTERS = "ABCDEFGHJKMNPQRTUVWXYZ";

  private static final int TRIES = 100;

  private MadeUpNumbers() {}

  /** A matricule like {@code 12ABC345} that nobody has; empty when none is found. */
  public static Optional<Matricule> matricule(SecureRandom random, Predicate<Matricule> free) {
    return Stream.generate(() -> next(random)).limit(TRIES).filter(free).findFirst();
  }

  private static Matricule next(SecureRandom random) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new Matricule(
        String.format(
            Locale.ROOT, "%02d%s%03d", random.nextInt(100), letters, random.nextInt(1000)));
  }

  /** The number of a contract that came from a request. */
  public static String contract(long ticket) {
    return String.format(Locale.ROOT, "CTR-%06d", ticket);
  }
}
