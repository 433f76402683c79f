package org.guichet.deposit.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.ALICES;
import static org.guichet.deposit.DropSamples.BOB;
import static org.guichet.deposit.DropSamples.BOBS;
import static org.guichet.deposit.DropSamples.NOON;
import static org.guichet.deposit.DropSamples.digest;
import static org.guichet.deposit.DropSamples.id;
import static org.guichet.deposit.DropSamples.organisation;
import static org.guichet.deposit.DropSamples.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DuplicateTask;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.control.LocalFileStore;
import org.guichet.receipt.entity.NewReceipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.Recipient;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

class AnswersTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final OrganisationView DROPPER =
      organisation(ALICE, ALICES, Locale.FRENCH, CheckingMode.STRICT);
  private static final OrganisationView PARTNER =
      organisation(BOB, BOBS, Locale.ENGLISH, CheckingMode.STRICT);

  @TempDir Path data;
  private LocalFileStore store;
  private PassageVerdicts verdicts;
  private Answers answers;

  @BeforeEach
  void putTogether() throws IOException {
    store = new LocalFileStore(data);
    verdicts = ControlBench.verdicts(DATABASE);
    // Half past eleven at night on the 21st in Greenwich is the 22nd in Paris.
    FakeClock clock = FakeClock.at("2026-11-21T23:30:00Z");
    answers = ControlBench.answers(store, verdicts, TestSettings.in(data), clock);
  }

  private static Inspection inspection(
      @Nullable OrganisationView certifier, @Nullable Refusal refusal) {
    return new Inspection(
        new FluxHeader("FLUX-1", FluxAction.CREATION, "77ZZZ001", "77ZZZ001", "MCFCER990001"),
        4,
        certifier,
        refusal,
        false);
  }

  private String content(NewReceipt receipt) throws IOException {
    try (InputStream in = store.open(receipt.content().digest())) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private String validRapport(NewReceipt receipt) throws IOException, SAXException {
    String xml = content(receipt);
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(AnswersTest.class.getResource("/rapport-1.0.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(xml.getBytes(UTF_8))));
    return xml;
  }

  private static Passage passage(int position, @Nullable String idTechnique, Finding... findings) {
    return new Passage(
        position,
        1,
        idTechnique,
        FluxSamples.holder(null, null, null),
        null,
        position * 10,
        -1,
        -1,
        List.of(findings));
  }

  private static Finding schema(String message) {
    return new Finding(FindingCode.SCHEMA, Severity.PASSAGE, 8, 9, "", List.of(message));
  }

  private NewReceipt judged(CheckTask task, Passage... passages) throws IOException {
    DATABASE.inTransaction(
        () -> {
          verdicts.add(task.attempt(), task.deposit(), List.of(passages));
        });
    try (JudgedPassages none = new JudgedPassages(store.incoming(), task)) {
      return answers.judged(task, DROPPER, inspection(DROPPER, null), new Tally(1, 3), none);
    }
  }

  @Test
  void listsRejectedPassagesWithTheirFirstBlockingMessageAndThenTheAcceptedOnes() throws Exception {
    NewReceipt receipt =
        judged(
            task(DepositKind.REAL, Optional.empty()),
            passage(1, "T-1"),
            passage(
                2,
                "T-1",
                new Finding(
                    FindingCode.DUPLICATE,
                    Severity.PASSAGE,
                    20,
                    0,
                    "",
                    "T-1",
                    List.of("77ZZZ001", "T-1"))),
            passage(3, null, schema("La valeur 'H' <n'est> pas admise"), schema("plus loin")),
            passage(
                4,
                "T-4",
                new Finding(FindingCode.NOT_UTF8, Severity.WARNING, 1, 1, "", List.of("x")),
                schema("Première & seule")));

    assertThat(validRapport(receipt))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rapport xmlns:ns2="urn:cdc:cpf:pc5:rapport:schema">
              <nomFichier>promotion.xml</nomFichier>
              <idFlux>FLUX-1</idFlux>
              <idTraitement>77</idTraitement>
              <PassagesKO>
                <passage>
                  <idTechnique>T-1</idTechnique>
                  <messageErreur>Le passage certification avec le bcr émetteur 77ZZZ001 et l'id \
            technique partenaire T-1 existe déjà en base</messageErreur>
                </passage>
                <passage>
                  <idTechnique></idTechnique>
                  <messageErreur>La valeur 'H' &lt;n'est&gt; pas admise (ligne 8)</messageErreur>
                </passage>
                <passage>
                  <idTechnique>T-4</idTechnique>
                  <messageErreur>Première &amp; seule</messageErreur>
                </passage>
              </PassagesKO>
              <PassagesOK>
                <idTechnique>T-1</idTechnique>
              </PassagesOK>
            </rapport>
            """);
    assertThat(receipt.kind()).isEqualTo(ReceiptKind.PROCESSING);
    assertThat(receipt.number()).isEqualTo("AT-77");
    assertThat(receipt.ok()).isTrue();
    assertThat(receipt.template()).isEqualTo("receipt.processing.partly");
    assertThat(receipt.names().plain())
        .isEqualTo("Accuse_de_traitement_promotion.xml_20261122.xml");
  }

  @Test
  void writesBothListsAlsoForMoreThanAPageOfPassages() throws Exception {
    CheckTask task = task(DepositKind.REAL, Optional.empty());
    Passage[] many = new Passage[2_345];
    for (int n = 0; n < many.length; n++) {
      many[n] = passage(n + 1, "T-" + n);
    }

    String xml = validRapport(judged(task, many));

    assertThat(xml).contains("<PassagesKO>").contains("<idTechnique>T-0<", "<idTechnique>T-2344<");
    assertThat(xml.split("<idTechnique>", -1)).hasSize(many.length + 1);
  }

  @ParameterizedTest
  @EnumSource
  void answersEveryRefusalWithItsTypeInARapportAndItsCodeInAReceptionReceipt(RefusalCode code)
      throws Exception {
    CheckTask task = task(DepositKind.REAL, Optional.empty());
    Refusal refusal = new Refusal(code, List.of("77ZZZ001", "77ZZZ002", "a", "b"), 3, 4);
    Inspection inspection = inspection(null, refusal);
    NewReceipt reception = answers.reception(task, DROPPER, inspection, "AR-5");
    NewReceipt processing;
    try (ComplaintFile complaints = new ComplaintFile(store.incoming(), task)) {
      complaints.add(
          new Finding(
              switch (code) {
                case NOT_XML -> FindingCode.NOT_XML;
                case CONTENT -> FindingCode.NOT_CERTIFIED;
                default -> FindingCode.SCHEMA;
              },
              Severity.FILE,
              3,
              4,
              "",
              List.of("Le message")));
      processing = answers.refused(task, DROPPER, inspection, refusal, complaints);
    }

    assertThat(validRapport(processing))
        .contains("<type>" + code.type() + "</type>", "<ligne>3</ligne>", "<colonne>4</colonne>")
        .contains("<idTraitement>77</idTraitement>")
        .doesNotContain("<idFlux>", "<PassagesKO>");
    assertThat(processing.code()).isEqualTo(code.number());
    assertThat(processing.template()).isEqualTo("receipt.processing.refused");
    assertThat(reception.code()).isEqualTo(code.number());
    assertThat(reception.ok()).isFalse();
    assertThat(reception.template()).isEqualTo("receipt.reception.ko");
    assertThat(content(reception)).contains(code.number(), RefusalTexts.mend(code, Locale.FRENCH));
    assertThat(reception.recipients())
        .allSatisfy(
            recipient ->
                assertThat(recipient.readers().get(0).mailArguments())
                    .containsEntry("code", code.number()));
  }

  @Test
  void tellsAllComplaintsOfAFileRefusedBySchemaInOneGo() throws Exception {
    CheckTask task = task(DepositKind.REAL, Optional.empty());
    Refusal refusal = new Refusal(RefusalCode.SCHEMA, "un");
    NewReceipt receipt;
    try (ComplaintFile complaints = new ComplaintFile(store.incoming(), task)) {
      complaints.add(schema("un"));
      complaints.add(schema("deux"));
      receipt = answers.refused(task, DROPPER, inspection(null, refusal), refusal, complaints);
    }

    assertThat(validRapport(receipt)).containsSubsequence("<message>un<", "<message>deux<");
    assertThat(store.incoming()).isEmptyDirectory();
  }

  @Test
  void answersTheDropperAmongItsOwnDropsAndTheCertifierInTheDroppersFolder() throws IOException {
    NewReceipt receipt =
        answers.reception(
            task(DepositKind.REAL, Optional.empty()), DROPPER, inspection(PARTNER, null), "AR-5");

    assertThat(receipt.recipients())
        .extracting(
            Recipient::organisation,
            Recipient::folder,
            recipient -> recipient.readers().get(0).to().language())
        .containsExactly(tuple(ALICE, "", Locale.FRENCH), tuple(BOB, "77ZZZ001", Locale.ENGLISH));
    assertThat(receipt.recipients())
        .extracting(recipient -> recipient.readers().get(0).mailArguments().get("droppedAt"))
        .containsExactly("21 novembre 2026 à 13 h 00", "21 November 2026 at 13:00");
  }

  @Test
  void answersACertifierThatDropsForItselfOnce() throws IOException {
    NewReceipt receipt =
        answers.reception(
            task(DepositKind.REAL, Optional.empty()), DROPPER, inspection(DROPPER, null), "AR-5");

    assertThat(receipt.recipients()).hasSize(1);
    assertThat(receipt.ok()).isTrue();
    assertThat(receipt.names().plain()).isEqualTo("Accuse_de_reception_promotion.xml_20261122.xml");
  }

  @Test
  void marksTrials() throws Exception {
    CheckTask task = task(DepositKind.TRIAL, Optional.empty());
    NewReceipt reception = answers.reception(task, DROPPER, inspection(DROPPER, null), "AR-5");
    NewReceipt processing = judged(task, passage(1, "T-1"));

    assertThat(reception.trial()).isTrue();
    assertThat(reception.names().plain()).startsWith("ESSAI_Accuse_de_reception_");
    assertThat(processing.names().plain()).startsWith("ESSAI_Accuse_de_traitement_");
    assertThat(content(reception)).contains("Essai : fichier conforme");
    assertThat(content(processing)).contains("ESSAI");
  }

  @Test
  void hasANameWithTheTreatmentNumberForWhenThePlainOneIsTaken() throws IOException {
    CheckTask task = task(DepositKind.REAL, Optional.empty());

    NewReceipt receipt = answers.reception(task, DROPPER, inspection(DROPPER, null), "AR-5");

    assertThat(receipt.names().numbered())
        .isEqualTo("Accuse_de_reception_promotion.xml_20261122_77.xml");
  }

  /** Its number is of another sequence, and might be some deposit's treatment number. */
  @Test
  void addsATreatmentNumberOfItsOwnToTheNameOfADuplicatesReceipt() throws IOException {
    DuplicateTask duplicate =
        new DuplicateTask(
            new UUID(9, 5),
            12,
            78,
            id(1),
            11,
            ALICE,
            ALICES,
            Optional.empty(),
            "promotion.xml",
            7,
            Optional.of(digest("<flux/>")),
            NOON,
            true,
            false);

    NewReceipt receipt = answers.duplicate(duplicate, DROPPER, null, "AR-6");

    assertThat(receipt.names().numbered())
        .isEqualTo("Accuse_de_reception_promotion.xml_20261122_78.xml");
    assertThat(receipt.subject()).isEqualTo(new UUID(9, 5));
    assertThat(receipt.deposit()).isEqualTo(id(1));
    assertThat(receipt.ok()).isTrue();
    assertThat(content(receipt)).contains("n° 11");
    assertThat(receipt.recipients())
        .singleElement()
        .satisfies(
            to ->
                assertThat(to.readers().get(0).mailArguments())
                    .containsEntry("firstDepositNumber", "11"));
  }
}
