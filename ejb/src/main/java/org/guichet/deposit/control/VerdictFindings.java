package org.guichet.deposit.control;

import java.util.ArrayList;
import java.util.List;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Repeats;
import org.guichet.platform.entity.Matricule;
import org.jspecify.annotations.Nullable;

/** What was found in a passage, as its row tells it. */
public final class VerdictFindings {
  private VerdictFindings() {}

  /**
   * All of it, what compared it with other files first.
   *
   * @param sender who dropped the file
   */
  public static List<Finding> of(PassageVerdict verdict, Matricule sender) {
    List<Finding> all = new ArrayList<>();
    FindingCode cause = verdict.cause();
    boolean compared = cause == FindingCode.DUPLICATE || cause == FindingCode.NOTHING_TO_TAKE_BACK;
    if (cause != null && compared) {
      all.add(compared(cause, verdict.idTechnique(), verdict.line(), sender));
    }
    Repeats.without(FindingsJson.read(verdict.findings())).stream()
        .filter(finding -> !compared || finding.code() != cause)
        .forEach(all::add);
    return all;
  }

  /** What refused a passage that is refused. */
  public static Finding refusing(PassageVerdict verdict, Matricule sender) {
    return of(verdict, sender).stream().filter(Finding::blocks).findFirst().orElseThrow();
  }

  private static Finding compared(
      FindingCode code, @Nullable String idTechnique, int line, Matricule sender) {
    String id = idTechnique == null ? "" : idTechnique;
    return new Finding(
        code,
        Severity.PASSAGE,
        line,
        0,
        "",
        code == FindingCode.DUPLICATE ? List.of(sender.value(), id) : List.of(id));
  }
}
