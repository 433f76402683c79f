package org.guichet.deposit.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.flux.Finding;

/**
 * What the checks say of passages that weren't dropped.
 *
 * @param findings by position of the passage, from 1
 * @param certifications what they find in certifications, by position of their passage
 * @param refusal why a file of them would be refused as a whole
 */
public record Tried(
    Map<Integer, List<Finding>> findings,
    Map<Integer, List<Finding>> certifications,
    Optional<Refusal> refusal) {
  public Tried {
    findings = Map.copyOf(findings);
    certifications = Map.copyOf(certifications);
  }

  /** What is found in a passage; nothing for one that couldn't be read. */
  public List<Finding> of(int position) {
    return findings.getOrDefault(position, List.of());
  }

  /** How much would refuse a passage; one that couldn't be read would be. */
  public int faults(int position) {
    List<Finding> found = findings.get(position);
    return found == null ? 1 : (int) found.stream().filter(Finding::blocks).count();
  }
}
