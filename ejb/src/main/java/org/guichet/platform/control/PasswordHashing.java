package org.guichet.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id, in the usual form {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Takes tens of milliseconds and 19 MB for each: ask a
 * throttle first.
 */
@ApplicationScoped
public class PasswordHashing {
  // OWASP's second choice of parameters: little memory, so that a burst of sign-ins fits the heap.
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([\\w+/]+)\\$([\\w+/]+)");

  private SecureRandom random;
  private int memory = MEMORY_KIB;
  private String dummy = "";

  /** For the container's proxies. */
  @SuppressWarnings("NullAway.Init") // never asked itself
  protected PasswordHashing() {}

  @Inject
  public PasswordHashing(SecureRandom random) {
    this(random, MEMORY_KIB);
  }

  private PasswordHashing(SecureRandom random, int memory) {
    this.random = random;
    this.memory = memory;
    this.dummy = hash("no password");
  }

  /** As good as none: for tests that hash often and try nobody's patience. */
  public static PasswordHashing cheap(SecureRandom random) {
    return new PasswordHashing(random, 8);
  }

  /** What to keep of a password. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memory,
            PASSES,
            LANES,
            base64.encodeToString(salt),
            base64.encodeToString(
                digest(password, salt, new Cost(memory, PASSES, LANES), HASH_BYTES)));
  }

  /**
   * Whether {@code password} is the one that was hashed.
   *
   * @throws IllegalArgumentException when {@code kept} isn't a hash of this class
   */
  public boolean matches(String password, String kept) {
    Matcher form = FORM.matcher(kept);
    if (!form.matches()) {
      throw new IllegalArgumentException("Not an Argon2id hash");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] expected = base64.decode(form.group(5));
    Cost cost =
        new Cost(
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)));
    return MessageDigest.isEqual(
        expected, digest(password, base64.decode(form.group(4)), cost, expected.length));
  }

  /** Takes as long as {@link #matches} and is always false: for names that nobody has. */
  public boolean matchesNothing(String password) {
    return matches(password, dummy) && dummy.isEmpty();
  }

  private static byte[] digest(String password, byte[] salt, Cost cost, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory)
            .withIterations(cost.passes)
            .withParallelism(cost.lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private record Cost(int memory, int passes, int lanes) {}
}
