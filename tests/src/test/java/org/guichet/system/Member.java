package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;

/**
 * An invented organisation, entered by the command line, whose people use OpenSSH's {@code sftp}.
 *
 * @param language of its mails
 */
record Member(RunningServer server, String matricule, String contract, String language, Path key) {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** A new one, with a key. */
  static Member of(RunningServer server, String language) {
    int n = COUNTER.incrementAndGet();
    String matricule = String.format(Locale.ROOT, "77ZST%03d", n);
    Path folder = server.clients().resolve(matricule);
    Member member =
        new Member(
            server,
            matricule,
            String.format(Locale.ROOT, "MCFCER77%04d", n),
            language,
            folder.resolve("key"));
    member.makeKey();
    member.enter().done();
    member.addKey().done();
    return member;
  }

  private void makeKey() {
    try {
      Files.createDirectories(key.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Ran.program(
            List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "essai", "-f", "" + key),
            RunningServer.ownEnvironment(),
            "")
        .done();
  }

  /** The same organisation by one more key, for other purposes. */
  Member withKey(String name, String scopes) {
    Member other =
        new Member(server, matricule, contract, language, folder().resolve(name).resolve("key"));
    other.makeKey();
    server
        .cli(
            "key",
            "add",
            "--org",
            matricule,
            "--name",
            name,
            "--scopes",
            scopes,
            other.key + ".pub")
        .done();
    return other;
  }

  Ran enter() {
    return server.cli(
        "org",
        "add",
        "--matricule",
        matricule,
        "--name",
        "Institut fictif " + matricule,
        "--email",
        email(),
        "--lang",
        language,
        "--contract",
        contract);
  }

  Ran addKey() {
    return server.cli("key", "add", "--org", matricule, "--name", "bureau", key + ".pub");
  }

  Ran mandate(Member depositor) {
    return server.cli(
        "mandate",
        "add",
        "--certifier",
        matricule,
        "--depositor",
        depositor.matricule,
        "--from",
        "2020-01-01");
  }

  String email() {
    return matricule.toLowerCase(Locale.ROOT) + "@institut.example";
  }

  /** A file that this organisation may drop for {@code certifier}, once there is a mandate. */
  FluxSamples fileFor(Member certifier) {
    return FluxSamples.flux()
        .idFlux("F-" + matricule)
        .issuer(matricule)
        .certifier(certifier.matricule)
        .contract(certifier.contract)
        .nature(equals(certifier) ? "CERTIFICATEUR" : "TIERS_CONFIANCE");
  }

  /** One session that does {@code commands}, to its end. */
  Ran sftp(String... commands) {
    return sftpAs(matricule, commands);
  }

  /** As {@link #sftp}, under another user name. */
  Ran sftpAs(String user, String... commands) {
    return Ran.program(
        client(user), RunningServer.ownEnvironment(), String.join("\n", commands) + "\n");
  }

  /** A session that is left open: commands are written to its standard input. */
  Process session(String... options) {
    try {
      List<String> words = new ArrayList<>(client(matricule));
      words.addAll(1, Arrays.asList(options));
      return new ProcessBuilder(words).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void type(Process session, String command) {
    try {
      OutputStream in = session.getOutputStream();
      in.write((command + "\n").getBytes(UTF_8));
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> client(String user) {
    return List.of(
        "sftp",
        "-q",
        "-F",
        "/dev/null",
        "-b",
        "-",
        "-i",
        key.toString(),
        "-P",
        Integer.toString(server.sftpPort()),
        "-o",
        "IdentitiesOnly=yes",
        "-o",
        "BatchMode=yes",
        "-o",
        "ConnectTimeout=20",
        "-o",
        "StrictHostKeyChecking=accept-new",
        "-o",
        "UserKnownHostsFile=" + server.clients().resolve("known_hosts"),
        user + "@127.0.0.1");
  }

  /** Puts a file of these bytes into {@code /depot}; how that went. */
  Ran put(String name, byte[] bytes) {
    return sftp("put " + local(name, bytes) + " /depot/" + name);
  }

  /** A file on this organisation's own disk. */
  Path local(String name, byte[] bytes) {
    try {
      return Files.write(folder().resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names in a folder; none when it isn't there. */
  List<String> names(String folder) {
    return sftp("-ls -1 " + folder)
        .done()
        .out()
        .lines()
        .filter(line -> !line.startsWith("sftp>"))
        .map(line -> line.substring(line.lastIndexOf('/') + 1).strip())
        .toList();
  }

  /** The names of the receipts of one kind ({@code reception}, {@code traitement}) on a file. */
  List<String> receipts(String folder, String kind, String file) {
    String start = "Accuse_de_" + kind + "_" + file + "_";
    return names(folder).stream().filter(name -> name.startsWith(start)).toList();
  }

  /** Waits for the receipt, which must be the only one of its kind on the file; its bytes. */
  byte[] receipt(String folder, String kind, String file) {
    List<String> found =
        Await.present(
            "accusé de " + kind + " on " + file,
            () -> Optional.of(receipts(folder, kind, file)).filter(all -> !all.isEmpty()));
    if (found.size() > 1) {
      throw new AssertionError("More than one: " + found);
    }
    return get(folder + "/" + found.get(0));
  }

  byte[] get(String path) {
    Path copy = folder().resolve("got");
    sftp("get " + path + " " + copy).done();
    try {
      byte[] bytes = Files.readAllBytes(copy);
      Files.delete(copy);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return server.clients().resolve(matricule);
  }
}
