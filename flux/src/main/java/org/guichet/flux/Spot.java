package org.guichet.flux;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an element is to the reader, by its path: a field, a passage, a certification, on the way to
 * one of them, or nothing. The spots form a tree that is built once and never changes.
 */
final class Spot {
  /** Above the root element. */
  static final Spot DOCUMENT = tree();

  private static final Spot NOWHERE = new Spot();

  private final Map<String, Spot> children = new HashMap<>();
  private @Nullable Field field;
  private boolean passage;
  private boolean certification;
  private boolean certificationHeader;

  private Spot() {}

  private static Spot tree() {
    Spot document = new Spot();
    Map<Field, Spot> fields = new EnumMap<>(Field.class);
    Arrays.stream(Field.values()).forEach(f -> fields.put(f, document.grow(f.path())));
    fields.forEach((f, spot) -> spot.field = f);
    document.grow(Paths.CERTIFICATION).certification = true;
    document.grow(Paths.PASSAGE).passage = true;
    for (String header : new String[] {"", "/type", "/code", "/natureDeposant"}) {
      document.grow(Paths.CERTIFICATION + header).certificationHeader = true;
    }
    return document;
  }

  private Spot grow(String path) {
    Spot spot = this;
    for (String name : path.substring(1).split("/", -1)) {
      spot = spot.children.computeIfAbsent(name, n -> new Spot());
    }
    return spot;
  }

  /** The spot of a child element; names of another namespace lead nowhere. */
  Spot child(String namespace, String name) {
    return namespace.equals(Paths.NAMESPACE) ? children.getOrDefault(name, NOWHERE) : NOWHERE;
  }

  @Nullable Field field() {
    return field;
  }

  boolean isPassage() {
    return passage;
  }

  boolean isCertification() {
    return certification;
  }

  /** Whether what is wrong here concerns a certification, and hides none of its passages. */
  boolean isCertificationHeader() {
    return certificationHeader;
  }
}
