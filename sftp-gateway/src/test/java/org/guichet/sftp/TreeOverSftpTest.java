package org.guichet.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.guichet.platform.entity.OrganisationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients see, and what they can't reach. */
class TreeOverSftpTest {
  private final OpenDoor door = new OpenDoor();

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void listsTenThousandReceiptsWithFewQuestions() throws Exception {
    door.putTenThousandReceipts();
    try (SftpClient sftp = sftp(SftpVersionSelector.CURRENT)) {
      door.outbox.questions.set(0);
      long start = System.nanoTime();

      List<String> names = list(sftp, "/accuses/99ZZZ999");

      assertThat(names).hasSize(10_002).contains(".", "..", "Accuse_de_reception_9999.xml");
      assertThat(door.outbox.questions).hasValueLessThan(10);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6})
  void showsTheTimesThatClientsGiveTheirFiles(int version) throws Exception {
    FileTime time = FileTime.from(Instant.parse("2026-02-03T04:05:06Z"));
    SftpClient.Attributes attributes = new SftpClient.Attributes();
    attributes.accessTime(time);
    attributes.modifyTime(time);
    try (SftpClient sftp = sftp(SftpVersionSelector.fixedVersionSelector(version))) {
      put(sftp, "/depot/a.xml.part");
      sftp.setStat("/depot/a.xml.part", attributes);
      assertThat(sftp.stat("/depot/a.xml.part").getModifyTime()).isEqualTo(time);
      sftp.rename("/depot/a.xml.part", "/depot/a.xml");
      assertThat(sftp.stat("/depot/a.xml").getModifyTime()).isEqualTo(time);

      put(sftp, "/depot/a.xml");

      assertThat(sftp.stat("/depot/a.xml").getModifyTime()).isGreaterThan(time);
    }
  }

  @Test
  void showsNothingOfOtherOrganisations() throws Exception {
    OrganisationId other = new OrganisationId(UUID.randomUUID());
    door.outbox.put(other, "", "theirs.xml", "<theirs/>");
    door.outbox.put(other, "99ZZZ999", "theirs-too.xml", "<theirs/>");
    try (SftpClient sftp = sftp(SftpVersionSelector.CURRENT)) {
      assertThat(list(sftp, "/accuses")).containsExactly(".", "..");
      assertNotThere(sftp, "/accuses/theirs.xml");
      assertNotThere(sftp, "/accuses/99ZZZ999");
      assertNotThere(sftp, "/accuses/99ZZZ999/theirs-too.xml");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6})
  void reachesNothingOutsideByAnyName(int version) throws Exception {
    try (SftpClient sftp = sftp(SftpVersionSelector.fixedVersionSelector(version))) {
      assertThat(sftp.getVersion()).isEqualTo(version);
      for (String path : escapes()) {
        assertRefused(() -> sftp.stat(path), path);
        assertRefused(() -> sftp.openDir(path), path);
        assertRefused(() -> sftp.open(path, OpenMode.Read), path);
        assertRefused(() -> sftp.open(path, OpenMode.Write, OpenMode.Create), path);
        assertRefused(() -> sftp.remove(path), path);
        assertRefused(() -> sftp.rmdir(path), path);
        assertRefused(() -> sftp.mkdir(path), path);
        assertRefused(() -> sftp.rename("/depot/a.part", path), path);
        assertRefused(() -> sftp.readLink(path), path);
        assertRefused(() -> sftp.symLink(path, "/depot/link"), path);
      }
      assertThat(sftp.canonicalPath("../../../..")).isEqualTo("/");
      assertThat(list(sftp, "/depot/../../..")).contains("depot", "accuses");
    }
    assertThat(door.spool.book()).isEmpty();
  }

  @Test
  void takesOddNamesForNamesAndNothingElse() throws Exception {
    List<String> odd =
        List.of(
            "a\\..\\etc.xml",
            "%2e%2e.xml",
            "CON.xml",
            "é e\u0301.xml",
            "a;b|c.xml",
            "x".repeat(251) + ".xml");
    try (SftpClient sftp = sftp(SftpVersionSelector.CURRENT)) {
      for (String name : odd) {
        put(sftp, "/depot/" + name);
        assertThat(sftp.stat("/depot/" + name).getSize()).isEqualTo(4);
      }
      assertThat(list(sftp, "/depot")).containsAll(odd);
    }
    assertThat(door.spool.kept()).extracting(FakeSpool.Kept::name).containsExactlyElementsOf(odd);
  }

  @Test
  void tellsUnfinishedTrialsApart() throws Exception {
    try (SftpClient sftp = sftp(SftpVersionSelector.CURRENT)) {
      put(sftp, "/depot/a.part");
      put(sftp, "/essai/a.part");
      assertThat(list(sftp, "/incomplets")).containsExactly(".", "..", "essai", "a.part");
      sftp.remove("/incomplets/essai/a.part");
      assertThat(list(sftp, "/incomplets")).containsExactly(".", "..", "a.part");
    }
    assertThat(door.spool.book()).contains("discard a.part");
  }

  private static List<String> escapes() {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/etc/passwd",
                "../../etc/passwd",
                "/depot/../../etc/passwd",
                "/depot/../etc",
                "/accuses/../../../etc/shadow",
                "/depot/./../..//etc/passwd",
                "\\etc\\passwd",
                "C:\\Windows",
                "C:/Windows",
                "//host/share",
                "%2e%2e/etc",
                "\uff0e\uff0e/etc",
                "/depot\u0000/a.xml",
                "/depot/a\u0000.xml",
                "/depot/a\nb.xml",
                "/depot/" + "x".repeat(256),
                "/depot/" + "é".repeat(128),
                "/depot/a/b.xml",
                "/DEPOT/a.xml",
                "/ depot/a.xml",
                "/depot /a.xml",
                "/dev/null",
                "/proc/self/environ",
                "~/a",
                "/accuses/~root",
                "/" + "a/".repeat(100),
                "/depot/" + "../depot/".repeat(600) + "a.xml"));
    return paths;
  }

  private interface Try {
    void run() throws IOException;
  }

  private static void assertRefused(Try attempt, String path) {
    assertThatExceptionOfType(SftpException.class)
        .as(path)
        .isThrownBy(attempt::run)
        .satisfies(
            e ->
                assertThat(e.getStatus())
                    .isIn(
                        SftpConstants.SSH_FX_NO_SUCH_FILE,
                        SftpConstants.SSH_FX_PERMISSION_DENIED,
                        SftpConstants.SSH_FX_FAILURE,
                        SftpConstants.SSH_FX_OP_UNSUPPORTED));
  }

  private static void assertNotThere(SftpClient sftp, String path) {
    assertThatExceptionOfType(SftpException.class)
        .isThrownBy(() -> sftp.stat(path))
        .satisfies(e -> assertThat(e.getStatus()).isEqualTo(SftpConstants.SSH_FX_NO_SUCH_FILE));
  }

  private static List<String> list(SftpClient sftp, String path) throws IOException {
    return StreamSupport.stream(sftp.readDir(path).spliterator(), false)
        .map(SftpClient.DirEntry::getFilename)
        .toList();
  }

  private static void put(SftpClient sftp, String path) throws IOException {
    try (SftpClient.CloseableHandle handle =
        sftp.open(path, OpenMode.Write, OpenMode.Create, OpenMode.Truncate)) {
      sftp.write(handle, 0, "<a/>".getBytes(UTF_8));
    }
  }

  private SftpClient sftp(SftpVersionSelector version) throws IOException {
    ClientSession session = door.session();
    return SftpClientFactory.instance().createSftpClient(session, version).singleSessionInstance();
  }
}
