package org.guichet.flux.register;

import java.util.ArrayList;
import java.util.List;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;

/** Whether whoever reads a finding may see what the register says. */
public enum DisclosedValues {
  /** Members of the certifier whose register it is. */
  SHOWN,
  /** Everybody else, and all receipts: they are told which field differs, and no more. */
  HIDDEN;

  /** The same finding without what the register says, for those who may not see it. */
  public static Finding hide(Finding finding) {
    if (finding.code() != FindingCode.HOLDER_UNKNOWN
        && finding.code() != FindingCode.HOLDER_UNKNOWN_ON_DAY) {
      return finding;
    }
    List<String> arguments = new ArrayList<>(finding.arguments());
    for (int i = 1; i < arguments.size(); i += Difference.ARGUMENTS) {
      arguments.set(i, "");
    }
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.line(),
        finding.column(),
        finding.path(),
        finding.value(),
        arguments);
  }
}
