package org.guichet.web.deposits;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a passage looked like when it was shown, in a few characters: they travel with the form, and
 * tell whether somebody touched the passage.
 */
final class ShownPassage {
  private ShownPassage() {}

  /**
   * A fingerprint.
   *
   * @param values by field; one that is empty is as good as none
   */
  static String print(Map<String, String> values, boolean leftOut) {
    StringBuilder all = new StringBuilder().append(leftOut);
    new TreeMap<>(values)
        .forEach(
            (path, value) -> {
              if (!value.isEmpty()) {
                all.append('\n').append(path).append('=').append(value);
              }
            });
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
