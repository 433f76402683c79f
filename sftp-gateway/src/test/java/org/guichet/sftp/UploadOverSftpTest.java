package org.guichet.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.guichet.sftp.FakeSpool.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may happen to an upload between its first byte and its answer. */
class UploadOverSftpTest {
  private final OpenDoor door = new OpenDoor();

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void answersOkOnlyWhenTheFileIsKept() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    door.spool.closeEntered = entered;
    door.spool.closeMayGoOn = mayGoOn;
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (SftpClient sftp = sftp()) {
      CloseableHandle handle = begin(sftp, "/depot/a.xml", "<a/>");
      Future<?> answer = pool.submit(() -> close(handle));

      assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(answer.isDone()).isFalse();
      assertThat(door.spool.kept()).isEmpty();
      mayGoOn.countDown();
      answer.get(20, TimeUnit.SECONDS);

      assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>");
      assertThat(sftp.stat("/depot/a.xml").getSize()).isEqualTo(4);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void tellsTheClientWhenTheFileCouldNotBeKept() throws Exception {
    door.spool.closeFails = new IOException("no space left");
    try (SftpClient sftp = sftp()) {
      CloseableHandle handle = begin(sftp, "/depot/a.xml", "<a/>");

      assertThatExceptionOfType(SftpException.class)
          .isThrownBy(handle::close)
          .satisfies(
              e -> {
                assertThat(e.getStatus()).isEqualTo(SftpConstants.SSH_FX_FAILURE);
                assertThat(e.getMessage()).startsWith("SFT-206").contains("Renvoyez-le");
              });
      assertThat(door.spool.book()).containsExactly("begin a.xml", "close a.xml");
    }
  }

  @Test
  void cutsShortWhatALostConnectionLeavesOpen() throws Exception {
    ClientSession session = door.session();
    begin(SftpClientFactory.instance().createSftpClient(session), "/depot/a.xml", "<a");

    session.close(true);

    OpenDoor.await("cut short", () -> door.spool.book().contains("cutShort a.xml"));
    assertThat(door.spool.book()).containsExactly("begin a.xml", "cutShort a.xml");
    try (SftpClient sftp = sftp()) {
      assertThat(sftp.stat("/incomplets/a.xml").getSize()).isEqualTo(2);
      assertThat(sftp.stat("/depot/a.xml").getSize()).isEqualTo(2);
      sftp.remove("/incomplets/a.xml");
      assertThatNotThere(sftp, "/depot/a.xml");
    }
  }

  @Test
  void takesAFileBroughtAgainByRenamingWhereOneBrokeOff() throws Exception {
    ClientSession session = door.session();
    begin(SftpClientFactory.instance().createSftpClient(session), "/depot/a.xml", "<a");
    session.close(true);
    OpenDoor.await("cut short", () -> door.spool.book().contains("cutShort a.xml"));

    try (SftpClient sftp = sftp()) {
      begin(sftp, "/depot/a.xml.part", "<a/>").close();
      sftp.rename("/depot/a.xml.part", "/depot/a.xml");
      begin(sftp, "/depot/waits.part", "<b").close();
      begin(sftp, "/depot/waits.tmp", "<c").close();
      assertThatExceptionOfType(SftpException.class)
          .isThrownBy(() -> sftp.rename("/depot/waits.tmp", "/depot/waits.part"));
    }
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>");
  }

  @Test
  void neverInterruptsAWriteWhenTheClientIsCut() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    door.spool.writeEntered = entered;
    door.spool.writeMayGoOn = mayGoOn;
    ClientSession session = door.session();
    SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
    CloseableHandle handle = sftp.open("/depot/a.xml", OpenMode.Write, OpenMode.Create);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<?> write =
          pool.submit(
              () -> {
                sftp.write(handle, 0, "<a".getBytes(UTF_8));
                return null;
              });
      assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
      session.close(true);
      OpenDoor.await("session gone", () -> door.server.sessions() == 0);
      mayGoOn.countDown();

      OpenDoor.await("cut short", () -> door.spool.book().contains("cutShort a.xml"));
      assertThat(door.spool.interrupted).isFalse();
      assertThat(write).isNotNull();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void finishesACloseDuringWhichTheClientIsCut() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    door.spool.closeEntered = entered;
    door.spool.closeMayGoOn = mayGoOn;
    ClientSession session = door.session();
    SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
    CloseableHandle handle = begin(sftp, "/depot/a.xml", "<a/>");
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<?> answer = pool.submit(() -> close(handle));
      assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
      session.close(true);
      OpenDoor.await("session gone", () -> door.server.sessions() == 0);
      mayGoOn.countDown();

      OpenDoor.await("kept", () -> !door.spool.kept().isEmpty());
      assertThat(door.spool.interrupted).isFalse();
      assertThat(door.spool.book()).containsExactly("begin a.xml", "close a.xml");
      assertThat(answer).isNotNull();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void takesManyFilesAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> puts = new ArrayList<>();
      for (int client = 0; client < 8; client++) {
        int number = client;
        puts.add(
            pool.submit(
                () -> {
                  try (SftpClient sftp = sftp()) {
                    for (int file = 0; file < 5; file++) {
                      String name = "f" + number + "-" + file + ".xml";
                      begin(sftp, "/depot/" + name, "<" + name + "/>").close();
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> put : puts) {
        put.get(60, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(door.spool.kept())
        .hasSize(40)
        .allSatisfy(file -> assertThat(file.text()).isEqualTo("<" + file.name() + "/>"));
  }

  @Test
  void takesWritesOutOfOrderAppendsAndChangesOfSize() throws Exception {
    try (SftpClient sftp = sftp()) {
      CloseableHandle handle =
          sftp.open("/depot/a.xml", OpenMode.Write, OpenMode.Read, OpenMode.Create);
      sftp.write(handle, 4, "4567xxx".getBytes(UTF_8));
      sftp.write(handle, 0, "0123".getBytes(UTF_8));
      assertThat(sftp.stat(handle).getSize()).isEqualTo(11);
      SftpClient.Attributes size = new SftpClient.Attributes();
      size.setSize(8);
      sftp.setStat(handle, size);
      byte[] back = new byte[8];
      assertThat(sftp.read(handle, 0, back)).isEqualTo(8);
      handle.close();
      begin(sftp, "/depot/b.part", "<b").close();
      CloseableHandle more = sftp.open("/depot/b.part", OpenMode.Write, OpenMode.Append);
      sftp.write(more, 0, "/>".getBytes(UTF_8));
      more.close();
      sftp.rename("/depot/b.part", "/depot/b.xml");

      assertThat(back).isEqualTo("01234567".getBytes(UTF_8));
      assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("01234567", "<b/>");
    }
  }

  @Test
  void goesOnRefusingAFileThatIsTooLarge() throws Exception {
    door.spool.maxSize = 10;
    try (SftpClient sftp = sftp()) {
      CloseableHandle handle = begin(sftp, "/depot/a.xml", "0123456789");

      for (int i = 0; i < 2; i++) {
        assertThatExceptionOfType(SftpException.class)
            .isThrownBy(() -> sftp.write(handle, 10, new byte[] {1}))
            .withMessageStartingWith("SFT-205");
      }
      assertThatExceptionOfType(SftpException.class).isThrownBy(handle::close);
    }
    assertThat(door.spool.book()).containsExactly("begin a.xml", "cutShort a.xml");
  }

  @Test
  void neverResumesAFileThatIsTaken() throws Exception {
    try (SftpClient sftp = sftp()) {
      begin(sftp, "/depot/a.xml", "<a/>").close();

      CloseableHandle late = sftp.open("/depot/a.xml", OpenMode.Write, OpenMode.Create);
      assertThatExceptionOfType(SftpException.class)
          .isThrownBy(() -> sftp.write(late, 4, "more".getBytes(UTF_8)))
          .withMessageStartingWith("SFT-204");
      assertThatExceptionOfType(SftpException.class).isThrownBy(late::close);
      begin(sftp, "/depot/a.xml", "<a2/>").close();
      assertThatExceptionOfType(SftpException.class)
          .isThrownBy(() -> sftp.open("/depot/a.xml", OpenMode.Write, OpenMode.Append))
          .withMessageStartingWith("SFT-204");

      assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>", "<a2/>");
    }
  }

  @Test
  void letsAClientThatCameBackTakeItsUploadOver() throws Exception {
    try (SftpClient stale = sftp();
        SftpClient fresh = sftp()) {
      CloseableHandle old = begin(stale, "/depot/a.xml", "<a");

      CloseableHandle resumed = fresh.open("/depot/a.xml", OpenMode.Write);
      fresh.write(resumed, 2, "/>".getBytes(UTF_8));
      assertThatExceptionOfType(SftpException.class)
          .isThrownBy(() -> stale.write(old, 2, "!!".getBytes(UTF_8)))
          .withMessageStartingWith("SFT-207");
      assertThatExceptionOfType(SftpException.class)
          .isThrownBy(old::close)
          .withMessageStartingWith("SFT-207");
      resumed.close();

      assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>");
    }
  }

  @Test
  void keepsATakenFileInSightAndDropsItAnewWhenPutAgain() throws Exception {
    try (SftpClient sftp = sftp()) {
      begin(sftp, "/depot/a.xml", "<a/>").close();
      sftp.remove("/depot/a.xml");
      assertThat(sftp.stat("/depot/a.xml").getSize()).isEqualTo(4);
      assertThatExceptionOfType(SftpException.class)
          .isThrownBy(() -> sftp.rename("/depot/a.xml", "/depot/b.xml"))
          .withMessageStartingWith("SFT-203");
      begin(sftp, "/depot/a.xml.tmp", "<a2/>").close();
      sftp.rename("/depot/a.xml.tmp", "/depot/a.xml");

      assertThat(sftp.stat("/depot/a.xml").getSize()).isEqualTo(5);
      assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>", "<a2/>");
    }
  }

  @Test
  void opensSixteenFilesAtOnceAndNoMore() throws Exception {
    try (SftpClient sftp = sftp()) {
      List<CloseableHandle> open = new ArrayList<>();
      for (int i : IntStream.range(0, 16).toArray()) {
        open.add(begin(sftp, "/depot/" + i + ".xml", "<a/>"));
      }
      assertThatExceptionOfType(SftpException.class)
          .isThrownBy(() -> begin(sftp, "/depot/one-more.xml", "<a/>"))
          .withMessageStartingWith("SFT-216");
      for (CloseableHandle handle : open) {
        handle.close();
      }
    }
    assertThat(door.spool.kept()).hasSize(16);
  }

  @Test
  void stopsOnlyAfterOpenUploadsHadTheirTime() throws Exception {
    ClientSession session = door.session();
    CloseableHandle handle =
        begin(SftpClientFactory.instance().createSftpClient(session), "/depot/a.xml", "<a/>");
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<?> stopped =
          pool.submit(
              () -> {
                door.server.stop(OpenDoor.LIMIT);
                return null;
              });
      OpenDoor.await("nobody new gets in", () -> !getsIn());
      assertThat(stopped.isDone()).isFalse();
      handle.close();
      stopped.get(20, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
    assertThat(door.spool.kept()).hasSize(1);
    assertThat(door.server.listens()).isFalse();
  }

  private boolean getsIn() {
    try (ClientSession session = door.session()) {
      return session.isAuthenticated();
    } catch (IOException e) {
      return false;
    }
  }

  private SftpClient sftp() throws IOException {
    return SftpClientFactory.instance().createSftpClient(door.session()).singleSessionInstance();
  }

  private static CloseableHandle begin(SftpClient sftp, String path, String text)
      throws IOException {
    CloseableHandle handle = sftp.open(path, OpenMode.Write, OpenMode.Create, OpenMode.Truncate);
    sftp.write(handle, 0, text.getBytes(UTF_8));
    return handle;
  }

  private static Void close(CloseableHandle handle) throws IOException {
    handle.close();
    return null;
  }

  private static void assertThatNotThere(SftpClient sftp, String path) {
    assertThatExceptionOfType(SftpException.class)
        .isThrownBy(() -> sftp.stat(path))
        .satisfies(e -> assertThat(e.getStatus()).isEqualTo(SftpConstants.SSH_FX_NO_SUCH_FILE));
  }
}
