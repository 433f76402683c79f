package org.guichet.flux;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How far what content checks and the register find reaches: as usual, or as set otherwise. */
public final class Severities {
  /** Everything as usual. */
  public static final Severities USUAL = new Severities(Map.of());

  private final Map<FindingCode, Optional<Severity>> set = new EnumMap<>(FindingCode.class);

  /**
   * Takes over what is set otherwise; empty switches a check off.
   *
   * @throws IllegalArgumentException for a code that can't be set: the parser's and the schema's
   */
  public Severities(Map<FindingCode, Optional<Severity>> otherwise) {
    otherwise.forEach(
        (code, severity) -> {
          if (code.kind() != FindingCode.Kind.CONTENT) {
            throw new IllegalArgumentException(code.number() + " can't be set");
          }
          set.put(code, severity);
        });
  }

  /** Empty when it is switched off. */
  public Optional<Severity> of(FindingCode code) {
    Optional<Severity> severity = set.get(code);
    return severity == null ? Optional.of(code.usual()) : severity;
  }
}
