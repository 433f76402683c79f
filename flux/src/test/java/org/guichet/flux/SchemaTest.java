package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the format: each element's presence and the edges of its values. */
class SchemaTest {
  @ParameterizedTest
  @ValueSource(strings = {"FULL", "BY_INSEE_CODE", "BY_DOSSIER", "BY_NIR"})
  void takesTheSamples(String sample) throws ReflectiveOperationException {
    accepts((String) Spoiling.class.getDeclaredField(sample).get(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idFlux",
        "horodatage",
        "emetteur",
        "idClient",
        "certificateurs",
        "certificateur",
        "idContrat",
        "certifications",
        "certification",
        "type",
        "code",
        "passageCertifications",
        "passageCertification",
        "idTechnique",
        "obtentionCertification",
        "donneeCertifiee",
        "dateDebutValidite",
        "dateFinValidite",
        "presenceNiveauLangueEuro",
        "presenceNiveauNumeriqueEuro",
        "scoring",
        "mentionValidee",
        "modalitesInscription",
        "modaliteAcces",
        "identificationTitulaire",
        "titulaire",
        "nomNaissance",
        "nomUsage",
        "prenom1",
        "anneeNaissance",
        "moisNaissance",
        "jourNaissance",
        "sexe",
        "codeCommuneNaissance",
        "codePostalNaissance",
        "codePostal",
        "codeInseeNaissance",
        "codeInsee",
        "idDossier",
        "nomTitulaire",
        "prenom1Titulaire",
        "nir"
      })
  void demands(String element) {
    refuses(Spoiling.without(element));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "action",
        "natureDeposant",
        "urlPreuve",
        "libelleOption",
        "verbatim",
        "dateDebutExamen",
        "dateFinExamen",
        "modalitePassageExamen",
        "codePostalCentreExamen",
        "niveauLangueEuropeen",
        "niveauNumeriqueEuropeen",
        "scoreGeneral",
        "resultats",
        "resultat",
        "niveau",
        "domaineCompetenceId",
        "competenceId",
        "voieAccessVAE",
        "initiativeInscription",
        "dateInscription",
        "prenom2",
        "prenom3",
        "libelleCommuneNaissance",
        "codePaysNaissance",
        "libellePaysNaissance",
        "commentairesMEN"
      })
  void doesWithout(String element) {
    accepts(Spoiling.without(element));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idFlux",
        "horodatage",
        "action",
        "emetteur",
        "idClient",
        "certificateurs",
        "certificateur",
        "idContrat",
        "certifications",
        "type",
        "code",
        "natureDeposant",
        "passageCertifications",
        "idTechnique",
        "dateFinValidite",
        "niveauNumeriqueEuropeen",
        "scoreGeneral",
        "resultats",
        "niveau",
        "modalitesInscription",
        "voieAccessVAE",
        "identificationTitulaire",
        "titulaire",
        "nomUsage",
        "prenom2",
        "codeCommuneNaissance",
        "codePostalNaissance",
        "codePostal",
        "codeInsee",
        "idDossier",
        "nir"
      })
  void refusesTwice(String element) {
    refuses(Spoiling.twice(element));
  }

  @ParameterizedTest
  @ValueSource(strings = {"certification", "passageCertification", "resultat"})
  void takesAsManyAsThereAreOf(String element) {
    accepts(Spoiling.twice(element));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dateFinValidite",
        "scoring",
        "mentionValidee",
        "modaliteAcces",
        "nomUsage",
        "moisNaissance",
        "jourNaissance",
        "codePostal"
      })
  void takesNilFor(String element) {
    accepts(Spoiling.nil(element));
    refuses(Spoiling.value(element, ""));
    refuses(
        Spoiling.nil(element)
            .replace(" xsi:nil=\"true\"/>", " xsi:nil=\"true\"> </" + element + ">"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idFlux",
        "idClient",
        "idContrat",
        "type",
        "code",
        "idTechnique",
        "urlPreuve",
        "donneeCertifiee",
        "dateDebutValidite",
        "dateDebutExamen",
        "niveauLangueEuropeen",
        "scoreGeneral",
        "nomNaissance",
        "prenom1",
        "prenom2",
        "anneeNaissance",
        "sexe",
        "codeInsee",
        "codePaysNaissance",
        "dateInscription",
        "idDossier",
        "nir"
      })
  void refusesNilFor(String element) {
    refuses(Spoiling.nil(element));
  }

  /** Lengths: the edges are taken, one more or one less isn't. */
  @ParameterizedTest
  @CsvSource({
    "idFlux,1,50",
    "idClient,8,8",
    "idContrat,1,20",
    "type,1,255",
    "code,1,100",
    "idTechnique,1,255",
    "urlPreuve,1,255",
    "libelleOption,1,255",
    "verbatim,1,255",
    "codePostalCentreExamen,1,9",
    "scoring,1,255",
    "domaineCompetenceId,1,1",
    "competenceId,1,1",
    "idDossier,1,13",
    "nomTitulaire,1,30",
    "prenom1Titulaire,1,20",
    "nomNaissance,1,60",
    "nomUsage,1,60",
    "prenom1,1,60",
    "prenom2,1,60",
    "prenom3,1,60",
    "codeInsee,5,5",
    "codePostal,1,9",
    "libelleCommuneNaissance,1,60",
    "codePaysNaissance,3,3",
    "libellePaysNaissance,1,60",
    "commentairesMEN,1,250"
  })
  void boundsTheLengthOf(String element, int min, int max) {
    accepts(Spoiling.value(element, "é".repeat(min)));
    accepts(Spoiling.value(element, "é".repeat(max)));
    accepts(Spoiling.value(element, " ".repeat(max)));
    refuses(Spoiling.value(element, "é".repeat(min - 1)));
    refuses(Spoiling.value(element, "é".repeat(max + 1)));
  }

  @Test
  void boundsTheLengthsOfBothMatriculesAndOfTheNameBesideTheNir() {
    refuses(FluxSamples.flux().certifier("77ZZZ00").xml());
    refuses(FluxSamples.flux().certifier("77ZZZ0011").xml());
    accepts(nameBesideTheNir("é".repeat(60)));
    refuses(nameBesideTheNir("é".repeat(61)));
  }

  private static String nameBesideTheNir(String name) {
    Matcher old = Pattern.compile("<nomNaissance>.*</nomNaissance>").matcher(Spoiling.BY_NIR);
    return old.replaceFirst("<nomNaissance>" + name + "</nomNaissance>");
  }

  @ParameterizedTest
  @CsvSource({
    "scoreGeneral,1,1000",
    "niveau,1,8",
    "anneeNaissance,1900,2099",
    "moisNaissance,1,12",
    "jourNaissance,1,31"
  })
  void boundsTheNumber(String element, int min, int max) {
    accepts(Spoiling.value(element, String.valueOf(min)));
    accepts(Spoiling.value(element, String.valueOf(max)));
    accepts(Spoiling.value(element, " 0" + max + "\n"));
    refuses(Spoiling.value(element, String.valueOf(min - 1)));
    refuses(Spoiling.value(element, String.valueOf(max + 1)));
    refuses(Spoiling.value(element, max + ".0"));
    refuses(Spoiling.value(element, "-1"));
    refuses(Spoiling.value(element, "99999999999999999999"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"donneeCertifiee", "presenceNiveauLangueEuro", "presenceNiveauNumeriqueEuro"})
  void takesFourWaysToSayYesOrNo(String element) {
    for (String value : new String[] {"true", "false", "1", "0"}) {
      accepts(Spoiling.value(element, value));
    }
    for (String value : new String[] {"TRUE", "oui", "True", "2", "vrai"}) {
      refuses(Spoiling.value(element, value));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dateDebutExamen",
        "dateFinExamen",
        "dateDebutValidite",
        "dateFinValidite",
        "dateInscription"
      })
  void takesDaysOfTheCalendarFor(String element) {
    for (String value : new String[] {"1900-01-01", "2099-12-31", "2024-02-29", " 2026-01-15 "}) {
      accepts(Spoiling.value(element, value));
    }
    for (String value :
        new String[] {
          "1899-12-31",
          "2100-01-01",
          "2025-02-29",
          "2026-02-31",
          "2026-1-5",
          "26-01-05",
          "05/01/2026",
          "2026-01-15Z",
          "2026-01-15+01:00",
          "-2026-01-15",
          "nil",
          "2026-01-15T00:00:00"
        }) {
      refuses(Spoiling.value(element, value));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-02-01T11:43:27+01:00",
        "1999-12-31T23:59:59-05:00",
        "2099-01-01T00:00:00+00:00"
      })
  void takesTimesToTheSecondWithAnOffset(String value) {
    accepts(Spoiling.value("horodatage", value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-02-01T11:43:27Z",
        "2022-02-01T11:43:27.123+01:00",
        "2022-02-01T11:43:27",
        "2022-02-30T11:43:27+01:00",
        "2022-02-01T25:43:27+01:00",
        "1822-02-01T11:43:27+01:00",
        "2122-02-01T11:43:27+01:00",
        "2022-02-01 11:43:27+01:00",
        "2022-02-01",
        "nil"
      })
  void refusesOtherTimes(String value) {
    refuses(Spoiling.value("horodatage", value));
  }

  @ParameterizedTest
  @CsvSource({
    "action,CREATION SUPPRESSION",
    "natureDeposant,CERTIFICATEUR TIERS_CONFIANCE",
    "obtentionCertification,PAR_ADMISSION PAR_SCORING",
    "modalitePassageExamen,A_DISTANCE EN_PRESENTIEL MIXTE",
    "niveauLangueEuropeen,A1 A2 B1 B2 C1 C2 INSUFFISANT",
    "mentionValidee,SANS_MENTION MENTION_ASSEZ_BIEN MENTION_BIEN MENTION_TRES_BIEN"
        + " MENTION_TRES_BIEN_AVEC_FELICITATIONS_DU_JURY",
    "modaliteAcces,FORMATION_INITIALE_HORS_APPRENTISSAGE FORMATION_INITIALE_APPRENTISSAGE"
        + " FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION"
        + " FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION VAE EQUIVALENCE_DIPLOME_ETRANGER"
        + " CANDIDAT_LIBRE",
    "voieAccessVAE,CONGES_VAE VAE_CLASSIQUE",
    "initiativeInscription,CERTIFIE OF POLE_EMPLOI EMPLOYEUR AUTRE",
    "sexe,M F"
  })
  void takesTheListedValuesOnlyFor(String element, String values) {
    for (String value : values.split(" ", -1)) {
      accepts(Spoiling.value(element, value));
      refuses(Spoiling.value(element, " " + value));
      refuses(Spoiling.value(element, value + "\n"));
    }
    for (String value : new String[] {"", "nil", "INCONNU", values.substring(0, 1) + "x"}) {
      refuses(Spoiling.value(element, value));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2850175012345,true", "1850199012345,true", "285012A012345,true", "285012B012345,true",
    "285012C012345,false", "3850175012345,false", "285017501234,false", "285017501234578,false",
    "28501750123456,false", "285012a012345,false", "2 85 01 75 012 345,false"
  })
  void takesNationalNumbersWithoutTheirKey(String nir, boolean taken) {
    if (taken) {
      accepts(Spoiling.value("nir", nir));
    } else {
      refuses(Spoiling.value("nir", nir));
    }
  }

  @Test
  void takesOneHolderOnly() {
    refuses(
        Spoiling.replace(
            Spoiling.BY_NIR,
            "</identificationTitulaire>",
            FluxSamples.dossierFormation(1) + "</identificationTitulaire>"));
  }

  static void accepts(String xml) {
    Recording read = Recording.of(xml);
    assertThat(read.all()).isEmpty();
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.COMPLETE);
  }

  static void refuses(String xml) {
    Recording read = Recording.of(xml);
    // Each fault is explained: none falls to the code for what no other code names.
    assertThat(read.codes())
        .isNotEmpty()
        .doesNotContain(FindingCode.SCHEMA)
        .allMatch(FindingCode::quotesParser);
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.COMPLETE);
  }
}
