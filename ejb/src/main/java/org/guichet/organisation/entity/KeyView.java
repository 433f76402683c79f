package org.guichet.organisation.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Network;

/**
 * A key or password as others see it.
 *
 * @param fingerprint of a key as {@code ssh-keygen -l} prints it, {@code SHA256:…}; what a password
 *     begins with
 * @param sources from where it is taken; empty: from anywhere
 * @param lastUsedFrom the network address it last signed in from
 */
public record KeyView(
    KeyId id,
    String name,
    KeyKind kind,
    String algorithm,
    String fingerprint,
    Set<KeyScope> scopes,
    List<Network> sources,
    KeyStatus status,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> stoppedAt,
    Optional<Instant> lastUsedAt,
    Optional<String> lastUsedFrom) {
  public KeyView {
    scopes = Set.copyOf(scopes);
    sources = List.copyOf(sources);
  }
}
