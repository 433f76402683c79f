package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the schema in the form in which bytes are compared with it, for one prefix of names.
 */
final class ProvenElement {
  /** Its start tag up to the end of the name. */
  final byte[] open;

  /** Its whole end tag. */
  final byte[] close;

  final boolean nillable;

  /** Whether it may hold several of its children. */
  final boolean repeating;

  final @Nullable Field field;

  /** Empty where it holds text. */
  final ProvenElement[] children;

  /** Null where it holds elements. */
  final @Nullable ProvenValue value;

  private final boolean oneOf;
  private final int required;

  private ProvenElement(ElementRule rule, String prefix, ProvenElement[] children) {
    this.open = ("<" + prefix + rule.name()).getBytes(UTF_8);
    this.close = ("</" + prefix + rule.name() + ">").getBytes(UTF_8);
    this.nillable = rule.nillable();
    this.repeating = rule.children().stream().anyMatch(ElementRule::repeats);
    this.field =
        Arrays.stream(Field.values())
            .filter(f -> f.path().equals(rule.path()))
            .findFirst()
            .orElse(null);
    this.children = children;
    this.value = rule.value() == null ? null : new ProvenValue(rule.value());
    this.oneOf = rule.kind() == ElementRule.Kind.ONE_OF;
    int bits = 0;
    for (int i = 0; i < children.length; i++) {
      bits |= rule.children().get(i).required() ? 1 << i : 0;
    }
    this.required = bits;
  }

  /**
   * @param prefix of the elements' names, with its colon; may be empty
   */
  static ProvenElement of(ElementRule rule, String prefix) {
    List<ProvenElement> children = new ArrayList<>();
    rule.children().forEach(child -> children.add(of(child, prefix)));
    return new ProvenElement(rule, prefix, children.toArray(ProvenElement[]::new));
  }

  /**
   * @param seen a bit for each child that was there
   * @param next the bit of the one that comes
   */
  boolean mayFollow(int seen, int next) {
    return oneOf ? seen == 0 : (seen & next) == 0 || repeating;
  }

  boolean mayEndWith(int seen) {
    return oneOf ? seen != 0 : (seen & required) == required;
  }

  boolean mayBeEmpty() {
    return mayEndWith(0);
  }
}
