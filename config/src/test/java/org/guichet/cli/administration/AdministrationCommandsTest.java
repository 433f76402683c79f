package org.guichet.cli.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.guichet.cli.Root;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AdministrationCommandsTest {
  private static final String DONE =
      "{'outcome':'done','code':'ADDED','messages':['C’est fait.'],'rows':[]}";

  @TempDir Path data;
  private StandInServer server;
  private String language = "fr_FR.UTF-8";
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws IOException {
    server = new StandInServer(data).answers(200, DONE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "org add --matricule 77zzz001 --name Vauclair --email a@b.example"
            + "|POST /administration/organisations {'matricule':'77zzz001','name':'Vauclair',"
            + "'email':'a@b.example','language':null,'contract':null,'mode':null}",
        "org add --matricule 77ZZZ001 --name V --email a@b.example --lang en"
            + " --contract MCFCER000123 --mode by-passage"
            + "|POST /administration/organisations {'matricule':'77ZZZ001','name':'V',"
            + "'email':'a@b.example','language':'en','contract':'MCFCER000123',"
            + "'mode':'by-passage'}",
        "org identify 77ZZZ001 --legal-name Vauclair --siret 73282932000074"
            + "|POST /administration/organisations/77ZZZ001/identity"
            + " {'legalName':'Vauclair','siret':'73282932000074'}",
        "org list|GET /administration/organisations",
        "org suspend 77ZZZ001|POST /administration/organisations/77ZZZ001/suspend {}",
        "org resume ../x|POST /administration/organisations/..%2Fx/resume {}",
        "key list --org 77ZZZ001|GET /administration/organisations/77ZZZ001/keys",
        "key stop --org 77ZZZ001 --name srv"
            + "|POST /administration/organisations/77ZZZ001/keys/stop {'name':'srv'}",
        "mandate add --certifier 77ZZZ001 --depositor 77ZZZ002 --from 2026-11-22"
            + "|POST /administration/mandates {'certifier':'77ZZZ001','depositor':'77ZZZ002',"
            + "'from':'2026-11-22','until':null}",
        "mandate add --certifier 77ZZZ001 --depositor 77ZZZ002 --from 2026-11-22"
            + " --until 2027-06-30"
            + "|POST /administration/mandates {'certifier':'77ZZZ001','depositor':'77ZZZ002',"
            + "'from':'2026-11-22','until':'2027-06-30'}",
        "mandate list --org 77ZZZ002|GET /administration/mandates?organisation=77ZZZ002",
        "mandate revoke --certifier 77ZZZ001 --depositor 77ZZZ002"
            + "|POST /administration/mandates/revoke"
            + " {'certifier':'77ZZZ001','depositor':'77ZZZ002'}",
        "recipient add --org 77ZZZ001 --email a@b.example"
            + "|POST /administration/organisations/77ZZZ001/recipients {'address':'a@b.example',"
            + "'language':null,'receipts':[],'when':null}",
        "recipient add --org 77ZZZ001 --email a@b.example --lang en --receipts processing"
            + " --when daily"
            + "|POST /administration/organisations/77ZZZ001/recipients {'address':'a@b.example',"
            + "'language':'en','receipts':['processing'],'when':'daily'}",
        "recipient list --org 77ZZZ001|GET /administration/organisations/77ZZZ001/recipients",
        "recipient remove --org 77ZZZ001 --email a@b.example"
            + "|POST /administration/organisations/77ZZZ001/recipients/remove"
            + " {'address':'a@b.example'}",
        "deposits|GET /administration/deposits",
        "deposits --org 77ZZZ001 --status partly-accepted --limit 5"
            + "|GET /administration/deposits?organisation=77ZZZ001&status=partly-accepted&limit=5",
        "retry 12|POST /administration/deposits/12/retry {}",
        "give-up 12|POST /administration/deposits/12/give-up {}",
        "org code 77ZZZ001|POST /administration/organisations/77ZZZ001/registration-code {}",
        "audit verify|POST /administration/audit/verify {}",
        "audit list --limit 5|GET /administration/audit?limit=5",
        "audit head|GET /administration/audit/head",
        "operator list|GET /administration/operators",
        "operator create --given-name Omar --family-name Roy --email o@b.example"
            + "|POST /administration/operators {'givenName':'Omar','familyName':'Roy',"
            + "'email':'o@b.example','language':null,'group':null,'roles':[]}",
        "mails|GET /administration/mails",
        "mails --org 77ZZZ001 --state given-up --limit 5"
            + "|GET /administration/mails?organisation=77ZZZ001&state=given-up&limit=5",
        "resend ../x|POST /administration/mails/..%2Fx/resend {}",
        "reconcile|POST /administration/reconcile {'bytes':null}",
        "reconcile --deep|POST /administration/reconcile {'bytes':'all'}",
      })
  void asksTheServerFor(String words, String request) {
    assertThat(run(words.split(" "))).as(err.toString()).isZero();
    assertThat(server.asked).containsExactly(request.replace('\'', '"'));
  }

  @Test
  void sendsAKeyFileWithItsScopesItsLastDayAndItsSources() throws IOException {
    Path file = Files.writeString(data.resolve("srv.pub"), "ssh-ed25519 AAAA srv\n");
    int code =
        run(
            "key",
            "add",
            "--org",
            "77ZZZ001",
            "--name",
            "srv",
            "--scopes",
            "deposit,import",
            "--expires",
            "2027-01-01",
            "--from",
            "192.0.2.0/24",
            file.toString());
    assertThat(code).isZero();
    assertThat(server.asked)
        .containsExactly(
            "POST /administration/organisations/77ZZZ001/keys {\"name\":\"srv\","
                + "\"scopes\":[\"deposit\",\"import\"],\"lastDay\":\"2027-01-01\","
                + "\"sources\":[\"192.0.2.0/24\"],"
                + "\"publicKey\":\"ssh-ed25519 AAAA srv\\n\"}");
  }

  @Test
  void asksNothingWhenTheKeyFileCannotBeRead() {
    assertThat(run("key", "add", "--org", "77ZZZ001", "--name", "srv", "nowhere.pub")).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere.pub").contains("ne peut pas être lu");
    assertThat(server.asked).isEmpty();
  }

  @Test
  void saysOnStandardOutputWhatWasDone() {
    assertThat(run("retry", "12")).isZero();
    assertThat(out.toString().strip()).isEqualTo("C’est fait.");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void showsWhatDiffersAlsoWhenSomebodyHasToLookAtIt() {
    server.answers(
        200,
        "{'outcome':'refused','code':'DIFFERENCES_LEFT','messages':['Regardez.'],'rows':["
            + "{'code':'DEP-401','about':'12','outcome':'left','what':'Perdu.','mend':'Cherchez.'}]}");
    assertThat(run("reconcile")).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly(
            "Code     Objet  Issue       Constat  Suite",
            "DEP-401  12     à examiner  Perdu.   Cherchez.");
    assertThat(err.toString().strip()).isEqualTo("Regardez.");
  }

  @Test
  void exits0WhenItWasSoAlready() {
    server.answers(200, DONE.replace("done", "unchanged"));
    assertThat(run("retry", "12")).isZero();
  }

  @Test
  void exits1AndSaysOnStandardErrorWhyItWasRefused() {
    server.answers(422, "{'outcome':'refused','code':'X','messages':['Non.','Et non.'],'rows':[]}");
    assertThat(run("org", "suspend", "77ZZZ001")).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).containsExactly("Non.", "Et non.");
  }

  @Test
  void showsTheEnvelopeAsItIsForPrograms() {
    server.answers(409, "{'outcome':'refused','code':'X','messages':['Non.'],'rows':[]}");
    assertThat(run("--json", "org", "suspend", "77ZZZ001")).isEqualTo(1);
    assertThat(out.toString().strip())
        .isEqualTo("{\"outcome\":\"refused\",\"code\":\"X\",\"messages\":[\"Non.\"],\"rows\":[]}");
    assertThat(run("org", "suspend", "77ZZZ001", "--json")).isEqualTo(1);
  }

  @Test
  void listsInAlignedColumnsAndWords() {
    server.answers(
        200,
        "{'outcome':'done','code':null,'messages':['Il y en a d’autres.'],'rows':["
            + "{'number':7,'receivedAt':'2026-11-22T10:00:05+01:00','sender':'77ZZZ001',"
            + "'fileName':'lot\\u001b[2J.xml','kind':'real','status':'partly-accepted',"
            + "'accepted':1197,'rejected':7,'refusal':null},"
            + "{'number':12,'receivedAt':'2026-11-22T10:01:00+01:00','sender':'77ZZZ002',"
            + "'fileName':'b.xml','kind':'trial','status':'rejected',"
            + "'accepted':0,'rejected':0,'refusal':'DEP-301'}]}");
    assertThat(run("deposits")).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "N°  Reçu le           Déposant  Fichier      Sorte  Statut             Acceptés"
                + "  Rejetés  Refus",
            " 7  2026-11-22 10:00  77ZZZ001  lot\uFFFD[2J.xml  réel   accepté en partie      1197"
                + "        7  -",
            "12  2026-11-22 10:01  77ZZZ002  b.xml        essai  refusé                    0"
                + "        0  DEP-301",
            "Il y en a d’autres.");
  }

  @Test
  void saysWhenThereIsNothingToList() {
    server.answers(200, "{'outcome':'done','code':null,'messages':[],'rows':[]}");
    assertThat(run("org", "list")).isZero();
    assertThat(out.toString().strip()).isEqualTo("Rien à montrer.");
  }

  @ParameterizedTest
  @CsvSource({"fr_FR.UTF-8,fr", "en_GB.UTF-8,en", "en,en", "de_CH.UTF-8,fr", "C.UTF-8,fr", "'',fr"})
  void speaksTheTerminalsLanguageIfItIsEnglishElseFrench(String lang, String asked) {
    language = lang;
    run("org", "list");
    assertThat(server.languages).containsExactly(asked);
  }

  @Test
  void exits3WhenNoServerLaidAKey() throws IOException {
    Files.delete(data.resolve("run/administration.properties"));
    language = "en_GB.UTF-8";
    assertThat(run("org", "list")).isEqualTo(3);
    assertThat(err.toString().strip())
        .isEqualTo("The server isn’t running for " + data + ". Start it with ./guichet start.");
  }

  @Test
  void exits3WhenTheKeyIsThereButNoServer() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StandInServer.layKey(data, socket.getLocalPort());
    }
    assertThat(run("org", "list")).isEqualTo(3);
    assertThat(err.toString()).contains("Le serveur ne tourne pas pour " + data);
  }

  @Test
  void exits1WhenSomethingElseAnswers() throws IOException {
    server.answers(200, "<html>");
    assertThat(run("org", "list")).isEqualTo(1);
    assertThat(err.toString()).contains("127.0.0.1:" + server.port()).contains("--data");
    Files.writeString(
        data.resolve("run/administration.properties"), "port=" + server.port() + "\ntoken=other\n");
    assertThat(run("org", "list")).isEqualTo(1);
    assertThat(err.toString()).contains("(404)").doesNotContain(StandInServer.TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "port=x\ntoken=t", "port=0\ntoken=t", "port=1\n"})
  void exits1WhenTheKeyIsDamaged(String content) throws IOException {
    Files.writeString(data.resolve("run/administration.properties"), content);
    assertThat(run("org", "list")).isEqualTo(1);
    assertThat(err.toString()).contains("administration.properties");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org",
        "key",
        "org add --matricule 77ZZZ001",
        "org suspend",
        "key list",
        "key add --org 77ZZZ001 --name srv",
        "mandate add --certifier 77ZZZ001 --depositor 77ZZZ002",
        "retry",
        "retry twelve",
        "deposits --limit many",
        "org list --colour"
      })
  void exits2WhenItIsMisused(String words) {
    assertThat(run(words.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: guichet");
    assertThat(server.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"org --help", "org add -h", "deposits --help", "--help"})
  void saysWhatACommandDoesWithoutAskingTheServer(String words) {
    assertThat(run(words.split(" "))).isZero();
    assertThat(out.toString()).contains("Usage: guichet");
    assertThat(server.asked).isEmpty();
  }

  private int run(String... words) {
    CommandLine line = Root.commandLine(Map.of("LANG", language));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(
        Stream.concat(Stream.of("--data", data.toString()), Stream.of(words))
            .toArray(String[]::new));
  }
}
