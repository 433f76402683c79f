package org.guichet.flux;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /**
   * Reads entries {@code GUI-117=passage}, separated by commas: {@code off}, {@code warning},
   * {@code passage} or {@code file}.
   *
   * @throws IllegalArgumentException naming the entry that isn't one
   */
  public static Severities parse(String text) {
    Map<FindingCode, Optional<Severity>> set = new EnumMap<>(FindingCode.class);
    for (String entry : text.split(",", -1)) {
      if (!entry.isBlank()) {
        int equals = entry.indexOf('=');
        if (equals < 0) {
          throw new IllegalArgumentException(entry.strip());
        }
        set.put(
            code(entry.substring(0, equals).strip()),
            severity(entry.substring(equals + 1).strip()));
      }
    }
    return new Severities(set);
  }

  private static FindingCode code(String number) {
    return Stream.of(FindingCode.values())
        .filter(code -> code.number().equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(number));
  }

  private static Optional<Severity> severity(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "off" -> Optional.empty();
      case "warning" -> Optional.of(Severity.WARNING);
      case "passage" -> Optional.of(Severity.PASSAGE);
      case "file" -> Optional.of(Severity.FILE);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Empty when it is switched off. */
  public Optional<Severity> of(FindingCode code) {
    Optional<Severity> severity = set.get(code);
    return severity == null ? Optional.of(code.usual()) : severity;
  }
}
