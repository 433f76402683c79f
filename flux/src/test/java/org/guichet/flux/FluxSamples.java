package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes valid files of invented people, the same ones each time, for tests to spoil:
 *
 * <pre>{@code
 * String xml = FluxSamples.flux().contract("MCFCER990002").passages(3).xml();
 * String wrong = xml.replace("<sexe>F</sexe>", "<sexe>H</sexe>");
 * }</pre>
 */
public final class FluxSamples {
  public static final String NAMESPACE = "urn:cdc:cpf:pc5:schema:1.0.0";
  public static final String ISSUER = "77ZZZ001";
  public static final String CERTIFIER = "77ZZZ001";
  public static final String CONTRACT = "MCFCER990001";

  private static final String[] LAST_NAMES = {
    "ABELARD-INVENTE", "BÉRANGER", "COURTEPAILLE", "D'ORMESSON-FICTIF", "ÉGLANTINE", "FAUXSEMBLANT"
  };
  private static final String[] FIRST_NAMES = {
    "Zélie", "Anatole", "Marie-Hortense", "Gaëtan", "Clémence", "Théodule", "Ornella"
  };

  private String idFlux = "FLUX-0001";
  private String timestamp = "2026-02-01T11:43:27+01:00";
  private String action = "";
  private String issuer = ISSUER;
  private String certifier = CERTIFIER;
  private String contract = CONTRACT;
  private String type = "RNCP";
  private String code = "RNCP99901";
  private String nature = "CERTIFICATEUR";
  private String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private int passages = 1;
  private IntFunction<String> passage = FluxSamples::passage;

  private FluxSamples() {}

  /** One passage of the issuer {@link #ISSUER}, who certifies under {@link #CONTRACT}. */
  public static FluxSamples flux() {
    return new FluxSamples();
  }

  public FluxSamples idFlux(String value) {
    idFlux = value;
    return this;
  }

  public FluxSamples timestamp(String value) {
    timestamp = value;
    return this;
  }

  /** CREATION or SUPPRESSION; without this call the file doesn't say. */
  public FluxSamples action(String value) {
    action = "  <action>" + value + "</action>\n";
    return this;
  }

  public FluxSamples issuer(String value) {
    issuer = value;
    return this;
  }

  public FluxSamples certifier(String value) {
    certifier = value;
    return this;
  }

  public FluxSamples contract(String value) {
    contract = value;
    return this;
  }

  public FluxSamples certification(String newType, String newCode) {
    type = newType;
    code = newCode;
    return this;
  }

  public FluxSamples nature(String value) {
    nature = value;
    return this;
  }

  /** How many passages; numbered from 1, with {@code T-000001} and so on as idTechnique. */
  public FluxSamples passages(int count) {
    passages = count;
    return this;
  }

  /** What stands for a passage, by its number from 1; {@link #passage} unless told. */
  public FluxSamples passage(IntFunction<String> xml) {
    passage = xml;
    return this;
  }

  /** The XML declaration, with its line end; may be empty. */
  public FluxSamples declaration(String value) {
    declaration = value;
    return this;
  }

  public String xml() {
    StringBuilder xml = new StringBuilder();
    parts().forEach(xml::append);
    return xml.toString();
  }

  public byte[] bytes() {
    return bytes(UTF_8);
  }

  public byte[] bytes(Charset charset) {
    return xml().getBytes(charset);
  }

  /** The file in UTF-8, made while it is read: as long as you like. */
  public InputStream stream() {
    return new GeneratedStream(parts().map(part -> part.getBytes(UTF_8)).iterator());
  }

  /** Concatenated, not flattened: an iterator over a flattened stream gathers all of it. */
  private Stream<String> parts() {
    return Stream.concat(
        Stream.of(head()),
        Stream.concat(IntStream.rangeClosed(1, passages).mapToObj(passage), Stream.of(tail())));
  }

  private String head() {
    return declaration
        + "<flux xmlns=\""
        + NAMESPACE
        + "\"\n"
        + "      xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
        + "  <idFlux>"
        + idFlux
        + "</idFlux>\n"
        + "  <horodatage>"
        + timestamp
        + "</horodatage>\n"
        + action
        + "  <emetteur>\n"
        + "    <idClient>"
        + issuer
        + "</idClient>\n"
        + "    <certificateurs>\n"
        + "      <certificateur>\n"
        + "        <idClient>"
        + certifier
        + "</idClient>\n"
        + "        <idContrat>"
        + contract
        + "</idContrat>\n"
        + "        <certifications>\n"
        + "          <certification>\n"
        + "            <type>"
        + type
        + "</type>\n"
        + "            <code>"
        + code
        + "</code>\n"
        + "            <natureDeposant>"
        + nature
        + "</natureDeposant>\n"
        + "            <passageCertifications>\n";
  }

  private static String tail() {
    return """
                    </passageCertifications>
                  </certification>
                </certifications>
              </certificateur>
            </certificateurs>
          </emetteur>
        </flux>
        """;
  }

  /** Passage {@code n}, of a person that {@code n} makes up, under idTechnique {@link #id}. */
  public static String passage(int n) {
    return passage(id(n), titulaire(n));
  }

  public static String id(int n) {
    return String.format("T-%06d", n);
  }

  /** Somebody of whom no more is known. */
  public static Holder holder(
      @Nullable String lastName, @Nullable String firstName, @Nullable LocalDate birth) {
    return new Holder(
        Holder.Kind.CIVIL_STATUS,
        lastName,
        null,
        firstName,
        null,
        null,
        null,
        birth == null ? null : birth.getYear(),
        birth == null ? null : birth.getMonthValue(),
        birth == null ? null : birth.getDayOfMonth(),
        null,
        null,
        null,
        null);
  }

  /** A passage that holds all that it must and no more. */
  public static String passage(String idTechnique, String holder) {
    return """
                      <passageCertification>
                        <idTechnique>%s</idTechnique>
                        <obtentionCertification>PAR_ADMISSION</obtentionCertification>
                        <donneeCertifiee>true</donneeCertifiee>
                        <dateDebutValidite>2026-01-15</dateDebutValidite>
                        <dateFinValidite xsi:nil="true"/>
                        <presenceNiveauLangueEuro>false</presenceNiveauLangueEuro>
                        <presenceNiveauNumeriqueEuro>false</presenceNiveauNumeriqueEuro>
                        <scoring xsi:nil="true"/>
                        <mentionValidee xsi:nil="true"/>
                        <modalitesInscription>
                          <modaliteAcces>CANDIDAT_LIBRE</modaliteAcces>
                        </modalitesInscription>
                        <identificationTitulaire>
        %s
                        </identificationTitulaire>
                      </passageCertification>
        """
        .formatted(idTechnique, holder);
  }

  /** A passage that holds everything that one may hold. */
  public static String fullPassage(int n) {
    return """
                      <passageCertification>
                        <idTechnique>%s</idTechnique>
                        <urlPreuve>https://certificateur.example/preuves/%d</urlPreuve>
                        <libelleOption>Option A</libelleOption>
                        <verbatim>Très bon travail &amp; bel exposé</verbatim>
                        <obtentionCertification>PAR_SCORING</obtentionCertification>
                        <donneeCertifiee>1</donneeCertifiee>
                        <dateDebutExamen>2026-01-10</dateDebutExamen>
                        <dateFinExamen>2026-01-12</dateFinExamen>
                        <modalitePassageExamen>MIXTE</modalitePassageExamen>
                        <codePostalCentreExamen>75012</codePostalCentreExamen>
                        <dateDebutValidite>2026-01-15</dateDebutValidite>
                        <dateFinValidite>2029-01-14</dateFinValidite>
                        <presenceNiveauLangueEuro>true</presenceNiveauLangueEuro>
                        <niveauLangueEuropeen>B2</niveauLangueEuropeen>
                        <presenceNiveauNumeriqueEuro>true</presenceNiveauNumeriqueEuro>
                        <niveauNumeriqueEuropeen>
                          <scoreGeneral>512</scoreGeneral>
                          <resultats>
                            <resultat>
                              <niveau>4</niveau>
                              <domaineCompetenceId>1</domaineCompetenceId>
                              <competenceId>2</competenceId>
                            </resultat>
                            <resultat/>
                          </resultats>
                        </niveauNumeriqueEuropeen>
                        <scoring>512</scoring>
                        <mentionValidee>MENTION_BIEN</mentionValidee>
                        <modalitesInscription>
                          <modaliteAcces>VAE</modaliteAcces>
                          <voieAccessVAE>VAE_CLASSIQUE</voieAccessVAE>
                          <initiativeInscription>CERTIFIE</initiativeInscription>
                          <dateInscription>2025-11-02</dateInscription>
                        </modalitesInscription>
                        <identificationTitulaire>
                          <titulaire>
                            <nomNaissance>%s</nomNaissance>
                            <nomUsage>USAGE-FICTIF</nomUsage>
                            <prenom1>%s</prenom1>
                            <prenom2>Paule</prenom2>
                            <prenom3>Andrée</prenom3>
                            <anneeNaissance>1985</anneeNaissance>
                            <moisNaissance>05</moisNaissance>
                            <jourNaissance>31</jourNaissance>
                            <sexe>F</sexe>
                            <codeCommuneNaissance>
                              <codePostalNaissance>
                                <codePostal>75012</codePostal>
                              </codePostalNaissance>
                            </codeCommuneNaissance>
                            <libelleCommuneNaissance>PARIS</libelleCommuneNaissance>
                            <codePaysNaissance>100</codePaysNaissance>
                            <libellePaysNaissance>FRANCE</libellePaysNaissance>
                            <commentairesMEN>Rien à signaler</commentairesMEN>
                          </titulaire>
                        </identificationTitulaire>
                      </passageCertification>
        """
        .formatted(id(n), n, lastName(n), firstName(n));
  }

  /** A person born in France, by birth name, first name, sex, date and INSEE code. */
  public static String titulaire(int n) {
    return """
                          <titulaire>
                            <nomNaissance>%s</nomNaissance>
                            <nomUsage xsi:nil="true"/>
                            <prenom1>%s</prenom1>
                            <anneeNaissance>%d</anneeNaissance>
                            <moisNaissance>%02d</moisNaissance>
                            <jourNaissance>%d</jourNaissance>
                            <sexe>%s</sexe>
                            <codeCommuneNaissance>
                              <codeInseeNaissance>
                                <codeInsee>75056</codeInsee>
                              </codeInseeNaissance>
                            </codeCommuneNaissance>
                          </titulaire>"""
        .formatted(
            lastName(n),
            firstName(n),
            1960 + n % 45,
            1 + n % 12,
            1 + n % 28,
            n % 2 == 1 ? "F" : "M");
  }

  /** A person by training file. */
  public static String dossierFormation(int n) {
    return """
                          <dossierFormation>
                            <idDossier>%013d</idDossier>
                            <nomTitulaire>%s</nomTitulaire>
                            <prenom1Titulaire>%s</prenom1Titulaire>
                          </dossierFormation>"""
        .formatted(n, lastName(n), firstName(n));
  }

  /** A person by national number. */
  public static String identifiantNational(int n) {
    return """
                          <identifiantNational>
                            <nir>28501750%05d</nir>
                            <nomNaissance>%s</nomNaissance>
                          </identifiantNational>"""
        .formatted(n, lastName(n));
  }

  public static String lastName(int n) {
    return LAST_NAMES[n % LAST_NAMES.length];
  }

  public static String firstName(int n) {
    return FIRST_NAMES[n % FIRST_NAMES.length];
  }
}
