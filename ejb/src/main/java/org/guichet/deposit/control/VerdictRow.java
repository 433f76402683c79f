package org.guichet.deposit.control;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.platform.entity.DepositId;
import org.jspecify.annotations.Nullable;

/** Makes rows of passages. */
final class VerdictRow {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern JOINTS = Pattern.compile("[-'’.\\s]+");

  private VerdictRow() {}

  static PassageVerdict of(UUID attempt, DepositId deposit, Passage passage) {
    return PassageVerdict.of(
        attempt,
        deposit,
        passage,
        fold(passage.lastName()),
        fold(passage.firstName()),
        firstBlocking(passage),
        FindingsJson.write(passage.findings()));
  }

  private static @Nullable FindingCode firstBlocking(Passage passage) {
    for (Finding finding : passage.findings()) {
      if (finding.severity() != Severity.WARNING) {
        return finding.code();
      }
    }
    return null;
  }

  /** Names are searched without case, accents, hyphens and apostrophes. */
  static @Nullable String fold(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return JOINTS.matcher(bare).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
  }
}
