package org.guichet.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.guichet.platform.entity.Sha256;

/** What proves something by being known: shown once, kept as a digest. */
@ApplicationScoped
public class Tokens {
  private static final int BYTES = 32;

  private SecureRandom random;

  /** For the container's proxies. */
  @SuppressWarnings("NullAway.Init") // never asked itself
  protected Tokens() {}

  @Inject
  public Tokens(SecureRandom random) {
    this.random = random;
  }

  /** 256 random bits, in 43 characters that an address may hold. */
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What to keep of a token. So much chance needs no salt and no slow hash. */
  public static Sha256 digest(String token) {
    return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
  }
}
