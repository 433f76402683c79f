package org.guichet.deposit.entity;

import java.util.List;
import java.util.Optional;
import org.guichet.flux.Finding;

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
}
