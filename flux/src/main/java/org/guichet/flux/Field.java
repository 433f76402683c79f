package org.guichet.flux;

/**
 * The values of a file that somebody after the reader needs: where they stand and how long they may
 * be.
 */
public enum Field {
  ID_FLUX(Paths.FLUX + "/idFlux", 50),
  ACTION(Paths.FLUX + "/action", 11),
  ISSUER(Paths.ISSUER + "/idClient", 8),
  CERTIFIER(Paths.CERTIFIER + "/idClient", 8),
  CONTRACT(Paths.CERTIFIER + "/idContrat", 20),

  CERTIFICATION_TYPE(Paths.CERTIFICATION + "/type", 255),
  CERTIFICATION_CODE(Paths.CERTIFICATION + "/code", 100),
  DEPOSITOR_NATURE(Paths.CERTIFICATION + "/natureDeposant", Paths.ROOM_FOR_BLANKS),

  ID_TECHNIQUE(Paths.PASSAGE + "/idTechnique", 255),
  OBTAINED_BY(Paths.PASSAGE + "/obtentionCertification", Paths.ROOM_FOR_BLANKS),
  CERTIFIED_DATA(Paths.PASSAGE + "/donneeCertifiee", Paths.ROOM_FOR_BLANKS),
  EXAM_FROM(Paths.PASSAGE + "/dateDebutExamen", Paths.ROOM_FOR_BLANKS),
  EXAM_TO(Paths.PASSAGE + "/dateFinExamen", Paths.ROOM_FOR_BLANKS),
  VALID_FROM(Paths.PASSAGE + "/dateDebutValidite", Paths.ROOM_FOR_BLANKS),
  VALID_TO(Paths.PASSAGE + "/dateFinValidite", Paths.ROOM_FOR_BLANKS),
  HAS_LANGUAGE_LEVEL(Paths.PASSAGE + "/presenceNiveauLangueEuro", Paths.ROOM_FOR_BLANKS),
  LANGUAGE_LEVEL(Paths.PASSAGE + "/niveauLangueEuropeen", Paths.ROOM_FOR_BLANKS),
  HAS_DIGITAL_LEVEL(Paths.PASSAGE + "/presenceNiveauNumeriqueEuro", Paths.ROOM_FOR_BLANKS),
  /** Holds elements, so it is met and has no value. */
  DIGITAL_LEVELS(Paths.PASSAGE + "/niveauNumeriqueEuropeen", 0),
  DIGITAL_SCORE(Paths.PASSAGE + "/niveauNumeriqueEuropeen/scoreGeneral", Paths.ROOM_FOR_BLANKS),
  /** Comes once per result, so it often is met and has no value. */
  DIGITAL_LEVEL(
      Paths.PASSAGE + "/niveauNumeriqueEuropeen/resultats/resultat/niveau", Paths.ROOM_FOR_BLANKS),
  SCORING(Paths.PASSAGE + "/scoring", 255),

  ACCESS(Paths.ENROLMENT + "/modaliteAcces", Paths.ROOM_FOR_BLANKS),
  VAE_ROUTE(Paths.ENROLMENT + "/voieAccessVAE", Paths.ROOM_FOR_BLANKS),
  ENROLLED_ON(Paths.ENROLMENT + "/dateInscription", Paths.ROOM_FOR_BLANKS),

  LAST_NAME(Paths.HOLDER + "/titulaire/nomNaissance", 60),
  USAGE_NAME(Paths.HOLDER + "/titulaire/nomUsage", 60),
  FIRST_NAME(Paths.HOLDER + "/titulaire/prenom1", 60),
  SECOND_NAME(Paths.HOLDER + "/titulaire/prenom2", 60),
  THIRD_NAME(Paths.HOLDER + "/titulaire/prenom3", 60),
  BIRTH_YEAR(Paths.HOLDER + "/titulaire/anneeNaissance", Paths.ROOM_FOR_BLANKS),
  BIRTH_MONTH(Paths.HOLDER + "/titulaire/moisNaissance", Paths.ROOM_FOR_BLANKS),
  BIRTH_DAY(Paths.HOLDER + "/titulaire/jourNaissance", Paths.ROOM_FOR_BLANKS),
  SEX(Paths.HOLDER + "/titulaire/sexe", Paths.ROOM_FOR_BLANKS),
  BIRTH_INSEE(
      Paths.HOLDER + "/titulaire/codeCommuneNaissance/codeInseeNaissance/codeInsee",
      Paths.ROOM_FOR_BLANKS),
  BIRTH_POSTAL(
      Paths.HOLDER + "/titulaire/codeCommuneNaissance/codePostalNaissance/codePostal",
      Paths.ROOM_FOR_BLANKS),
  BIRTH_TOWN(Paths.HOLDER + "/titulaire/libelleCommuneNaissance", 60),
  BIRTH_COUNTRY(Paths.HOLDER + "/titulaire/codePaysNaissance", Paths.ROOM_FOR_BLANKS),
  BIRTH_COUNTRY_NAME(Paths.HOLDER + "/titulaire/libellePaysNaissance", 60),

  DOSSIER(Paths.HOLDER + "/dossierFormation/idDossier", 13),
  LAST_NAME_IN_DOSSIER(Paths.HOLDER + "/dossierFormation/nomTitulaire", 30),
  FIRST_NAME_IN_DOSSIER(Paths.HOLDER + "/dossierFormation/prenom1Titulaire", 20),

  NIR(Paths.HOLDER + "/identifiantNational/nir", Paths.ROOM_FOR_BLANKS),
  LAST_NAME_WITH_NIR(Paths.HOLDER + "/identifiantNational/nomNaissance", 60);

  private final String path;
  private final int maxLength;
  private final Scope scope;

  Field(String path, int maxLength) {
    this.path = path;
    this.maxLength = maxLength;
    this.scope = Scope.of(path);
  }

  /** What a value belongs to. */
  enum Scope {
    HEADER(""),
    CERTIFICATION(Paths.CERTIFICATION),
    PASSAGE(Paths.PASSAGE);

    private final String path;

    Scope(String path) {
      this.path = path;
    }

    private static Scope of(String path) {
      if (path.startsWith(PASSAGE.path + "/")) {
        return PASSAGE;
      }
      return path.startsWith(CERTIFICATION.path + "/") ? CERTIFICATION : HEADER;
    }
  }

  /** Where it stands: local names from the root on, without positions. */
  String path() {
    return path;
  }

  /** How many characters (UTF-16 units) it may have; what is longer counts as missing. */
  int maxLength() {
    return maxLength;
  }

  Scope scope() {
    return scope;
  }

  /** Where it stands below what it belongs to: a path that starts with a slash. */
  public String pathWithin() {
    return path.substring(scope.path.length());
  }

  /** The local name of its element. */
  public String element() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
