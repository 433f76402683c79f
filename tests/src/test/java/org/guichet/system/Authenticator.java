package org.guichet.system;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.guichet.it.Await;

/** What shows codes on a telephone: RFC 6238, six digits, 30 seconds, SHA-1. */
public final class Authenticator {
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  private final byte[] secret;
  private long lastStep;

  private Authenticator(byte[] secret) {
    this.secret = secret;
  }

  /**
   * Learns a secret.
   *
   * @param text in base 32; blanks don't count
   */
  public static Authenticator of(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int bits = 0;
    int held = 0;
    for (char letter : text.replace(" ", "").toCharArray()) {
      bits = (bits << 5) | BASE_32.indexOf(letter);
      held += 5;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        bytes.write(bits >> held);
      }
    }
    return new Authenticator(bytes.toByteArray());
  }

  /** A code that wasn't shown before; the server takes each once, and one half minute early. */
  public String freshCode() {
    long next = Math.max(lastStep + 1, now());
    Await.until("the time of the next code", () -> next <= now() + 1);
    lastStep = next;
    return code(next);
  }

  private static long now() {
    return Instant.now().getEpochSecond() / SECONDS;
  }

  private String code(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fff_ffff;
      return String.format(Locale.ROOT, "%06d", number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
