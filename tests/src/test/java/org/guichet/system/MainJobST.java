package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.guichet.platform.entity.Sha256;
import org.guichet.system.Mails.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job: a file dropped by sftp gets its two receipts, here as its users see it. */
@ExtendWith(OneServer.class)
class MainJobST {
  private final RunningServer server;

  MainJobST(RunningServer server) {
    this.server = server;
  }

  @Test
  void answersBothOrganisationsWithTheSameBytesByFolderAndByMail() {
    Member certifier = Member.of(server, "fr");
    Member depositor = Member.of(server, "en");
    certifier.mandate(depositor).done();
    depositor.put("lot.xml", realistic(depositor, certifier)).done();

    byte[] reception = depositor.receipt("/accuses", "reception", "lot.xml");
    byte[] processing = depositor.receipt("/accuses", "traitement", "lot.xml");
    String partner = "/accuses/" + depositor.matricule();
    assertThat(certifier.receipt(partner, "reception", "lot.xml")).isEqualTo(reception);
    assertThat(certifier.receipt(partner, "traitement", "lot.xml")).isEqualTo(processing);
    assertThat(text(reception)).contains("<resultat>OK</resultat>");
    assertThat(text(processing))
        .contains("<idFlux>F-" + depositor.matricule() + "</idFlux>", FluxSamples.id(38))
        .contains(
            "<messageErreur>Le passage certification avec le bcr émetteur "
                + depositor.matricule()
                + " et l'id technique partenaire "
                + FluxSamples.id(39)
                + " existe déjà en base</messageErreur>");

    assertThat(mailWith(reception, depositor).subject()).contains("lot.xml", "received");
    assertThat(mailWith(processing, depositor).subject()).contains("lot.xml");
    assertThat(mailWith(reception, certifier).subject()).contains("lot.xml", "bien reçu");
    assertThat(mailWith(processing, certifier).subject()).contains("lot.xml", "OK : 39, KO : 1");
    assertThat(mailWith(processing, depositor).language()).isEqualTo("en");
    assertThat(mailWith(processing, certifier).language()).isEqualTo("fr");

    JsonObject deposit = only(depositor);
    assertThat(deposit.getString("status")).isEqualTo("partly-accepted");
    assertThat(deposit.getInt("accepted")).isEqualTo(39);
    assertThat(deposit.getInt("rejected")).isEqualTo(1);
    assertThat(deposit.getString("sha256"))
        .isEqualTo(Sha256.of(realistic(depositor, certifier)).hex());
  }

  @Test
  void answersTheSameFileAgainWithoutProcessingIt() {
    Member certifier = Member.of(server, "fr");
    byte[] bytes = certifier.fileFor(certifier).passages(2).bytes();
    certifier.put("une.xml", bytes).done();
    certifier.receipt("/accuses", "traitement", "une.xml");
    long number = only(certifier).getJsonNumber("number").longValue();
    certifier.put("deux.xml", bytes).done();

    assertThat(text(certifier.receipt("/accuses", "reception", "deux.xml")))
        .contains("<resultat>OK</resultat>", "<premierDepot>" + number);
    only(certifier);
    Await.until("the first verdict's mail once more", () -> Mails.to(certifier).size() == 4);
    assertThat(Mails.to(certifier).stream().map(Mail::subject))
        .anyMatch(subject -> subject.contains("déjà fait, accusé du n° "));
  }

  @Test
  void refusesAMalformedFileAndAnEmptyOneWithPlaceAndReason() {
    Member certifier = Member.of(server, "fr");
    String whole = certifier.fileFor(certifier).xml();
    certifier.put("coupe.xml", whole.substring(0, whole.length() - 9).getBytes(UTF_8)).done();
    certifier.put("vide.xml", new byte[0]).done();

    assertThat(text(certifier.receipt("/accuses", "traitement", "coupe.xml")))
        .contains("<type>XSD</type>", "<ligne>", "<colonne>")
        .doesNotContain("<idFlux>");
    assertThat(text(certifier.receipt("/accuses", "traitement", "vide.xml")))
        .contains("<type>FICHIER</type>");
    assertThat(text(certifier.receipt("/accuses", "reception", "vide.xml")))
        .contains("<resultat>KO</resultat>");
    assertThat(server.deposits(certifier.matricule()))
        .hasSize(2)
        .allMatch(deposit -> deposit.getString("status").equals("rejected"));
    Await.until("four mails", () -> Mails.to(certifier).size() == 4);
    assertThat(Mails.to(certifier).stream().map(Mail::subject))
        .allMatch(subject -> subject.contains(" refusé ("));
  }

  /** Forty passages, the last of which bears the idTechnique of the one before. */
  private static byte[] realistic(Member depositor, Member certifier) {
    return depositor.fileFor(certifier).passages(40).passage(MainJobST::passage).bytes();
  }

  private static String passage(int n) {
    if (n == 40) {
      return FluxSamples.passage(FluxSamples.id(39), FluxSamples.titulaire(n));
    }
    return n == 1 ? FluxSamples.fullPassage(n) : FluxSamples.passage(n);
  }

  /** Waits for the mail that brings this receipt and whose text names its digest. */
  private static Mail mailWith(byte[] receipt, Member member) {
    Sha256 digest = Sha256.of(receipt);
    return Await.present(
        "mail with " + digest,
        () ->
            Mails.to(member).stream()
                .filter(mail -> mail.attachment().equals(Optional.of(digest)))
                .filter(mail -> mail.text().contains(digest.hex()))
                .findFirst());
  }

  private JsonObject only(Member member) {
    List<JsonObject> deposits = server.deposits(member.matricule());
    assertThat(deposits).hasSize(1);
    return deposits.get(0);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
