package org.guichet.deposit.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.ALICES;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guichet.deposit.DropSamples;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.flux.Certification;
import org.guichet.flux.Checking;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.Passage;
import org.guichet.flux.PassageCheck;
import org.guichet.flux.Severities;
import org.guichet.flux.Severity;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.organisation.entity.OrganisationView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileInspectionTest {
  private static final FluxReader READER = new FluxReader();
  private static final int MAX_PASSAGES = 5_000;

  private final Collected collected = new Collected();
  private final List<FluxHeader> judged = new ArrayList<>();

  /** Keeps what a reading hands on. */
  private static final class Collected implements FileInspection.Output {
    private final List<Integer> batches = new ArrayList<>();
    private final List<Boolean> conclusive = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Certification> certifications = new ArrayList<>();
    private final List<Finding> complaints = new ArrayList<>();

    @Override
    public void passages(List<Passage> batch, List<Certification> ended, boolean batchConclusive) {
      if (!batch.isEmpty()) {
        batches.add(batch.size());
        conclusive.add(batchConclusive);
      }
      passages.addAll(batch);
      certifications.addAll(ended);
    }

    @Override
    public void complaint(Finding finding) {
      complaints.add(finding);
    }
  }

  /** Finds every donneeCertifiee wrong. */
  private static Checking grumbling(Severity severity) {
    PassageCheck check =
        new PassageCheck() {
          @Override
          public Set<FindingCode> codes() {
            return Set.of(FindingCode.NOT_CERTIFIED);
          }

          @Override
          public void check(Fields passage, LocalDate day, Complaints complaints) {
            complaints.add(FindingCode.NOT_CERTIFIED, Field.CERTIFIED_DATA);
          }
        };
    return new Checking(
        LocalDate.EPOCH,
        List.of(check),
        List.of(),
        new Severities(Map.of(FindingCode.NOT_CERTIFIED, Optional.of(severity))));
  }

  @Test
  void takesAStrictFileWhosePassagesContentChecksRefuse() throws IOException {
    checking = grumbling(Severity.PASSAGE);
    Inspection inspection = inspect(FluxSamples.flux().passages(2).xml(), CheckingMode.STRICT);

    assertThat(inspection.refusal()).isNull();
    assertThat(collected.complaints).isEmpty();
    assertThat(collected.passages).allMatch(passage -> passage.firstBlocking() != null);
  }

  @Test
  void refusesAFileForAContentCheckThatIsSetTo() throws IOException {
    checking = grumbling(Severity.FILE);
    Inspection inspection = inspect(FluxSamples.flux().xml(), CheckingMode.BY_PASSAGE);

    assertThat(code(inspection)).isEqualTo(RefusalCode.CONTENT);
    assertThat(collected.complaints).hasSize(1);
  }

  @Test
  void refusesTheSecondOfTwoPassagesOfOneIdButNotTheFile() throws IOException {
    String xml =
        FluxSamples.flux()
            .passages(3)
            .passage(n -> FluxSamples.passage("T-" + n % 2, FluxSamples.titulaire(n)))
            .xml();
    Inspection inspection = inspect(xml, CheckingMode.STRICT);

    assertThat(inspection.refusal()).isNull();
    assertThat(collected.passages)
        .extracting(Passage::firstBlocking)
        .extracting(finding -> finding == null ? null : finding.code())
        .containsExactly(null, null, FindingCode.DUPLICATE);
  }

  private static OrganisationView certifier(CheckingMode mode) {
    return DropSamples.organisation(ALICE, ALICES, Locale.FRENCH, mode);
  }

  private Checking checking = Checking.schemaOnly();

  private DepositRight rightful(FluxHeader header, CheckingMode mode) {
    judged.add(header);
    return new DepositRight(null, Optional.of(certifier(mode)), List.of());
  }

  private Inspection inspect(String xml, CheckingMode mode) throws IOException {
    return FileInspection.inspect(
        READER,
        new ByteArrayInputStream(xml.getBytes(UTF_8)),
        checking,
        MAX_PASSAGES,
        header -> rightful(header, mode),
        FileInspection.Identities.NONE,
        collected);
  }

  private static @Nullable RefusalCode code(Inspection inspection) {
    Refusal refusal = inspection.refusal();
    return refusal == null ? null : refusal.code();
  }

  @Test
  void takesAValidFileAndHandsItsPassagesOn() throws IOException {
    Inspection inspection = inspect(FluxSamples.flux().passages(3).xml(), CheckingMode.STRICT);

    assertThat(inspection.refusal()).isNull();
    assertThat(inspection.passages()).isEqualTo(3);
    assertThat(inspection.knownCertifier().matricule()).isEqualTo(ALICES);
    assertThat(inspection.contract()).isEqualTo(FluxSamples.CONTRACT);
    assertThat(inspection.header().action()).isEqualTo(FluxAction.CREATION);
    assertThat(collected.passages)
        .extracting(Passage::idTechnique)
        .containsExactly("T-000001", "T-000002", "T-000003");
    assertThat(collected.certifications).containsExactly(new Certification(1, "RNCP", "RNCP99901"));
    assertThat(collected.complaints).isEmpty();
  }

  @Test
  void handsPassagesOnInBatchesThatDontGrowWithTheFile() throws IOException {
    inspect(FluxSamples.flux().passages(4_803).xml(), CheckingMode.STRICT);

    assertThat(collected.batches).containsExactly(2_000, 2_000, 803);
    assertThat(collected.passages).extracting(Passage::position).isSorted().hasSize(4_803);
  }

  @Test
  void asksForRightsOnceWithAllThatTheyDependOn() throws IOException {
    inspect(FluxSamples.flux().passages(2).xml(), CheckingMode.STRICT);

    assertThat(judged)
        .singleElement()
        .extracting(FluxHeader::issuer, FluxHeader::certifier, FluxHeader::contract)
        .containsExactly(FluxSamples.ISSUER, FluxSamples.CERTIFIER, FluxSamples.CONTRACT);
  }

  @Test
  void refusesAFileAtTheFirstSchemaErrorInStrictModeAndStillListsAllOfThem() throws IOException {
    String wrong = FluxSamples.flux().passages(3).xml().replace("<sexe>F</sexe>", "<sexe>H</sexe>");

    Inspection inspection = inspect(wrong, CheckingMode.STRICT);

    assertThat(code(inspection)).isEqualTo(RefusalCode.SCHEMA);
    assertThat(inspection.refusal())
        .satisfies(refusal -> assertThat(refusal.line()).isEqualTo(line(wrong, "<sexe>H")))
        .satisfies(refusal -> assertThat(refusal.arguments().get(0)).contains("'H'"));
    assertThat(collected.complaints)
        .extracting(Finding::line)
        .isSorted()
        .contains(line(wrong, "<sexe>H"), lastLine(wrong, "<sexe>H"));
    assertThat(collected.passages).hasSize(3);
  }

  @Test
  void refusesOnlyThePassageInModeByPassage() throws IOException {
    String wrong = FluxSamples.flux().passages(3).xml().replace("<sexe>F</sexe>", "<sexe>H</sexe>");

    Inspection inspection = inspect(wrong, CheckingMode.BY_PASSAGE);

    assertThat(inspection.refusal()).isNull();
    assertThat(collected.passages)
        .extracting(passage -> passage.findings().isEmpty())
        .containsExactly(false, true, false);
  }

  @Test
  void refusesTheFileInBothModesForWhatStandsOutsideOfAnyPassage() throws IOException {
    String wrong = FluxSamples.flux().timestamp("2026-02-01T11:43:27Z").xml();
    for (CheckingMode mode : CheckingMode.values()) {
      assertThat(code(inspect(wrong, mode))).as(mode.name()).isEqualTo(RefusalCode.SCHEMA);
    }
  }

  @Test
  void leavesAFileWithABadCertificationToItsPassagesInModeByPassage() throws IOException {
    String wrong = FluxSamples.flux().passages(2).xml().replace("<type>RNCP</type>", "<type/>");

    assertThat(inspect(wrong, CheckingMode.BY_PASSAGE).refusal()).isNull();
    assertThat(collected.certifications)
        .singleElement()
        .satisfies(certification -> assertThat(certification.fault()).isNotNull());
    assertThat(code(inspect(wrong, CheckingMode.STRICT))).isEqualTo(RefusalCode.SCHEMA);
  }

  @Test
  void tellsThatVerdictsOnABatchStandUnlessTheFileIsRefused() throws IOException {
    String wrong = FluxSamples.flux().passages(3).xml().replace("<sexe>F</sexe>", "<sexe>H</sexe>");

    assertThat(inspect(FluxSamples.flux().passages(4_001).xml(), CheckingMode.STRICT).conclusive())
        .isTrue();
    assertThat(collected.conclusive).containsExactly(true, true, true);
    assertThat(inspect(wrong, CheckingMode.BY_PASSAGE).conclusive()).isTrue();
    assertThat(inspect(wrong, CheckingMode.STRICT).conclusive()).isFalse();
    assertThat(collected.conclusive).endsWith(true, false);
  }

  @Test
  void leavesTheVerdictToTheEndForAFileThatTakesBack() throws IOException {
    String takingBack = FluxSamples.flux().action("SUPPRESSION").passages(2).xml();
    String saidAtTheEnd =
        takingBack
            .replace("<action>SUPPRESSION</action>", "")
            .replace("</flux>", "<action>SUPPRESSION</action></flux>");

    assertThat(inspect(takingBack, CheckingMode.STRICT).conclusive()).isFalse();
    assertThat(inspect(saidAtTheEnd, CheckingMode.STRICT).conclusive()).isFalse();
    assertThat(saidAtTheEnd).isNotEqualTo(takingBack);
    assertThat(collected.conclusive).containsExactly(false, true);
  }

  /** What it refuses may have come first, and hidden a good passage of the same id. */
  @Test
  void leavesTheVerdictToTheEndOnceACertificationIsFaulty() throws IOException {
    String wrong = FluxSamples.flux().passages(2).xml().replace("<type>RNCP</type>", "<type/>");

    assertThat(inspect(wrong, CheckingMode.BY_PASSAGE).conclusive()).isFalse();
    assertThat(collected.conclusive).containsExactly(false);
  }

  @Test
  void leavesTheVerdictToTheEndWhenTheContractComesBehindThePassages() throws IOException {
    String contract = "<idContrat>" + FluxSamples.CONTRACT + "</idContrat>";
    String xml = FluxSamples.flux().passages(2_001).xml();
    String late =
        xml.replace(contract, "").replace("</certificateur>", contract + "</certificateur>");

    assertThat(inspect(late, CheckingMode.STRICT).conclusive()).isFalse();
    assertThat(collected.conclusive).containsExactly(false, true);
  }

  /** Else nobody would be told: there is no passage to refuse for it. */
  @Test
  void refusesTheFileForABadCertificationWithoutPassages() throws IOException {
    String wrong = FluxSamples.flux().xml().replaceAll("</?passageCertifications>", "");

    for (CheckingMode mode : CheckingMode.values()) {
      assertThat(code(inspect(wrong, mode))).as(mode.name()).isEqualTo(RefusalCode.SCHEMA);
    }
  }

  @Test
  void refusesAFileThatBreaksOffInBothModes() throws IOException {
    String xml = FluxSamples.flux().passages(2).xml();
    String broken = xml.substring(0, xml.length() - 400);
    for (CheckingMode mode : CheckingMode.values()) {
      Inspection inspection = inspect(broken, mode);
      assertThat(code(inspection)).as(mode.name()).isEqualTo(RefusalCode.UNREADABLE);
      assertThat(inspection.refusal())
          .extracting(refusal -> refusal.arguments().get(1))
          .as("passages read")
          .isEqualTo(String.valueOf(inspection.passages()));
    }
  }

  @Test
  void refusesWhatIsNoXmlWithoutAskingForRights() throws IOException {
    Inspection inspection = inspect("PK\u0003\u0004 no XML", CheckingMode.STRICT);

    assertThat(code(inspection)).isEqualTo(RefusalCode.NOT_XML);
    assertThat(judged).isEmpty();
    assertThat(inspection.certifier()).isNull();
    assertThat(collected.complaints).extracting(Finding::code).containsExactly(FindingCode.NOT_XML);
  }

  @Test
  void refusesADocumentTypeAsUnreadable() throws IOException {
    String evil = "<!DOCTYPE flux [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><flux>&x;</flux>";

    assertThat(code(inspect(evil, CheckingMode.BY_PASSAGE))).isEqualTo(RefusalCode.UNREADABLE);
  }

  @Test
  void readsNoFurtherOnceTheRightsSpeakAgainstIt() throws IOException {
    Inspection inspection =
        FileInspection.inspect(
            READER,
            FluxSamples.flux().passages(100_000).stream(),
            checking,
            MAX_PASSAGES,
            header ->
                new DepositRight(
                    DepositRight.Refusal.WRONG_CONTRACT,
                    Optional.of(certifier(CheckingMode.STRICT)),
                    List.of(FluxSamples.CONTRACT, FluxSamples.CERTIFIER)),
            FileInspection.Identities.NONE,
            collected);

    assertThat(code(inspection)).isEqualTo(RefusalCode.WRONG_CONTRACT);
    assertThat(inspection.refusal())
        .satisfies(
            refusal ->
                assertThat(refusal.arguments())
                    .containsExactly(FluxSamples.CONTRACT, FluxSamples.CERTIFIER));
    assertThat(inspection.certifier()).isNotNull();
    assertThat(collected.passages).isEmpty();
  }

  @Test
  void givesRightsBeforeWhatTheSchemaSays() throws IOException {
    String wrong = FluxSamples.flux().timestamp("never").xml();
    Inspection inspection =
        FileInspection.inspect(
            READER,
            new ByteArrayInputStream(wrong.getBytes(UTF_8)),
            checking,
            MAX_PASSAGES,
            header ->
                new DepositRight(
                    DepositRight.Refusal.UNKNOWN_ISSUER, Optional.empty(), List.of("77ZZZ001")),
            FileInspection.Identities.NONE,
            collected);

    assertThat(code(inspection)).isEqualTo(RefusalCode.UNKNOWN_ISSUER);
  }

  @Test
  void stopsAtTheFirstPassageThatIsTooMany() throws IOException {
    Inspection inspection =
        FileInspection.inspect(
            READER,
            FluxSamples.flux().passages(100_000).stream(),
            checking,
            MAX_PASSAGES,
            header -> rightful(header, CheckingMode.STRICT),
            FileInspection.Identities.NONE,
            collected);

    assertThat(code(inspection)).isEqualTo(RefusalCode.TOO_MANY_PASSAGES);
    assertThat(inspection.refusal())
        .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly("5000"));
    assertThat(collected.passages).hasSizeLessThanOrEqualTo(MAX_PASSAGES);
  }

  @Test
  void takesAsManyPassagesAsAreAllowed() throws IOException {
    assertThat(
            inspect(FluxSamples.flux().passages(MAX_PASSAGES).xml(), CheckingMode.STRICT).refusal())
        .isNull();
    assertThat(collected.passages).hasSize(MAX_PASSAGES);
  }

  @Test
  void refusesAFileWithoutAnIssuerByTheSchemaAndAsksForNoRights() throws IOException {
    String wrong =
        FluxSamples.flux()
            .xml()
            .replaceFirst("    <idClient>" + FluxSamples.ISSUER + "</idClient>\n", "");

    assertThat(code(inspect(wrong, CheckingMode.BY_PASSAGE))).isEqualTo(RefusalCode.SCHEMA);
    assertThat(judged).isEmpty();
  }

  @Test
  void refusesNothingForAWarning() throws IOException {
    String latin1 =
        FluxSamples.flux().declaration("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>").xml();
    Inspection inspection =
        FileInspection.inspect(
            READER,
            new ByteArrayInputStream(latin1.getBytes(ISO_8859_1)),
            checking,
            MAX_PASSAGES,
            header -> rightful(header, CheckingMode.STRICT),
            FileInspection.Identities.NONE,
            collected);

    assertThat(inspection.refusal()).isNull();
    assertThat(collected.complaints).isEmpty();
  }

  @Test
  void tellsAFaultOfTheStoreFromAFaultOfTheFile() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk gone");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk gone");
          }
        };

    assertThatIOException()
        .isThrownBy(
            () ->
                FileInspection.inspect(
                    READER,
                    broken,
                    checking,
                    MAX_PASSAGES,
                    header -> rightful(header, CheckingMode.STRICT),
                    FileInspection.Identities.NONE,
                    collected))
        .withMessage("disk gone");
  }

  private static int line(String text, String part) {
    return lines(text.substring(0, text.indexOf(part)));
  }

  private static int lastLine(String text, String part) {
    return lines(text.substring(0, text.lastIndexOf(part)));
  }

  private static int lines(String before) {
    return (int) before.chars().filter(c -> c == '\n').count() + 1;
  }
}
