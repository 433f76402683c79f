package org.guichet.organisation.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.guichet.platform.entity.KeyId;

/**
 * A key as others see it.
 *
 * @param fingerprint as {@code ssh-keygen -l} prints it: {@code SHA256:…}
 * @param lastUsedFrom the network address it last signed in from
 */
public record KeyView(
    KeyId id,
    String name,
    String algorithm,
    String fingerprint,
    Set<KeyScope> scopes,
    KeyStatus status,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> stoppedAt,
    Optional<Instant> lastUsedAt,
    Optional<String> lastUsedFrom) {
  public KeyView {
    scopes = Set.copyOf(scopes);
  }
}
