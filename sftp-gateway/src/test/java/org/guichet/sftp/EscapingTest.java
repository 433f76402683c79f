package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.guichet.deposit.boundary.Incoming;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.PartialFile;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.sftp.EscapeRequests.Request;
import org.guichet.sftp.RawSftp.Answer;
import org.guichet.sftp.RawSftp.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tries to leave one's own tree, packet by packet: every path of {@link EscapePaths} with every
 * request of {@link EscapeRequests}, in each version of the protocol. Each answer must be an error,
 * or be about something of the visitor's own.
 */
class EscapingTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("guichet.nightly");
  private static final String CANARY = "CANARY-51c7e0";
  private static final Set<String> OWN_TEXTS = Set.of("", "<own/>", "<x/>");
  private static final int LARGEST_OWN = 6;
  private static final int IN_ONE_GO = 30;

  private final OpenDoor door = new OpenDoor();
  private final Caller stranger =
      Caller.key(
          new KeyId(UUID.randomUUID()),
          new OrganisationId(UUID.randomUUID()),
          Channel.SFTP,
          "192.0.2.9");
  private @TempDir Path disk;
  private int tries;

  @SuppressWarnings("NullAway.Init")
  EscapingTest() {}

  @BeforeEach
  void plant() throws IOException {
    String text = CANARY.repeat(100);
    Files.writeString(Files.createDirectory(disk.resolve("secret")).resolve("a.xml"), text);
    OrganisationId other = stranger.organisation().orElseThrow();
    door.outbox.put(other, "", "Accuse_de_reception_a.xml", text);
    door.outbox.put(other, "", CANARY + ".xml", text);
    door.outbox.put(other, "77XXX777", CANARY + ".xml", text);
    for (DropFolder folder : DropFolder.values()) {
      Incoming part = door.spool.begin(stranger, folder, "theirs.part");
      part.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      door.spool.cutShort(stranger, part);
    }
    door.outbox.put(door.organisation, "", "own.xml", "<own/>");
    door.outbox.put(door.organisation, "99ZZZ999", "own.xml", "<own/>");
  }

  @AfterEach
  void close() {
    door.close();
  }

  private List<String> targets() {
    return List.of(
        "/etc/passwd",
        EscapePaths.of(disk.resolve("secret/a.xml")),
        EscapePaths.of(disk.resolve("escaped.xml")),
        "/accuses/77XXX777/" + CANARY.replace('-', '_') + ".xml",
        "/accuses/Accuse_de_reception_a.xml",
        "/incomplets/theirs.part");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6})
  void reachesNothingOutsideByAnyRequest(int version) throws Exception {
    Map<String, String> before = onDisk();
    List<PartialFile> theirs = partsOf(stranger);
    try (ClientSession session = door.session();
        RawSftp sftp = RawSftp.speaking(session, version)) {
      List<String> paths = EscapePaths.all(targets());
      int every = NIGHTLY ? 1 : 4; // each path in one of the four versions, at least
      for (int i = version % every; i < paths.size(); i += every) {
        tryAll(sftp, version, paths.get(i));
      }
    }
    assertThat(tries).isGreaterThan(NIGHTLY ? 20_000 : 5_000);
    assertThat(onDisk()).isEqualTo(before);
    assertThat(partsOf(stranger)).isEqualTo(theirs);
    assertThat(door.spool.kept())
        .allSatisfy(file -> assertThat(file.organisation()).isEqualTo(door.organisation))
        .allSatisfy(file -> assertThat(file.text()).isIn(OWN_TEXTS))
        .allSatisfy(file -> assertThat(file.name()).doesNotContain("/").isNotIn("", ".", ".."));
    assertThat(door.outbox.list(stranger, "")).hasSize(2);
    assertThat(door.outbox.list(stranger, "77XXX777")).hasSize(1);
  }

  private List<PartialFile> partsOf(Caller caller) {
    return Stream.of(DropFolder.values())
        .flatMap(folder -> door.spool.parts(caller, folder).stream())
        .toList();
  }

  /**
   * Every file of the test's folder, and whatever a relative path may have left where this runs.
   */
  private Map<String, String> onDisk() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(disk)) {
      for (Path file : all.toList()) {
        files.put(file.toString(), Files.isDirectory(file) ? "" : Files.readString(file));
      }
    }
    for (Path folder : List.of(Path.of(""), Path.of("/"), disk.getRoot().resolve("tmp"))) {
      for (String name : List.of("escaped.xml", "a.xml", "depot", "accuses", "a", "x")) {
        files.put(folder.resolve(name).toString(), "" + Files.exists(folder.resolve(name)));
      }
    }
    return files;
  }

  private void tryAll(RawSftp sftp, int version, String path) throws IOException {
    List<Request> requests = EscapeRequests.of(version, path);
    for (int from = 0; from < requests.size(); from += IN_ONE_GO) {
      Map<Integer, Request> sent = new LinkedHashMap<>();
      for (Request one : requests.subList(from, Math.min(requests.size(), from + IN_ONE_GO))) {
        sent.put(sftp.send(one.type(), one.body()), one);
      }
      Map<Request, String> handles = new LinkedHashMap<>();
      for (int left = sent.size(); left > 0; left--) {
        Answer answer = sftp.receive();
        Request request = sent.remove(answer.id());
        assertThat(request).as("the request of %s", answer).isNotNull();
        if (request != null && isHandle(version, request, path, answer)) {
          handles.put(request, answer.string(0));
        }
        tries++;
      }
      for (Map.Entry<Request, String> handle : handles.entrySet()) {
        useAndClose(sftp, handle.getKey(), handle.getValue(), path);
      }
    }
  }

  /** Judges an answer; true when it is a handle, to be looked into. */
  private static boolean isHandle(int version, Request request, String path, Answer answer) {
    String about = "version " + version + ", " + request.name() + " of " + shown(path);
    assertThat(answer.body()).as(about).doesNotContain(CANARY).doesNotContain("root:x:0");
    switch (answer.type()) {
      case SftpConstants.SSH_FXP_STATUS ->
          assertThat(answer.status())
              .as(about)
              .isBetween(changeable(path) ? 0 : 1, SftpConstants.SSH_FX_OP_UNSUPPORTED);
      case SftpConstants.SSH_FXP_ATTRS ->
          assertThat(size(version, answer)).as(about).isBetween(0L, (long) LARGEST_OWN);
      case SftpConstants.SSH_FXP_NAME -> {
        assertThat(request.type()).as(about).isEqualTo(SftpConstants.SSH_FXP_REALPATH);
        assertThat(answer.number(0)).as(about).isEqualTo(1);
        assertThat(answer.string(4)).as(about).startsWith("/");
        assertThat(answer.string(4).split("/", -1)).as(about).doesNotContain("..", ".");
      }
      case SftpConstants.SSH_FXP_EXTENDED_REPLY ->
          assertThat(request.name()).as(about).isEqualTo("limits@openssh.com");
      default -> assertThat(answer.type()).as(about).isEqualTo(SftpConstants.SSH_FXP_HANDLE);
    }
    return answer.type() == SftpConstants.SSH_FXP_HANDLE;
  }

  /** Whether a path, as POSIX reads it, is of a file that the visitor may do something with. */
  private static boolean changeable(String path) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    String normal = "/" + String.join("/", names);
    return normal.matches("(?s)/(depot|essai|incomplets)/.+|/accuses/(99ZZZ999/)?own.xml");
  }

  private static long size(int version, Answer attributes) {
    if ((attributes.number(0) & SftpConstants.SSH_FILEXFER_ATTR_SIZE) == 0) {
      return 0;
    }
    int at = version >= 4 ? 5 : 4;
    return ((long) attributes.number(at) << 32) | (attributes.number(at + 4) & 0xffffffffL);
  }

  private static void useAndClose(RawSftp sftp, Request request, String handle, String path)
      throws IOException {
    String about = request.name() + " of " + shown(path);
    if (request.type() == SftpConstants.SSH_FXP_OPENDIR) {
      Answer names;
      do {
        names = sftp.ask(SftpConstants.SSH_FXP_READDIR, new Body().string(handle));
        assertThat(names.body()).as(about).doesNotContain(CANARY).doesNotContain("theirs");
      } while (names.type() == SftpConstants.SSH_FXP_NAME);
    } else {
      Answer read =
          sftp.ask(SftpConstants.SSH_FXP_READ, new Body().string(handle).large(0).number(4_096));
      if (read.type() == SftpConstants.SSH_FXP_DATA) {
        assertThat(read.string(0)).as(about).isIn(OWN_TEXTS);
      }
      sftp.ask(SftpConstants.SSH_FXP_WRITE, new Body().string(handle).large(0).string("<x/>"));
    }
    sftp.ask(SftpConstants.SSH_FXP_CLOSE, new Body().string(handle));
  }

  private static String shown(String path) {
    return path.length() > 100 ? path.substring(0, 100) + "… (" + path.length() + ")" : path;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6})
  void answersAlikeWhatIsTheirsAndWhatIsNobodys(int version) throws Exception {
    door.outbox.put(stranger.organisation().orElseThrow(), "", "theirs.xml", "<theirs/>");
    Map<String, String> pairs =
        Map.of(
            "/accuses/77XXX777",
            "/accuses/66WWW666",
            "/accuses/77XXX777/" + CANARY + ".xml",
            "/accuses/66WWW666/" + CANARY + ".xml",
            "/accuses/theirs.xml",
            "/accuses/nobody.xml",
            "/depot/theirs.part",
            "/depot/nobody.part",
            "/essai/theirs.part",
            "/essai/nobody.part",
            "/incomplets/theirs.part",
            "/incomplets/nobody.part",
            "/incomplets/essai/theirs.part",
            "/incomplets/essai/nobody.part");
    try (ClientSession session = door.session();
        RawSftp sftp = RawSftp.speaking(session, version)) {
      for (Map.Entry<String, String> pair : pairs.entrySet()) {
        List<Request> theirs = readingOnly(version, pair.getKey());
        List<Request> nobodys = readingOnly(version, pair.getValue());
        for (int i = 0; i < theirs.size(); i++) {
          String about = "version " + version + ", " + theirs.get(i).name() + " " + pair;
          Told one = told(sftp, theirs.get(i));
          Told other = told(sftp, nobodys.get(i));
          assertThat(one.type()).as(about).isEqualTo(other.type());
          assertThat(one.body())
              .as(about)
              .isEqualTo(other.body().replace("nobody", "theirs").replace("66WWW666", "77XXX777"));
          assertThat(one.questions()).as(about).isEqualTo(other.questions());
        }
      }
    }
  }

  /** In a drop folder a name is free to take, whoever else has one like it. */
  private static List<Request> readingOnly(int version, String path) {
    return EscapeRequests.of(version, path).stream()
        .filter(request -> !path.matches("/(depot|essai)/.*") || !request.name().matches("OPEN .*"))
        .toList();
  }

  /** An answer, and how many questions it took. */
  private record Told(int type, String body, int questions) {}

  private Told told(RawSftp sftp, Request request) throws IOException {
    int before = door.outbox.questions.get();
    Answer answer = sftp.ask(request.type(), request.body());
    return new Told(answer.type(), answer.body(), door.outbox.questions.get() - before);
  }
}
