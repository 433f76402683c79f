package org.guichet.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.boundary.DepositIntake;
import org.guichet.deposit.boundary.DepositLine;
import org.guichet.deposit.boundary.Incoming;
import org.guichet.deposit.boundary.Spool;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.Drop;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.flux.FluxSamples;
import org.guichet.it.DeskDriver.Member;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Sha256;
import org.guichet.receipt.boundary.Outbox;
import org.guichet.receipt.entity.OutboxEntry;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every row of "who gets what", in the real EAR: from the last byte of a file to both receipts. */
@ExtendWith(ArquillianExtension.class)
class DepositFlowIT {
  @Deployment
  static EnterpriseArchive ear() {
    return RealEar.with(DepositFlowIT.class);
  }

  @Inject DeskDriver driver;
  @Inject DepositDesk desk;
  @Inject DepositLine line;
  @Inject Spool spool;
  @Inject FileStore store;
  @Inject DepositIntake intake;
  @Inject Outbox outbox;

  @Test
  void answersAGoodFileOkAndListsItsPassages() {
    Member certifier = driver.member();
    DepositView deposit =
        driver.decided(certifier, "lot-1.xml", own(certifier).passages(3).bytes());

    assertThat(deposit.status()).isEqualTo(DepositStatus.ACCEPTED);
    assertThat(deposit.accepted()).isEqualTo(3);
    assertThat(driver.text(certifier, "", "Accuse_de_reception_lot-1.xml_"))
        .contains("<resultat>OK</resultat>", "<nature>REEL</nature>", "<depot>" + deposit.number());
    assertThat(driver.text(certifier, "", "Accuse_de_traitement_lot-1.xml_"))
        .contains(
            "<nomFichier>lot-1.xml</nomFichier>",
            "<idTraitement>" + deposit.treatment().orElseThrow() + "</idTraitement>",
            "<idTechnique>" + FluxSamples.id(3) + "</idTechnique>")
        .doesNotContain("<messageErreur>");
  }

  @Test
  void givesBothReceiptsToTheCertifierTooWhenAnotherDropped() {
    Member certifier = driver.member();
    Member depositor = driver.member();
    driver.mandate(certifier, depositor);
    DepositView deposit =
        driver.decided(depositor, "tiers.xml", file(depositor, certifier).bytes());

    assertThat(deposit.status()).isEqualTo(DepositStatus.ACCEPTED);
    String folder = depositor.matricule().value();
    assertThat(driver.text(certifier, folder, "Accuse_de_reception_"))
        .isEqualTo(driver.text(depositor, "", "Accuse_de_reception_"));
    assertThat(driver.text(certifier, folder, "Accuse_de_traitement_"))
        .isEqualTo(driver.text(depositor, "", "Accuse_de_traitement_"));
    assertThat(driver.receipts(certifier, "")).isEmpty();
  }

  @Test
  void refusesAPassageWhoseKeyIsTakenAndTakesTheOthers() {
    Member certifier = driver.member();
    driver.decided(certifier, "a.xml", own(certifier).passages(1).bytes());
    DepositView second =
        driver.decided(certifier, "b.xml", own(certifier).idFlux("F-2").passages(3).bytes());

    assertThat(second.status()).isEqualTo(DepositStatus.PARTLY_ACCEPTED);
    assertThat(second.accepted()).isEqualTo(2);
    assertThat(driver.text(certifier, "", "Accuse_de_traitement_b.xml"))
        .contains(
            "<messageErreur>Le passage certification avec le bcr émetteur "
                + certifier.matricule()
                + " et l'id technique partenaire "
                + FluxSamples.id(1)
                + " existe déjà en base</messageErreur>");
  }

  @Test
  void answersTheSameBytesOnceMoreWithTheFirstVerdictAndProcessesNothing() {
    Member certifier = driver.member();
    byte[] bytes = own(certifier).bytes();
    DepositView first = driver.decided(certifier, "fois-1.xml", bytes);
    IntakeOutcome again = driver.drop(certifier, "fois-2.xml", bytes);

    assertThat(again).isEqualTo(new IntakeOutcome.AlreadyKnown(first.id(), first.number()));
    Await.until(
        "reception receipt of the duplicate",
        () ->
            driver.receipts(certifier, "").stream()
                .anyMatch(entry -> entry.name().startsWith("Accuse_de_reception_fois-2.xml")));
    assertThat(driver.text(certifier, "", "Accuse_de_reception_fois-2.xml"))
        .contains("<resultat>OK</resultat>", "<premierDepot>" + first.number());
    assertThat(driver.list(certifier)).hasSize(1);
    assertThat(driver.receipts(certifier, ""))
        .filteredOn(entry -> entry.name().startsWith("Accuse_de_traitement_"))
        .hasSize(1);
  }

  @Test
  void takesTheSameBytesAsANewDepositWhenTheFirstOneWasRefused() {
    Member certifier = driver.member();
    Member depositor = driver.member();
    byte[] bytes = file(depositor, certifier).bytes();
    DepositView refused = driver.decided(depositor, "trop-tot.xml", bytes);
    assertThat(refused.refusal()).contains(RefusalCode.NO_MANDATE);

    driver.mandate(certifier, depositor);
    DepositView taken = driver.decided(depositor, "trop-tot.xml", bytes);
    assertThat(taken.status()).isEqualTo(DepositStatus.ACCEPTED);
    assertThat(taken.resumes()).contains(refused.id());
  }

  @Test
  void refusesAMalformedFileWithTheParsersWordsAndPlace() {
    Member certifier = driver.member();
    String whole = own(certifier).xml();
    DepositView deposit =
        driver.decided(
            certifier, "coupe.xml", whole.substring(0, whole.length() - 9).getBytes(UTF_8));

    assertThat(deposit.status()).isEqualTo(DepositStatus.REJECTED);
    assertThat(deposit.refusal()).contains(RefusalCode.UNREADABLE);
    assertThat(driver.text(certifier, "", "Accuse_de_traitement_coupe.xml"))
        .contains("<erreurs>", "<type>XSD</type>", "<ligne>", "<colonne>")
        .doesNotContain("<idFlux>");
    assertThat(driver.text(certifier, "", "Accuse_de_reception_coupe.xml"))
        .contains("<resultat>KO</resultat>", "<code>DEP-312</code>");
  }

  @Test
  void refusesTheWholeFileForOneBadTagInStrictMode() {
    Member certifier = driver.member();
    DepositView deposit =
        driver.decided(certifier, "strict.xml", spoilFirst(own(certifier).passages(2)));

    assertThat(deposit.refusal()).contains(RefusalCode.SCHEMA);
    assertThat(driver.text(certifier, "", "Accuse_de_traitement_strict.xml"))
        .contains("<erreurs>", "cvc-", "n'est pas");
  }

  @Test
  void refusesOnlyTheBadPassageInByPassageMode() {
    Member certifier = driver.member(CheckingMode.BY_PASSAGE);
    DepositView deposit =
        driver.decided(certifier, "passage.xml", spoilFirst(own(certifier).passages(2)));

    assertThat(deposit.status()).isEqualTo(DepositStatus.PARTLY_ACCEPTED);
    assertThat(deposit.accepted()).isEqualTo(1);
    assertThat(driver.text(certifier, "", "Accuse_de_traitement_passage.xml"))
        .contains("<PassagesKO>", "cvc-", FluxSamples.id(2));
  }

  @Test
  void refusesAllPassagesOfABadCertificationInByPassageMode() {
    Member certifier = driver.member(CheckingMode.BY_PASSAGE);
    String bad =
        own(certifier)
            .passages(2)
            .xml()
            .replace(
                "<natureDeposant>CERTIFICATEUR</natureDeposant>",
                "<natureDeposant>AUTRE</natureDeposant>");
    DepositView deposit = driver.decided(certifier, "entete.xml", bad.getBytes(UTF_8));

    assertThat(deposit.status()).isEqualTo(DepositStatus.REJECTED);
    assertThat(deposit.refusal()).isEmpty();
    assertThat(deposit.rejected()).isEqualTo(2);
    assertThat(driver.text(certifier, "", "Accuse_de_traitement_entete.xml"))
        .contains("<PassagesKO>", "AUTRE", FluxSamples.id(2));
  }

  @Test
  void refusesWhatIsNoXmlEmptyOrTooMuchEachWithItsCode() {
    Member certifier = driver.member();
    assertThat(driver.decided(certifier, "vide.xml", new byte[0]).refusal())
        .contains(RefusalCode.EMPTY);
    assertThat(
            driver.decided(certifier, "photo.xml", "PK\u0003\u0004zip".getBytes(UTF_8)).refusal())
        .contains(RefusalCode.NOT_XML);
    assertThat(
            driver.decided(certifier, "plein.xml", own(certifier).passages(51).bytes()).refusal())
        .contains(RefusalCode.TOO_MANY_PASSAGES);
    assertThat(driver.text(certifier, "", "Accuse_de_traitement_vide.xml"))
        .contains("<type>FICHIER</type>");
    assertThat(driver.text(certifier, "", "Accuse_de_traitement_plein.xml"))
        .contains("<type>LIMITE</type>");
  }

  /** Each by both receipts, the first KO with its code, the second of the type FICHIER. */
  @Test
  void answersEveryFileThatIsNoFluxByReceiptsWithACode() throws IOException {
    Member certifier = driver.member();
    driver.decided(certifier, "vide.xml", new byte[0]);
    driver.decided(certifier, "photo.xml", "PK\u0003\u0004zip".getBytes(UTF_8));
    Incoming large = driver.write(certifier, DepositKind.REAL, "gros.xml", new byte[900_000]);
    Assertions.assertThatThrownBy(() -> large.write(ByteBuffer.wrap(new byte[200_000])))
        .isInstanceOf(IOException.class);
    spool.cutShort(certifier.caller(), large);
    Incoming table = driver.write(certifier, DepositKind.REAL, "lot.csv", "a;b".getBytes(UTF_8));
    spool.close(certifier.caller(), table);
    spool.takeSettled(certifier.caller(), new DepositId(table.id()));

    Await.until("receipts on four files", () -> driver.receipts(certifier, "").size() == 8);
    Map<String, String> codes =
        Map.of(
            "vide.xml", "DEP-301",
            "gros.xml", "DEP-302",
            "lot.csv", "DEP-303",
            "photo.xml", "DEP-304");
    codes.forEach(
        (name, code) -> {
          assertThat(driver.text(certifier, "", "Accuse_de_reception_" + name))
              .contains("<resultat>KO</resultat>", "<code>" + code + "</code>");
          assertThat(driver.text(certifier, "", "Accuse_de_traitement_" + name))
              .contains("<erreurs>", "<type>FICHIER</type>");
        });
  }

  @Test
  void keepsAnAcknowledgedReceiptForThePortal() throws IOException {
    Member certifier = driver.member();
    driver.decided(certifier, "lot.xml", own(certifier).bytes());
    OutboxEntry fetched = driver.receipts(certifier, "").get(0);

    outbox.acknowledge(certifier.caller(), fetched.id());

    assertThat(driver.receipts(certifier, "")).hasSize(1).doesNotContain(fetched);
    assertThat(driver.text(certifier, fetched)).contains("lot.xml");
    assertThat(store.holds(fetched.sha256())).isTrue();
  }

  @Test
  void refusesATooLargeFileWhileItComesAndAnswersIt() throws IOException {
    Member certifier = driver.member();
    Incoming incoming = driver.write(certifier, DepositKind.REAL, "gros.xml", new byte[900_000]);
    Assertions.assertThatThrownBy(() -> incoming.write(ByteBuffer.wrap(new byte[200_000])))
        .isInstanceOf(IOException.class);
    Assertions.assertThatThrownBy(() -> spool.close(certifier.caller(), incoming))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger");

    Await.until("receipt on the large file", () -> driver.receipts(certifier, "").size() == 2);
    DepositView deposit = driver.list(certifier).get(0);
    assertThat(deposit.refusal()).contains(RefusalCode.TOO_LARGE);
    assertThat(deposit.sha256()).isEmpty();
  }

  @Test
  void judgesRightsWithTheReasonThatHolds() {
    Member certifier = driver.member();
    Member depositor = driver.member();
    Member other = driver.member();
    assertThat(
            driver.decided(depositor, "e.xml", own(depositor).issuer("77ZZZZZZ").bytes()).refusal())
        .contains(RefusalCode.UNKNOWN_ISSUER);
    assertThat(
            driver
                .decided(
                    depositor, "s.xml", own(depositor).issuer(other.matricule().value()).bytes())
                .refusal())
        .contains(RefusalCode.ISSUER_IS_NOT_SENDER);
    assertThat(
            driver
                .decided(depositor, "c.xml", own(depositor).contract("MCFCER999999").bytes())
                .refusal())
        .contains(RefusalCode.WRONG_CONTRACT);
    driver.mandate(
        certifier, depositor, LocalDate.of(2020, 1, 1), Optional.of(LocalDate.of(2021, 1, 1)));
    assertThat(driver.decided(depositor, "m.xml", file(depositor, certifier).bytes()).refusal())
        .contains(RefusalCode.MANDATE_NOT_IN_FORCE);
    assertThat(driver.text(depositor, "", "Accuse_de_traitement_m.xml"))
        .contains("<type>DROITS</type>");
  }

  @Test
  void takesAcceptedPassagesBackAndFreesTheirKeys() {
    Member certifier = driver.member();
    DepositView taken = driver.decided(certifier, "pose.xml", own(certifier).passages(2).bytes());
    DepositView back =
        driver.decided(
            certifier,
            "retrait.xml",
            own(certifier).idFlux("F-R").action("SUPPRESSION").passages(3).bytes());

    assertThat(back.status()).isEqualTo(DepositStatus.PARTLY_ACCEPTED);
    assertThat(back.accepted()).isEqualTo(2);
    assertThat(driver.find(certifier, taken.id()).orElseThrow().status())
        .isEqualTo(DepositStatus.WITHDRAWN);
    DepositView anew = driver.decided(certifier, "repose.xml", own(certifier).passages(2).bytes());
    assertThat(anew.status()).isEqualTo(DepositStatus.ACCEPTED);
  }

  @Test
  void answersATrialAlikeAndKeepsNothingOfIt() throws IOException {
    Member certifier = driver.member();
    byte[] bytes = own(certifier).bytes();
    DepositView trial = driver.decided(certifier, DepositKind.TRIAL, "essai.xml", bytes);

    assertThat(trial.kind()).isEqualTo(DepositKind.TRIAL);
    assertThat(trial.status()).isEqualTo(DepositStatus.ACCEPTED);
    assertThat(driver.text(certifier, "", "ESSAI_Accuse_de_reception_"))
        .contains("<nature>ESSAI</nature>");
    assertThat(driver.text(certifier, "", "ESSAI_Accuse_de_traitement_")).contains("ESSAI");
    assertThat(store.holds(trial.sha256().orElseThrow())).isFalse();

    DepositView real = driver.decided(certifier, "essai.xml", bytes);
    assertThat(real.status()).isEqualTo(DepositStatus.ACCEPTED);
  }

  @Test
  void keepsAnUploadThatWasCutShortAsAPartAndNotAsADeposit() throws IOException {
    Member certifier = driver.member();
    byte[] bytes = own(certifier).bytes();
    Incoming incoming =
        driver.write(certifier, DepositKind.REAL, "moitie.xml", Arrays.copyOf(bytes, 100));
    spool.cutShort(certifier.caller(), incoming);

    assertThat(driver.list(certifier)).isEmpty();
    assertThat(spool.parts(certifier.caller(), DropFolder.REAL))
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.broken()).isTrue();
              assertThat(part.size()).isEqualTo(100);
            });
    assertThat(desk.unfinished(certifier.caller(), certifier.caller().organisation(), 10))
        .singleElement()
        .satisfies(
            upload -> {
              assertThat(upload.fileName()).isEqualTo("moitie.xml");
              assertThat(upload.size()).isEqualTo(100);
              assertThat(upload.cutShort()).isTrue();
            });

    Incoming resumed =
        spool.resume(certifier.caller(), DropFolder.REAL, "moitie.xml").orElseThrow();
    resumed.position(100);
    resumed.write(ByteBuffer.wrap(bytes, 100, bytes.length - 100));
    IntakeOutcome outcome = spool.close(certifier.caller(), resumed).orElseThrow();
    Await.until(
        "verdict on the resumed file",
        () ->
            driver.list(certifier).stream()
                .anyMatch(deposit -> deposit.status() == DepositStatus.ACCEPTED));
    assertThat(spool.close(certifier.caller(), resumed)).contains(outcome);
  }

  @Test
  void takesARenamedFileAndOneThatWasOnlyRenamedCounts() throws IOException {
    Member certifier = driver.member();
    Incoming incoming =
        driver.write(certifier, DepositKind.REAL, "lot.xml.part", own(certifier).bytes());
    assertThat(spool.close(certifier.caller(), incoming)).isEmpty();
    assertThat(driver.list(certifier)).isEmpty();
    assertThat(spool.rename(certifier.caller(), DropFolder.REAL, "lot.xml.part", "lot.xml"))
        .isPresent();
    Await.until(
        "verdict on the renamed file",
        () ->
            driver.list(certifier).stream()
                .anyMatch(deposit -> deposit.status() == DepositStatus.ACCEPTED));
  }

  @Test
  void setsAPoisonFileAsideVisiblyAfterBoundedTriesAndGoesOnWithTheNext() {
    Member certifier = driver.member();
    IntakeOutcome.Registered poison = dropWithoutBytes(certifier, "poison.xml");

    DepositView failed =
        Await.present(
            "technical failure",
            () -> {
              line.work(Caller.system("test"));
              return driver
                  .find(certifier, poison.id())
                  .filter(deposit -> deposit.status() == DepositStatus.FAILED);
            });
    assertThat(driver.receipts(certifier, "")).isEmpty();
    DepositView next =
        driver.decided(certifier, "suivant.xml", own(certifier).idFlux("F-3").bytes());
    assertThat(next.status()).isEqualTo(DepositStatus.ACCEPTED);

    desk.giveUp(Caller.commandLine(), failed.number());
    DepositView givenUp =
        Await.present(
            "answer to what was given up",
            () ->
                driver
                    .find(certifier, poison.id())
                    .filter(deposit -> deposit.status() == DepositStatus.REJECTED));
    assertThat(givenUp.refusal()).contains(RefusalCode.GIVEN_UP);
    assertThat(driver.text(certifier, "", "Accuse_de_traitement_poison.xml"))
        .contains("<type>TECHNIQUE</type>");
  }

  /** Registers a drop whose bytes aren't in the store, as if a disk had lost them. */
  private IntakeOutcome.Registered dropWithoutBytes(Member member, String name) {
    return (IntakeOutcome.Registered)
        intake.receive(
            member.caller(),
            new Drop(
                new DepositId(UUID.randomUUID()),
                member.caller().organisation().orElseThrow(),
                member.matricule(),
                DepositKind.REAL,
                Channel.SFTP,
                name,
                100,
                Optional.of(Sha256.of(name.getBytes(UTF_8))),
                Optional.empty()));
  }

  private static FluxSamples own(Member member) {
    return file(member, member);
  }

  private static FluxSamples file(Member dropper, Member certifier) {
    return FluxSamples.flux()
        .issuer(dropper.matricule().value())
        .certifier(certifier.matricule().value())
        .contract(certifier.contract())
        .nature(dropper.equals(certifier) ? "CERTIFICATEUR" : "TIERS_CONFIANCE")
        .timestamp("2026-11-20T10:00:00+01:00")
        .idFlux(String.format(Locale.ROOT, "F-%s", dropper.matricule()));
  }

  private static byte[] spoilFirst(FluxSamples flux) {
    return flux.xml().replaceFirst("<sexe>[MF]</sexe>", "<sexe>H</sexe>").getBytes(UTF_8);
  }
}
