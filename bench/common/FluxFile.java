import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Makes files like those of a certifier of digital skills, of invented people: about 2.6 KB a
 * passage.
 *
 * @param issuer matricule of who issues and certifies
 * @param run begins the idTechnique of each passage
 * @param oneBadIn every so many passages a bad one; 0: none
 */
public record FluxFile(String issuer, String run, int passages, int oneBadIn) {
  private static final int RESULTS = 13;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final String[] LAST_NAMES = {
    "ABELARD-INVENTE", "BÉRANGER", "COURTEPAILLE", "D'ORMESSON-FICTIF", "ÉGLANTINE", "FAUXSEMBLANT"
  };
  private static final String[] FIRST_NAMES = {
    "Zélie", "Anatole", "Marie-Hortense", "Gaëtan", "Clémence", "Théodule", "Ornella"
  };
  private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(20);
  private static final String[][] FAULTS = {
    {"<sexe>M", "<sexe>H"},
    {"<dateDebutValidite>" + DAY, "<dateDebutValidite>2026-02-30"},
    {"<scoring>", "<scoring/><scoring>"},
    {"<donneeCertifiee>true", "<donneeCertifiee>TRUE"},
    {"<modaliteAcces>CANDIDAT_LIBRE</modaliteAcces>", ""},
  };

  /** The contract under which an organisation of a bench certifies. */
  public static String contract(String issuer) {
    return "MCFCER990" + issuer.substring(issuer.length() - 3);
  }

  public int bad() {
    return oneBadIn == 0 ? 0 : passages / oneBadIn;
  }

  public void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <flux xmlns="urn:cdc:cpf:pc5:schema:1.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
           <idFlux>%s</idFlux><horodatage>%s</horodatage>
           <emetteur><idClient>%s</idClient><certificateurs><certificateur>
           <idClient>%s</idClient><idContrat>%s</idContrat><certifications><certification>
           <type>RS</type><code>RS99901</code><natureDeposant>CERTIFICATEUR</natureDeposant><passageCertifications>
          """
              .formatted(
                  run,
                  TIMESTAMP.format(OffsetDateTime.now(ZoneOffset.UTC)),
                  issuer,
                  issuer,
                  contract(issuer)));
      for (int n = 1; n <= passages; n++) {
        boolean bad = oneBadIn > 0 && n % oneBadIn == 0;
        out.write(bad ? spoiled(n, n / oneBadIn) : passage(n));
      }
      out.write(
          """
           </passageCertifications></certification></certifications>
           </certificateur></certificateurs></emetteur>
          </flux>
          """);
    }
  }

  private String spoiled(int n, int which) {
    String[] fault = FAULTS[which % FAULTS.length];
    String passage = passage(n).replace("<sexe>F", "<sexe>M");
    String spoiled = passage.replace(fault[0], fault[1]);
    if (spoiled.equals(passage)) {
      throw new IllegalStateException("nothing to spoil: " + fault[0]);
    }
    return spoiled;
  }

  private String passage(int n) {
    StringBuilder results = new StringBuilder();
    for (int i = 0; i < RESULTS; i++) {
      results
          .append("    <resultat><niveau>")
          .append(1 + (n + i) % 8)
          .append("</niveau><domaineCompetenceId>")
          .append(1 + i / 4)
          .append("</domaineCompetenceId><competenceId>")
          .append(1 + i % 4)
          .append("</competenceId></resultat>\n");
    }
    return """
      <passageCertification>
       <idTechnique>%s-%d</idTechnique>
       <obtentionCertification>PAR_SCORING</obtentionCertification>
       <donneeCertifiee>true</donneeCertifiee>
       <dateDebutExamen>%s</dateDebutExamen>
       <dateFinExamen>%s</dateFinExamen>
       <dateDebutValidite>%s</dateDebutValidite>
       <dateFinValidite xsi:nil="true"/>
       <presenceNiveauLangueEuro>false</presenceNiveauLangueEuro>
       <presenceNiveauNumeriqueEuro>true</presenceNiveauNumeriqueEuro>
       <niveauNumeriqueEuropeen><scoreGeneral>%d</scoreGeneral>
       <resultats>
    %s  </resultats></niveauNumeriqueEuropeen>
       <scoring>%d pix</scoring>
       <mentionValidee xsi:nil="true"/>
       <modalitesInscription><modaliteAcces>CANDIDAT_LIBRE</modaliteAcces></modalitesInscription>
       <identificationTitulaire><titulaire>
        <nomNaissance>%s</nomNaissance><nomUsage xsi:nil="true"/><prenom1>%s</prenom1>
        <anneeNaissance>%d</anneeNaissance><moisNaissance>%02d</moisNaissance><jourNaissance>%d</jourNaissance>
        <sexe>%s</sexe>
        <codeCommuneNaissance><codeInseeNaissance><codeInsee>75112</codeInsee></codeInseeNaissance></codeCommuneNaissance>
        <libelleCommuneNaissance>PARIS</libelleCommuneNaissance>
       </titulaire></identificationTitulaire>
      </passageCertification>
    """
        .formatted(
            run,
            n,
            DAY.minusDays(5),
            DAY.minusDays(3),
            DAY,
            1 + n % 1000,
            results,
            n % 1000,
            LAST_NAMES[n % LAST_NAMES.length],
            FIRST_NAMES[n % FIRST_NAMES.length],
            1960 + n % 45,
            1 + n % 12,
            1 + n % 28,
            n % 2 == 1 ? "F" : "M");
  }
}
