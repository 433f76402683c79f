package org.guichet.organisation.control;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password that the server made: {@code g1-<name>-<secret>}. The name tells which one it is
 * without telling anything about the secret, so that one hash is worked out for a try and not one
 * for each password that the organisation has.
 *
 * @param name 8 letters and digits, as good as unique
 * @param text all of it, as its machine sends it
 */
public record MachinePassword(String name, String text) {
  private static final int NAME_LENGTH = 8;
  private static final int SECRET_LENGTH = 32;
  private static final int BITS_PER_LETTER = 5;
  private static final Pattern FORM =
      Pattern.compile("g1-([0-9a-v]{" + NAME_LENGTH + "})-[0-9a-v]{" + SECRET_LENGTH + "}");

  /** A new one, with 160 bits of chance. */
  public static MachinePassword make(SecureRandom random) {
    String name = letters(random, NAME_LENGTH);
    return new MachinePassword(name, "g1-" + name + "-" + letters(random, SECRET_LENGTH));
  }

  /** What somebody sent; empty when it can't be one of ours. */
  public static Optional<MachinePassword> read(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new MachinePassword(matcher.group(1), text))
        : Optional.empty();
  }

  /** By what it is found and shown, in the place of a key's fingerprint. */
  public String fingerprint() {
    return "g1-" + name;
  }

  /** Neither logs nor exceptions show it. */
  @Override
  public String toString() {
    return fingerprint();
  }

  private static String letters(SecureRandom random, int count) {
    String text = new BigInteger(count * BITS_PER_LETTER, random).toString(1 << BITS_PER_LETTER);
    return "0".repeat(count - text.length()) + text;
  }
}
