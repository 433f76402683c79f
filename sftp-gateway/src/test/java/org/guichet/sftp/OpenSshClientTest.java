package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.sftp.FakeSpool.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depositors do with OpenSSH's sftp. */
class OpenSshClientTest {
  private final OpenDoor door = new OpenDoor();
  private @TempDir Path here;
  private OpenSsh client;

  @SuppressWarnings("NullAway.Init")
  OpenSshClientTest() {}

  @BeforeEach
  void connect() throws Exception {
    Tools.need("sftp", "openssh-client");
    client = new OpenSsh(door, OpenDoor.key(), here);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void putsAFileAndFetchesItsReceipt() throws Exception {
    Files.writeString(here.resolve("flux.xml"), "<flux/>");
    door.outbox.put(door.organisation, "", "Accuse_de_reception_flux.xml", "<accuse/>");

    Workstation.Result result =
        client.sftp(
            "put flux.xml /depot/flux.xml",
            "ls -l /depot",
            "get /accuses/Accuse_de_reception_flux.xml accuse.xml");

    assertThat(result.output()).contains("flux.xml");
    assertThat(result.exit()).isZero();
    assertThat(door.spool.kept())
        .extracting(Kept::folder, Kept::name, Kept::text)
        .containsExactly(tuple(DropFolder.REAL, "flux.xml", "<flux/>"));
    assertThat(here.resolve("accuse.xml")).hasContent("<accuse/>");
  }

  @Test
  void putsAndLooksAfterwardsWithTimesAndModes() throws Exception {
    Files.writeString(here.resolve("a.xml"), "<a/>");

    Workstation.Result result =
        client.sftp("cd essai", "put -p a.xml", "chmod 600 a.xml", "ls -l a.xml", "rm a.xml");

    assertThat(result.output()).contains("4");
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(door.spool.kept()).extracting(Kept::folder).containsExactly(DropFolder.TRIAL);
  }

  @Test
  void renamesFromATemporaryName() throws Exception {
    Files.writeString(here.resolve("a.xml"), "<a/>");

    Workstation.Result result =
        client.sftp(
            "put a.xml /depot/a.xml.part",
            "ls /depot/a.xml.part",
            "rename /depot/a.xml.part /depot/a.xml",
            "ls /depot/a.xml");

    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>");
    assertThat(door.spool.book())
        .containsExactly("begin a.xml.part", "close a.xml.part", "rename a.xml.part a.xml");
  }

  @Test
  void resumesAnUploadThatWasCutShort() throws Exception {
    Files.writeString(here.resolve("a.xml"), "<a>0123456789</a>");
    Files.writeString(here.resolve("begun"), "<a>01234");

    Workstation.Result begun = client.sftp("put begun /depot/a.filepart");
    Workstation.Result result =
        client.sftp(
            "ls /incomplets/a.filepart",
            "reput a.xml /depot/a.filepart",
            "rename /depot/a.filepart /depot/a.xml");

    assertThat(begun.exit()).as(begun.output()).isZero();
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(door.spool.book()).contains("resume a.filepart");
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a>0123456789</a>");
  }

  @Test
  void takesAnEmptyFileAndTheSameNameTwice() throws Exception {
    Files.writeString(here.resolve("empty.xml"), "");
    Files.writeString(here.resolve("a.xml"), "<a/>");

    Workstation.Result result =
        client.sftp("put empty.xml /depot/a.xml", "put a.xml /depot/a.xml", "rm /depot/a.xml");

    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("", "<a/>");
  }

  @Test
  void seesReceiptsOfPartnersAndAcknowledgesByDeleting() throws Exception {
    door.outbox.put(door.organisation, "", "own.xml", "<own/>");
    door.outbox.put(door.organisation, "99ZZZ999", "theirs.xml", "<theirs/>");

    Workstation.Result result =
        client.sftp(
            "ls /accuses", "get /accuses/99ZZZ999/theirs.xml", "rm /accuses/own.xml", "ls /");

    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output()).contains("99ZZZ999", "own.xml", "depot", "essai", "incomplets");
    assertThat(here.resolve("theirs.xml")).hasContent("<theirs/>");
    assertThat(client.sftp("ls /accuses/own.xml").exit()).isNotZero();
  }

  @Test
  void findsItsReceiptsAmongTenThousand() throws Exception {
    door.putTenThousandReceipts();

    Workstation.Result result =
        client.sftp("ls -1 /accuses/99ZZZ999", "get /accuses/99ZZZ999/*_999?.xml");

    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output().lines().filter(line -> line.matches(".*_\\d+\\.xml")))
        .hasSize(10_000);
    assertThat(here.resolve("Accuse_de_reception_9999.xml")).hasContent("<a n='9999'/>");
  }

  @Test
  void doesNothingElse() throws Exception {
    for (String command :
        new String[] {
          "mkdir /depot/x",
          "rmdir /depot",
          "rm /accuses",
          "mkdir /x",
          "symlink /depot /depot/l",
          "ln /depot/a /depot/l",
          "put id /accuses/a.xml",
          "put id /a.xml",
          "put id /incomplets/a.xml",
          "rename /depot /elsewhere",
          "chmod 777 /accuses",
          "get /etc/passwd x",
          "df /"
        }) {
      assertThat(client.sftp(command).exit()).as(command).isNotZero();
    }
    assertThat(door.spool.book()).isEmpty();
  }

  @Test
  void offersNeitherShellNorCommandsNorTunnels() throws Exception {
    assertThat(client.ssh("id").exit()).isNotZero();
    assertThat(client.ssh().exit()).isNotZero();
    assertThat(client.ssh("-N", "-W", "127.0.0.1:1").exit()).isNotZero();
  }

  @Test
  void turnsAnUnknownKeyAway() throws Exception {
    Path elsewhere = Files.createDirectory(here.resolve("elsewhere"));
    OpenSsh stranger = new OpenSsh(door, OpenDoor.newKey("ssh-ed25519", 256), elsewhere);

    Workstation.Result result = stranger.sftp("ls /");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output()).contains("Permission denied (publickey)");
  }

  @Test
  void showsOnlyWhatTheKeyIsFor() throws Exception {
    Path elsewhere = Files.createDirectory(here.resolve("elsewhere"));
    OpenSsh reader = new OpenSsh(door, door.keyFor(KeyScope.RECEIPTS), elsewhere);
    Path third = Files.createDirectory(here.resolve("third"));
    OpenSsh dropper = new OpenSsh(door, door.keyFor(KeyScope.DEPOSIT), third);

    assertThat(reader.sftp("ls -1 /").output()).contains("accuses").doesNotContain("depot");
    assertThat(reader.sftp("put id /depot/a.xml").exit()).isNotZero();
    assertThat(dropper.sftp("ls -1 /").output()).contains("depot").doesNotContain("accuses");
    assertThat(dropper.sftp("ls /accuses").exit()).isNotZero();
  }
}
