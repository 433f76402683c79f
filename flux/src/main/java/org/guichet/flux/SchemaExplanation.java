package org.guichet.flux;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message of the validator means: its cause, the value that it is about and what the texts
 * quote. Known by the key that starts the message, the place, and what the schema says of it.
 *
 * @param arguments behind the message itself
 */
record SchemaExplanation(FindingCode code, @Nullable String value, List<String> arguments) {

  /**
   * Explains one message.
   *
   * @param message whole, as the validator says it
   * @param path of the element that it is about
   * @param value text of that element if it is about its text
   */
  static SchemaExplanation of(String message, String path, @Nullable String value) {
    String key = key(message);
    String element = lastName(path);
    return switch (key) {
      case "cvc-elt.1.a" ->
          of(element.equals("flux") ? FindingCode.NAMESPACE : FindingCode.ROOT, element);
      case "cvc-elt.3.1" -> of(FindingCode.NIL_NOT_ALLOWED, element);
      case "cvc-elt.3.2.1" ->
          new SchemaExplanation(FindingCode.NIL_NOT_EMPTY, value, List.of(element));
      case "cvc-elt.4.1", "cvc-elt.4.2", "cvc-elt.4.3" ->
          of(FindingCode.ATTRIBUTE_VALUE, element, "xsi:type");
      case "cvc-complex-type.2.3" -> of(FindingCode.STRAY_TEXT, element);
      case "cvc-type.3.1.1" ->
          of(FindingCode.UNKNOWN_ATTRIBUTE, element, ValidatorWords.lastQuoted(message));
      case "cvc-complex-type.3.2.2" ->
          of(FindingCode.UNKNOWN_ATTRIBUTE, element, ValidatorWords.firstQuoted(message));
      case "cvc-type.3.1.2" -> of(FindingCode.NOT_A_VALUE, element);
      case "cvc-type.3.1.3", "cvc-complex-type.2.2", "cvc-attribute.3" ->
          new SchemaExplanation(FindingCode.VALUE_REPEATED, value, List.of(element));
      default ->
          key.startsWith("cvc-complex-type.2.4.")
              ? ChildFault.explain(message, path)
              : ofValue(message, path, value);
    };
  }

  static SchemaExplanation of(FindingCode code, String... arguments) {
    return new SchemaExplanation(code, null, List.of(arguments));
  }

  /** What the schema didn't foresee, and what isn't foreseen here. */
  static SchemaExplanation none(@Nullable String value) {
    return new SchemaExplanation(FindingCode.SCHEMA, value, List.of());
  }

  private static SchemaExplanation ofValue(String message, String path, @Nullable String value) {
    ElementRule element = SchemaTables.flux().element(path);
    ValueRule rule = element == null ? null : element.value();
    if (element == null || rule == null) {
      return none(value);
    }
    if (value != null) {
      return new ValueFault(element, rule, value, message).explain();
    }
    // Without a text it is about the attribute xsi:nil, or an element that holds elements.
    String said = ValidatorWords.firstQuoted(message);
    return said.isEmpty()
        ? of(FindingCode.VALUE_REPEATED, element.name())
        : of(FindingCode.ATTRIBUTE_VALUE, element.name(), "xsi:nil");
  }

  /** The message's arguments and, before them, the message. */
  List<String> argumentsBehind(String message) {
    List<String> all = new ArrayList<>();
    all.add(message);
    all.addAll(arguments);
    return all;
  }

  /** What stands before the first colon. */
  private static String key(String message) {
    int colon = message.indexOf(':');
    return colon < 0 ? "" : message.substring(0, colon).strip();
  }

  /** Local name at the end of a path, without position. */
  static String lastName(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    int bracket = last.indexOf('[');
    return bracket < 0 ? last : last.substring(0, bracket);
  }
}
