package org.guichet.deposit.control;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes rows of passages. */
final class VerdictRow {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern JOINTS = Pattern.compile("[-'’.\\s]+");

  private VerdictRow() {}

  /** Names are searched without case, accents, hyphens and apostrophes. */
  static @Nullable String fold(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return JOINTS.matcher(bare).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
  }
}
