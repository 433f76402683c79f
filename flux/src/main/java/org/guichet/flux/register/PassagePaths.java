package org.guichet.flux.register;

import org.guichet.flux.Passage;

/** XPaths of passages, for findings that come after the reader; one instance follows one file. */
final class PassagePaths {
  private static final String CERTIFICATION =
      "/flux/emetteur/certificateurs/certificateur/certifications/certification";

  private int certification;
  private int number;

  /** The path of the next passage: all of them are to be asked for, in their order. */
  String next(Passage passage) {
    if (passage.certification() != certification) {
      certification = passage.certification();
      number = 0;
    }
    number++;
    return CERTIFICATION
        + "["
        + certification
        + "]/passageCertifications/passageCertification["
        + number
        + "]";
  }
}
