package org.guichet.organisation.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key to be taken in, as somebody typed or pasted it.
 *
 * @param name by which people know it, such as the machine it lies on; once per organisation
 * @param publicKey content of a {@code .pub} file of OpenSSH
 * @param expires it gets in before this instant only; empty: until it is stopped
 * @param sources as somebody typed them: ranges of addresses from which it is taken; empty: any
 */
public record NewKey(
    String name,
    String publicKey,
    Set<KeyScope> scopes,
    Optional<Instant> expires,
    List<String> sources) {
  public NewKey {
    scopes = Set.copyOf(scopes);
    sources = List.copyOf(sources);
  }
}
