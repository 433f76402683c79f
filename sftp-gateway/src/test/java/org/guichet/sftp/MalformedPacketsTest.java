package org.guichet.sftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.guichet.sftp.FakeSpool.Kept;
import org.guichet.sftp.RawSftp.Answer;
import org.guichet.sftp.RawSftp.Body;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Packets that make no sense. They may end the session that sent them; a bystander's upload goes
 * on, and others still get in.
 */
class MalformedPacketsTest {
  private static final int ROUNDS = Boolean.getBoolean("guichet.nightly") ? 10_000 : 200;
  private static final int LAST_WORD = 4_711;

  private final OpenDoor door = new OpenDoor();
  private SftpClient bystander;
  private CloseableHandle upload;

  @SuppressWarnings("NullAway.Init")
  MalformedPacketsTest() {}

  @BeforeEach
  void beginElsewhere() throws IOException {
    bystander =
        SftpClientFactory.instance().createSftpClient(door.session()).singleSessionInstance();
    upload = bystander.open("/depot/a.xml", OpenMode.Write, OpenMode.Create);
    bystander.write(upload, 0, "<a".getBytes(UTF_8));
  }

  @AfterEach
  void close() {
    door.close();
  }

  private void assertThatOthersGoOn() throws IOException {
    bystander.write(upload, 2, "/>".getBytes(UTF_8));
    upload.close();
    bystander.close();
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>");
    try (ClientSession session = door.session();
        RawSftp fresh = RawSftp.speaking(session, 3)) {
      Answer answer = fresh.ask(SftpConstants.SSH_FXP_REALPATH, new Body().string("."));
      assertThat(answer.type()).isEqualTo(SftpConstants.SSH_FXP_NAME);
    }
  }

  /** What comes before the first word, or instead of it. */
  static Stream<byte[]> openings() {
    return Stream.of(
        new Body().number(0).bytes(),
        new Body().number(-1).bytes(),
        new Body().number(Integer.MIN_VALUE).octet(1).bytes(),
        new Body().number(Integer.MAX_VALUE).octet(1).bytes(),
        new Body().number(1).octet(1).bytes(),
        new Body().number(300_000).octet(1).raw("x".repeat(200_000)).bytes(),
        RawSftp.packet(SftpConstants.SSH_FXP_INIT, new byte[0]),
        RawSftp.packet(SftpConstants.SSH_FXP_INIT, new Body().number(0).bytes()),
        RawSftp.packet(SftpConstants.SSH_FXP_INIT, new Body().number(-1).bytes()),
        RawSftp.packet(SftpConstants.SSH_FXP_INIT, new Body().number(3).string("x").bytes()),
        RawSftp.packet(SftpConstants.SSH_FXP_INIT, new Body().number(3).number(-5).bytes()),
        RawSftp.packet(SftpConstants.SSH_FXP_REALPATH, new Body().number(1).string("/etc").bytes()),
        RawSftp.packet(SftpConstants.SSH_FXP_VERSION, new Body().number(3).bytes()),
        "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8),
        new byte[100_000]);
  }

  @Test
  void surviveAsAnOpening() throws Exception {
    for (byte[] bytes : openings().toList()) {
      ClientSession session = door.session();
      sayUnlessEnded(RawSftp.silent(session), bytes);
      session.close(true);
    }
    assertThatOthersGoOn();
  }

  /** Requests whose inner lengths and counts lie. */
  static Stream<byte[]> requests() {
    List<byte[]> all = new ArrayList<>();
    for (int type : IntStream.concat(IntStream.range(0, 26), IntStream.of(200, 255)).toArray()) {
      all.add(RawSftp.packet(type, new byte[0]));
      all.add(RawSftp.packet(type, new byte[] {0, 0, 0}));
      for (int length : new int[] {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
        Body body = new Body().number(7).number(length);
        all.add(RawSftp.packet(type, body.bytes()));
        all.add(RawSftp.packet(type, body.raw("/depot").number(length).number(length).bytes()));
      }
    }
    String attributes = "\u00ff\u00ff\u00ff\u00ff";
    for (int type : new int[] {SftpConstants.SSH_FXP_SETSTAT, SftpConstants.SSH_FXP_MKDIR}) {
      Body body = new Body().number(7).string("/depot/x").raw(attributes);
      all.add(RawSftp.packet(type, body.bytes()));
      all.add(RawSftp.packet(type, body.raw("\u007f".repeat(200)).bytes()));
    }
    return all.stream();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6})
  void surviveAsARequest(int version) throws Exception {
    try (Line line = new Line(version)) {
      for (byte[] request : requests().toList()) {
        line.say(request);
      }
    }
    assertThatOthersGoOn();
  }

  /** A channel that is opened anew, and its session too, whenever the server has ended it. */
  private final class Line implements AutoCloseable {
    private final int version;
    private @Nullable ClientSession session;
    private @Nullable RawSftp sftp;

    Line(int version) {
      this.version = version;
    }

    /** Says it, and waits until the server has worked on it or ended the channel. */
    void say(byte[] request) throws IOException {
      RawSftp talking = talking();
      try {
        talking.sendRaw(request);
        talking.sendRaw(
            RawSftp.packet(
                SftpConstants.SSH_FXP_REALPATH, new Body().number(LAST_WORD).string(".").bytes()));
        while (talking.receive().id() != LAST_WORD) {
          // answers to what was meant otherwise
        }
      } catch (IOException e) {
        talking.close();
        sftp = null;
      }
    }

    private RawSftp talking() throws IOException {
      ClientSession standing = session;
      if (standing == null || !standing.isOpen()) {
        standing = door.session();
        session = standing;
        sftp = null;
      }
      RawSftp talking = sftp;
      if (talking == null) {
        talking = RawSftp.speaking(standing, version);
        sftp = talking;
      }
      return talking;
    }

    @Override
    public void close() {
      if (session != null) {
        session.close(true);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6})
  void surviveAsNoise(int version) throws Exception {
    Random random = new Random(version);
    try (Line line = new Line(version)) {
      for (int round = 0; round < ROUNDS; round++) {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        int type = random.nextInt(4) == 0 ? random.nextInt(256) : 3 + random.nextInt(21);
        line.say(RawSftp.packet(type, noise));
      }
    }
    assertThatOthersGoOn();
  }

  @Test
  void bringNobodyToAnothersHandle() throws Exception {
    String handle = new String(upload.getIdentifier(), ISO_8859_1);
    try (ClientSession session = door.session();
        RawSftp sftp = RawSftp.speaking(session, 6)) {
      for (EscapeRequests.Request request : EscapeRequests.of(6, handle)) {
        Answer answer = sftp.ask(request.type(), request.body());
        if (!List.of("REALPATH", "REALPATH 1", "REALPATH 2", "REALPATH 3", "limits@openssh.com")
            .contains(request.name())) {
          assertThat(answer.status())
              .as(request.name())
              .isBetween(1, SftpConstants.SSH_FX_OP_UNSUPPORTED);
        }
      }
    }
    assertThatOthersGoOn();
  }

  @Test
  void answerEachOfTwoRequestsWithOneId() throws Exception {
    try (ClientSession session = door.session();
        RawSftp sftp = RawSftp.speaking(session, 3)) {
      byte[] packet =
          RawSftp.packet(SftpConstants.SSH_FXP_LSTAT, new Body().number(9).string("/").bytes());
      sftp.sendRaw(packet);
      sftp.sendRaw(packet);
      assertThat(sftp.receive()).isEqualTo(sftp.receive());
    }
    assertThatOthersGoOn();
  }

  private static void sayUnlessEnded(RawSftp sftp, byte[] bytes) {
    try {
      sftp.sendRaw(bytes);
      sftp.sendRaw(RawSftp.packet(SftpConstants.SSH_FXP_INIT, new Body().number(3).bytes()));
    } catch (IOException e) {
      // ended: the server's right
    }
  }
}
