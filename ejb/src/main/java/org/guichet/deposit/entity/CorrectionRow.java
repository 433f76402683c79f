package org.guichet.deposit.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.flux.Finding;
import org.guichet.flux.edit.PassageFields;
import org.guichet.flux.edit.PassageText;

/**
 * A passage of a deposit, where it stands in its file, and what has been changed in it.
 *
 * @param position in the file, from 1
 * @param type of its certification; empty where the file says none
 * @param code of its certification; empty where the file says none
 * @param line of its start tag
 * @param offset of its start tag's first byte; -1 where the encoding hides it
 * @param length in bytes; -1 where the encoding hides it
 * @param findings what was found in it when it was dropped
 */
public record CorrectionRow(
    int position,
    String type,
    String code,
    Optional<String> idTechnique,
    int line,
    long offset,
    long length,
    PassageOutcome outcome,
    List<Finding> findings,
    Optional<PassageDraft> draft) {
  public CorrectionRow {
    findings = List.copyOf(findings);
  }

  /** Whether it is refused for its idTechnique itself, or has none. */
  public boolean idFaulty() {
    return idTechnique.isEmpty()
        || findings.stream()
            .filter(Finding::blocks)
            .anyMatch(finding -> PassageFields.ID.equals(PassageFields.below(finding.path())));
  }

  /** The fields of its text that what refuses it points at. */
  public Set<String> faultyFields(PassageText text) {
    Set<String> faulty = new LinkedHashSet<>();
    findings.stream()
        .filter(Finding::blocks)
        .forEach(finding -> faulty.addAll(PassageFields.of(finding, text)));
    return faulty;
  }
}
