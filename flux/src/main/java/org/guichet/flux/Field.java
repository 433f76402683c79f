package org.guichet.flux;

/**
 * The values that the reader keeps for those after it, where they stand and how long they may be.
 */
enum Field {
  ID_FLUX(Paths.FLUX + "/idFlux", 50),
  ACTION(Paths.FLUX + "/action", 11),
  ISSUER(Paths.ISSUER + "/idClient", 8),
  CERTIFIER(Paths.CERTIFIER + "/idClient", 8),
  CONTRACT(Paths.CERTIFIER + "/idContrat", 20),
  CERTIFICATION_TYPE(Paths.CERTIFICATION + "/type", 255),
  CERTIFICATION_CODE(Paths.CERTIFICATION + "/code", 100),
  ID_TECHNIQUE(Paths.PASSAGE + "/idTechnique", 255),
  VALID_FROM(Paths.PASSAGE + "/dateDebutValidite", Paths.ROOM_FOR_BLANKS),
  LAST_NAME(Paths.HOLDER + "/titulaire/nomNaissance", 60),
  FIRST_NAME(Paths.HOLDER + "/titulaire/prenom1", 60),
  BIRTH_YEAR(Paths.HOLDER + "/titulaire/anneeNaissance", Paths.ROOM_FOR_BLANKS),
  BIRTH_MONTH(Paths.HOLDER + "/titulaire/moisNaissance", Paths.ROOM_FOR_BLANKS),
  BIRTH_DAY(Paths.HOLDER + "/titulaire/jourNaissance", Paths.ROOM_FOR_BLANKS),
  LAST_NAME_IN_DOSSIER(Paths.HOLDER + "/dossierFormation/nomTitulaire", 30),
  FIRST_NAME_IN_DOSSIER(Paths.HOLDER + "/dossierFormation/prenom1Titulaire", 20),
  LAST_NAME_WITH_NIR(Paths.HOLDER + "/identifiantNational/nomNaissance", 60);

  private final String path;
  private final int maxLength;

  Field(String path, int maxLength) {
    this.path = path;
    this.maxLength = maxLength;
  }

  /** Where it stands: local names from the root on, without positions. */
  String path() {
    return path;
  }

  /** How many characters (UTF-16 units) it may have; what is longer counts as missing. */
  int maxLength() {
    return maxLength;
  }
}
