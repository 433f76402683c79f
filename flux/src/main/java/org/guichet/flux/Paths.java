package org.guichet.flux;

/** Where things stand in a file: local names from the root on, without positions. */
final class Paths {
  static final String NAMESPACE = "urn:cdc:cpf:pc5:schema:1.0.0";
  static final String PASSAGE_NAME = "passageCertification";

  static final String FLUX = "/flux";
  static final String ISSUER = FLUX + "/emetteur";
  static final String CERTIFIER = ISSUER + "/certificateurs/certificateur";
  static final String CERTIFICATION = CERTIFIER + "/certifications/certification";
  static final String PASSAGE = CERTIFICATION + "/passageCertifications/" + PASSAGE_NAME;
  static final String ENROLMENT = PASSAGE + "/modalitesInscription";
  static final String HOLDER = PASSAGE + "/identificationTitulaire";

  /** The schema takes blanks around numbers and dates, so more characters than they have. */
  static final int ROOM_FOR_BLANKS = 64;

  private Paths() {}
}
