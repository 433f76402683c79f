package org.guichet.invitation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.guichet.invitation.entity.Invitation.Kept;
import org.guichet.platform.control.Secrets;
import org.guichet.platform.entity.Sha256;

/**
 * Makes codes, and keeps them so that a copy of the database gives none that works: closed under a
 * key of the secret file, and found by a hash under another.
 */
@ApplicationScoped
public class CodeMaker {
  /** How many digits of a code stand in the open, to tell one from the other. */
  private static final int BEGINNING = 8;

  private static final int BYTES = 16;
  private static final String SEALING = "invitation: codes";
  private static final String LOOKING_UP = "invitation: look-up";
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
  private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
  private static final Pattern CODE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  @Inject Secrets secrets;
  @Inject SecureRandom random;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // it is injected
  protected CodeMaker() {}

  public CodeMaker(Secrets secrets, SecureRandom random) {
    this.secrets = secrets;
    this.random = random;
  }

  /** A random UUID of version 4, in lower case. */
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40); // version 4
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80); // of RFC 9562
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }

  /** What is kept of a code in the row of this id. */
  public Kept keep(String code, UUID id) {
    return new Kept(
        lookUp(code),
        code.substring(0, BEGINNING),
        secrets.texts(SEALING).close(code, id.toString()));
  }

  /** The code that was closed in the row of this id. */
  public String open(String closed, UUID id) {
    return secrets.texts(SEALING).open(closed, id.toString());
  }

  /**
   * A code as somebody typed or pasted it, in lower case; empty when it isn’t written as codes are.
   */
  public static Optional<String> read(String typed) {
    String code =
        DASHES
            .matcher(BLANKS.matcher(typed).replaceAll(""))
            .replaceAll("-")
            .toLowerCase(Locale.ROOT);
    return Optional.of(code).filter(text -> CODE.matcher(text).matches());
  }

  /** By what a code’s row is found. */
  public Sha256 lookUp(String code) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secrets.derive(LOOKING_UP), "HmacSHA256"));
      return new Sha256(
          HexFormat.of().formatHex(mac.doFinal(code.getBytes(StandardCharsets.US_ASCII))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
    }
  }
}
