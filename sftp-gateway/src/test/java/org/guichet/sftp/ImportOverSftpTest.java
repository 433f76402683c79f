package org.guichet.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.platform.entity.OrganisationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files of people and the reports on them, as clients see them. */
class ImportOverSftpTest {
  private final OpenDoor door = new OpenDoor();

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void showsAFolderForEachProfileToKeysThatMayImport() throws Exception {
    try (SftpClient sftp = importing()) {
      assertThat(list(sftp, "/")).containsExactly("import");
      assertThat(list(sftp, "/import"))
          .containsExactly("eleves", "parents", "enseignants", "personnels", "invites", "rapports");
      assertRefused(() -> sftp.mkdir("/import/voisins"), SftpConstants.SSH_FX_PERMISSION_DENIED);
      assertRefused(
          () -> put(sftp, "/import/eleves.csv", "Nom"), SftpConstants.SSH_FX_PERMISSION_DENIED);
      assertRefused(
          () -> put(sftp, "/import/rapports/a.csv", "Nom"), SftpConstants.SSH_FX_PERMISSION_DENIED);
      assertRefused(
          () -> put(sftp, "/import/voisins/a.csv", "Nom"), SftpConstants.SSH_FX_NO_SUCH_FILE);
    }
  }

  @Test
  void showsNothingOfThatToOtherKeys() throws Exception {
    door.reports.lay(door.organisation, "rapport.csv", "a;b");
    try (SftpClient sftp = client(KeyScope.DEPOSIT, KeyScope.RECEIPTS)) {
      assertThat(list(sftp, "/")).doesNotContain("import");
      for (String path : List.of("/import", "/import/eleves", "/import/rapports/rapport.csv")) {
        assertRefused(() -> sftp.stat(path), SftpConstants.SSH_FX_NO_SUCH_FILE);
      }
      assertRefused(
          () -> put(sftp, "/import/eleves/eleves.csv", "Nom"), SftpConstants.SSH_FX_NO_SUCH_FILE);
    }
    try (SftpClient sftp = importing()) {
      assertRefused(
          () -> put(sftp, "/depot/promotion.xml", "<flux/>"), SftpConstants.SSH_FX_NO_SUCH_FILE);
    }
  }

  @Test
  void takesAFileForItsProfileAndShowsItForAWhile() throws Exception {
    try (SftpClient sftp = importing()) {
      put(sftp, "/import/eleves/eleves.csv", "Nom;Prénom");

      assertThat(sftp.stat("/import/eleves/eleves.csv").getSize()).isEqualTo(11);
      assertThat(list(sftp, "/import/eleves")).containsExactly("eleves.csv");
      assertThat(list(sftp, "/import/parents")).isEmpty();
    }
    assertThat(door.spool.kept())
        .containsExactly(
            new FakeSpool.Kept(door.organisation, DropFolder.PUPILS, "eleves.csv", "Nom;Prénom"));
  }

  @Test
  void takesAFileThatIsRenamedWhenItIsComplete() throws Exception {
    try (SftpClient sftp = importing()) {
      put(sftp, "/import/enseignants/.agents.csv.part", "Nom");
      assertThat(door.spool.kept()).isEmpty();
      assertThat(list(sftp, "/import/enseignants")).containsExactly(".agents.csv.part");

      assertRefused(
          () -> sftp.rename("/import/enseignants/.agents.csv.part", "/import/invites/agents.csv"),
          SftpConstants.SSH_FX_PERMISSION_DENIED);
      sftp.rename("/import/enseignants/.agents.csv.part", "/import/enseignants/agents.csv");
    }
    assertThat(door.spool.kept())
        .extracting(FakeSpool.Kept::folder)
        .containsExactly(DropFolder.TEACHERS);
  }

  @Test
  void waitsForTheRestOfAFileThatWasCutShort() throws Exception {
    door.cutShort(DropFolder.STAFF, "agents.csv", "No");
    try (SftpClient sftp = importing()) {
      assertThat(sftp.stat("/import/personnels/agents.csv").getSize()).isEqualTo(2);
      try (SftpClient.CloseableHandle handle =
          sftp.open("/import/personnels/agents.csv", OpenMode.Write)) {
        sftp.write(handle, 2, "m".getBytes(UTF_8));
      }
    }
    assertThat(door.spool.kept()).extracting(FakeSpool.Kept::text).containsExactly("Nom");
  }

  @Test
  void givesReportsToReadAndForgetsThemWhenTheyAreDeleted() throws Exception {
    door.reports.lay(door.organisation, "import-a-applique.csv", "Ligne;Fichier");
    door.reports.lay(new OrganisationId(UUID.randomUUID()), "import-b-refuse.csv", "theirs");
    try (SftpClient sftp = importing()) {
      assertThat(list(sftp, "/import/rapports")).containsExactly("import-a-applique.csv");
      try (var bytes = sftp.read("/import/rapports/import-a-applique.csv")) {
        assertThat(new String(bytes.readAllBytes(), UTF_8)).isEqualTo("Ligne;Fichier");
      }
      assertRefused(
          () -> sftp.stat("/import/rapports/import-b-refuse.csv"),
          SftpConstants.SSH_FX_NO_SUCH_FILE);

      sftp.remove("/import/rapports/import-a-applique.csv");

      assertThat(list(sftp, "/import/rapports")).isEmpty();
    }
  }

  private interface Try {
    void run() throws IOException;
  }

  private static void assertRefused(Try attempt, int status) {
    assertThatExceptionOfType(SftpException.class)
        .isThrownBy(attempt::run)
        .satisfies(e -> assertThat(e.getStatus()).isEqualTo(status));
  }

  private static List<String> list(SftpClient sftp, String path) throws IOException {
    return StreamSupport.stream(sftp.readDir(path).spliterator(), false)
        .map(SftpClient.DirEntry::getFilename)
        .filter(name -> !name.equals(".") && !name.equals(".."))
        .toList();
  }

  private static void put(SftpClient sftp, String path, String text) throws IOException {
    try (SftpClient.CloseableHandle handle =
        sftp.open(path, OpenMode.Write, OpenMode.Create, OpenMode.Truncate)) {
      sftp.write(handle, 0, text.getBytes(UTF_8));
    }
  }

  private SftpClient importing() throws IOException {
    return client(KeyScope.IMPORT);
  }

  private SftpClient client(KeyScope... scopes) throws IOException {
    return SftpClientFactory.instance()
        .createSftpClient(door.session(door.keyFor(scopes)))
        .singleSessionInstance();
  }
}
