package org.guichet.roster.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.guichet.platform.control.Secrets;

/**
 * Codes of eight characters on the slips that people get; none is taken for another. What is kept
 * is a hash under a key of the secret file, of the code with whose it is.
 */
@ApplicationScoped
public class SlipCodes {
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
  private static final int LENGTH = 8;
  private static final String HASHING = "roster: slip codes";
  private static final Pattern JOINTS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}]+");

  @Inject Secrets secrets;
  @Inject SecureRandom random;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // it is injected
  protected SlipCodes() {}

  public SlipCodes(Secrets secrets, SecureRandom random) {
    this.secrets = secrets;
    this.random = random;
  }

  public String next() {
    return next(random);
  }

  /**
   * The next one.
   *
   * @param random that nobody can foretell
   */
  public static String next(RandomGenerator random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** A code as somebody typed it. */
  public static String read(String typed) {
    return JOINTS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** What is kept of a code of this person. */
  public String hash(UUID person, String code) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secrets.derive(HASHING), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal((person + " " + code).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
    }
  }
}
