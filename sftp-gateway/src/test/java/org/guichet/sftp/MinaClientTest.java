package org.guichet.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.fs.SftpFileSystem;
import org.apache.sshd.sftp.common.SftpException;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.sftp.FakeSpool.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What depositors' own programs do with Apache MINA's client: streams, and a file system. */
class MinaClientTest {
  private final OpenDoor door = new OpenDoor();
  private @TempDir Path here;

  @SuppressWarnings("NullAway.Init")
  MinaClientTest() {}

  @AfterEach
  void close() {
    door.close();
  }

  /** As OpenSSH's scripts, WinSCP, FileZilla's queue, SFTPGo, lftp, rclone, browsers name them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lot.xml.part",
        "lot.xml.filepart",
        "lot.xml.tmp",
        ".sftpgo-upload.cq2b0.lot.xml",
        ".lot.xml",
        ".in.lot.xml",
        "lot.xml.1a2b3c4d.partial",
        "~lot.xml",
        "lot.xml.uploading",
        "LOT.XML.TMP"
      })
  void takesAFileOnlyUnderItsLastName(String temporary) throws Exception {
    try (SftpClient sftp = sftp()) {
      write(sftp, "/depot/" + temporary, "<a/>");
      assertThat(door.spool.kept()).isEmpty();
      assertThat(sftp.stat("/depot/" + temporary).getSize()).isEqualTo(4);
      assertThat(sftp.stat("/incomplets/" + temporary).getSize()).isEqualTo(4);

      sftp.rename("/depot/" + temporary, "/depot/lot.xml");

      assertThat(sftp.stat("/depot/lot.xml").getSize()).isEqualTo(4);
      assertGone(sftp, "/depot/" + temporary);
      assertGone(sftp, "/incomplets/" + temporary);
    }
    assertThat(door.spool.kept())
        .extracting(Kept::name, Kept::text)
        .containsExactly(tuple("lot.xml", "<a/>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"depot", "essai"})
  void goesOnWithACutUploadUnderItsOwnNameAndSeesItAmongTheUnfinished(String folder)
      throws Exception {
    boolean trial = folder.equals("essai");
    door.cutShort(trial ? DropFolder.TRIAL : DropFolder.REAL, "lot.xml", "<a>0123");
    String unfinished = trial ? "/incomplets/essai/lot.xml" : "/incomplets/lot.xml";
    try (SftpClient sftp = sftp()) {
      long size = sftp.stat(unfinished).getSize();
      assertThat(sftp.stat("/" + folder + "/lot.xml").getSize()).isEqualTo(size).isEqualTo(7);

      try (SftpClient.CloseableHandle file = sftp.open("/" + folder + "/lot.xml", OpenMode.Write)) {
        sftp.write(file, size, "456</a>".getBytes(UTF_8));
        assertGone(sftp, unfinished);
      }

      assertGone(sftp, unfinished);
    }
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a>0123456</a>");
  }

  @Test
  void worksThroughAFileSystem() throws Exception {
    door.outbox.put(door.organisation, "", "own.xml", "<own/>");
    FileTime time = FileTime.from(Instant.parse("2026-02-03T04:05:06Z"));
    Path local = Files.writeString(here.resolve("lot.xml"), "<a/>");
    Files.setLastModifiedTime(local, time);
    try (SftpFileSystem remote =
        SftpClientFactory.instance().createSftpFileSystem(door.session())) {
      Path dropped = remote.getPath("/depot/lot.xml");
      Files.copy(local, remote.getPath("/depot/lot.xml.tmp"));
      Files.setLastModifiedTime(remote.getPath("/depot/lot.xml.tmp"), time);
      Files.move(remote.getPath("/depot/lot.xml.tmp"), dropped);
      assertThat(Files.getLastModifiedTime(dropped)).isEqualTo(time);
      try (Stream<Path> receipts = Files.list(remote.getPath("/accuses"))) {
        assertThat(receipts.map(Path::toString)).containsExactly("/accuses/own.xml");
      }
      Files.copy(remote.getPath("/accuses/own.xml"), here.resolve("own.xml"));
      Files.delete(remote.getPath("/accuses/own.xml"));
    }
    assertThat(here.resolve("own.xml")).hasContent("<own/>");
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>");
    assertThat(door.outbox.acknowledged()).containsExactly("own.xml");
  }

  @Test
  void replacesAWaitingFileOnlyWhenAskedTo() throws Exception {
    try (SftpFileSystem remote =
        SftpClientFactory.instance().createSftpFileSystem(door.session())) {
      Path old = Files.writeString(remote.getPath("/depot/a.part"), "old");
      Path fresh = Files.writeString(remote.getPath("/depot/b.part"), "fresh");
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> Files.move(fresh, old));
      Files.move(fresh, old, StandardCopyOption.REPLACE_EXISTING);
      assertThat(Files.size(old)).isEqualTo(5);
    }
    assertThat(door.spool.kept()).isEmpty();
  }

  private static void write(SftpClient sftp, String path, String text) throws IOException {
    try (OutputStream out = sftp.write(path, List.of(OpenMode.Write, OpenMode.Create))) {
      out.write(text.getBytes(UTF_8));
    }
  }

  private static void assertGone(SftpClient sftp, String path) {
    assertThatExceptionOfType(SftpException.class)
        .as(path)
        .isThrownBy(() -> sftp.stat(path))
        .withMessageStartingWith("SFT-212");
  }

  private SftpClient sftp() throws IOException {
    return SftpClientFactory.instance().createSftpClient(door.session()).singleSessionInstance();
  }
}
