package org.guichet.flux;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the schema says of one element.
 *
 * @param path local names from the root on, without positions
 * @param required whether its parent must have it; of the branches of {@link Kind#ONE_OF} all are,
 *     in the sense that there must be one
 * @param repeats whether its parent may have more than one
 * @param nillable whether {@code xsi:nil="true"} may stand for a value
 * @param children in the order of the schema; none when {@link Kind#SIMPLE}
 * @param value of its text; null unless {@link Kind#SIMPLE}
 */
public record ElementRule(
    String path,
    Kind kind,
    boolean required,
    boolean repeats,
    boolean nillable,
    List<ElementRule> children,
    @Nullable ValueRule value) {
  public ElementRule {
    children = List.copyOf(children);
  }

  /** What an element holds. */
  public enum Kind {
    /** Each child once at most, in any order. */
    ALL,
    /** Exactly one child, any of those that are named. */
    ONE_OF,
    /** Children of one name. */
    LIST,
    /** Text. */
    SIMPLE
  }

  /** Its local name. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
