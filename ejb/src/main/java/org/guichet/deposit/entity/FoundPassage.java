package org.guichet.deposit.entity;

import java.util.List;
import java.util.Optional;
import org.guichet.flux.Finding;

/**
 * A passage of a deposit, and what was found in it.
 *
 * @param position in the file, from 1
 * @param line of its start tag
 * @param withdrawn whether it was accepted, and taken back since
 */
public record FoundPassage(
    int position,
    Optional<String> idTechnique,
    int line,
    PassageOutcome outcome,
    boolean withdrawn,
    List<Finding> findings) {
  public FoundPassage {
    findings = List.copyOf(findings);
  }
}
