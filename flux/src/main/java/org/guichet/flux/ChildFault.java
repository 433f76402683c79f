package org.guichet.flux;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains which child of an element is missing, too many, misnamed or misplaced. */
final class ChildFault {
  /** A name that differs in so many letters may be meant. */
  private static final int NEAR = 2;

  private ChildFault() {}

  /**
   * Explains one message on the children of an element.
   *
   * @param path of the element whose content isn't complete, or of the child that is wrong
   */
  static SchemaExplanation explain(String message, String path) {
    List<String> expected = ValidatorWords.expected(message);
    if (message.startsWith("cvc-complex-type.2.4.b")) {
      return missing(path, expected);
    }
    ElementRule parent = SchemaTables.flux().element(parent(path));
    if (parent == null) {
      return SchemaExplanation.none(null);
    }
    String name = SchemaExplanation.lastName(path);
    return child(parent, name) == null
        ? unknown(parent, name, expected)
        : known(parent, name, path, expected);
  }

  private static SchemaExplanation missing(String path, List<String> expected) {
    ElementRule parent = SchemaTables.flux().element(path);
    if (parent == null) {
      return SchemaExplanation.none(null);
    }
    if (parent.kind() == ElementRule.Kind.ONE_OF) {
      return SchemaExplanation.of(
          FindingCode.MISSING_CHOICE, parent.name(), names(parent.children()));
    }
    List<ElementRule> missing =
        parent.children().stream()
            .filter(child -> child.required() && expected.contains(child.name()))
            .toList();
    return SchemaExplanation.of(FindingCode.MISSING_ELEMENT, parent.name(), names(missing));
  }

  private static SchemaExplanation known(
      ElementRule parent, String name, String path, List<String> expected) {
    if (expected.contains(name)) {
      return SchemaExplanation.of(FindingCode.NAMESPACE, name); // else it would have been taken
    }
    if (parent.kind() == ElementRule.Kind.ONE_OF && !path.endsWith("]")) {
      return SchemaExplanation.of(
          FindingCode.SECOND_CHOICE, name, parent.name(), names(parent.children()));
    }
    return SchemaExplanation.of(FindingCode.DUPLICATE_ELEMENT, name, parent.name());
  }

  private static SchemaExplanation unknown(ElementRule parent, String name, List<String> expected) {
    String near = near(parent, name);
    if (near != null) {
      return SchemaExplanation.of(FindingCode.MISNAMED_ELEMENT, name, parent.name(), near);
    }
    for (ElementRule around = parent; around != null; around = around(around)) {
      ElementRule right = parentOf(name, around);
      if (right != null) {
        return SchemaExplanation.of(
            FindingCode.MISPLACED_ELEMENT, name, parent.name(), right.name());
      }
    }
    return SchemaExplanation.of(
        FindingCode.UNEXPECTED_ELEMENT,
        name,
        parent.name(),
        expected.isEmpty() ? names(parent.children()) : String.join(", ", expected));
  }

  /** The parent that the schema gives to elements of this name, at or below a rule. */
  private static @Nullable ElementRule parentOf(String name, ElementRule at) {
    if (child(at, name) != null) {
      return at;
    }
    return at.children().stream()
        .flatMap(child -> Stream.ofNullable(parentOf(name, child)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable ElementRule around(ElementRule rule) {
    return SchemaTables.flux().element(parent(rule.path()));
  }

  private static @Nullable ElementRule child(ElementRule parent, String name) {
    return parent.children().stream()
        .filter(child -> child.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String near(ElementRule parent, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return parent.children().stream()
        .map(ElementRule::name)
        .filter(child -> distance(child.toLowerCase(Locale.ROOT), lower) <= NEAR)
        .findFirst()
        .orElse(null);
  }

  /** In how many letters that are added, left out or other two names differ (Levenshtein's). */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[before.length];
      now[0] = i;
      for (int j = 1; j < now.length; j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[other.length()];
  }

  private static String names(List<ElementRule> rules) {
    return String.join(", ", rules.stream().map(ElementRule::name).toList());
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
