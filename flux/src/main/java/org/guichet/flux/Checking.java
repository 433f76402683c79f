package org.guichet.flux;

import java.time.LocalDate;
import java.util.List;

/**
 * What is judged beyond the schema while a file is read.
 *
 * @param day of the deposit, where the depositor is
 */
public record Checking(
    LocalDate day,
    List<PassageCheck> passages,
    List<CertificationCheck> certifications,
    Severities severities) {
  public Checking {
    passages = List.copyOf(passages);
    certifications = List.copyOf(certifications);
  }

  /** The schema alone. */
  public static Checking schemaOnly() {
    return new Checking(LocalDate.EPOCH, List.of(), List.of(), Severities.USUAL);
  }
}
