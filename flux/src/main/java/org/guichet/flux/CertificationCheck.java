package org.guichet.flux;

import java.util.Set;

/** Judges what the schema lets through in the header of one certification. */
public interface CertificationCheck {
  /** All that it may complain about. */
  Set<FindingCode> codes();

  /**
   * Looks at one certification.
   *
   * @param header complete as far as the file is
   */
  void check(Fields certification, FluxHeader header, Complaints complaints);
}
