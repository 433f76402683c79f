package org.guichet.account.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Time-based one-time codes (RFC 6238) as every authenticator knows them: SHA-1, six digits, thirty
 * seconds; one step too early or too late is accepted.
 */
public final class Totp {
  private static final int SECRET_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  private Totp() {}

  /** A secret, in base 32 without padding. */
  public static String newSecret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base32.toBase32String(bytes);
  }

  /** The code of the step that {@code now} lies in. */
  public static String code(String secret, Instant now) {
    return code(secret, step(now));
  }

  /** The time step for which {@code code} is right about now; empty when it isn't. */
  public static OptionalLong accept(String secret, String code, Instant now) {
    long step = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long each = step - 1; each <= step + 1; each++) {
      if (MessageDigest.isEqual(bytes(code(secret, each)), bytes(code))) {
        found = OptionalLong.of(each);
      }
    }
    return found;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  private static String code(String secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(Base32.decode(secret), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xF;
      int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
      return "%06d".formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC with SHA-1", e);
    }
  }
}
