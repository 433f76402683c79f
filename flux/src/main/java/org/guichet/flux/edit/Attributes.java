package org.guichet.flux.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The attributes of a start tag. */
final class Attributes {
  private static final Set<String> TRUE = Set.of("true", "1");

  private Attributes() {}

  /**
   * Names with their values, as written.
   *
   * @param tag what stands between the element's name and the bracket that ends its tag
   */
  static Map<String, String> of(String tag) {
    Map<String, String> all = new LinkedHashMap<>();
    int at = tag.indexOf('=');
    int from = 0;
    while (at >= 0) {
      String name = tag.substring(from, at).strip();
      int open = at + 1;
      while (tag.charAt(open) != '"' && tag.charAt(open) != '\'') {
        open++;
      }
      int close = tag.indexOf(tag.charAt(open), open + 1);
      all.put(name, tag.substring(open + 1, close));
      from = close + 1;
      at = tag.indexOf('=', from);
    }
    return all;
  }

  /** Whether they say that the element has no value. */
  static boolean nil(String tag) {
    return of(tag).entrySet().stream()
        .anyMatch(
            attribute ->
                attribute.getKey().endsWith(":nil") && TRUE.contains(attribute.getValue().strip()));
  }
}
