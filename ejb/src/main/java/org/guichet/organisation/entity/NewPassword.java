package org.guichet.organisation.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A password to be made for an organisation's machine.
 *
 * @param name by which people know it, such as that machine; once per organisation
 * @param expires it gets in before this instant only; empty: until it is stopped
 * @param sources as somebody typed them: ranges of addresses from which it is taken; empty: any
 */
public record NewPassword(
    String name, Set<KeyScope> scopes, Optional<Instant> expires, List<String> sources) {
  public NewPassword {
    scopes = Set.copyOf(scopes);
    sources = List.copyOf(sources);
  }
}
