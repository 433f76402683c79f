import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenSSH's own server on a free port of loopback, for whoever runs the bench and one key. */
public final class Sshd implements AutoCloseable {
  private static final int TRIES = 100;

  private final Process process;
  private final int port;
  private final Path folder;

  private Sshd(Process process, int port, Path folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  /** Starts it; {@code key} with {@code .pub} behind it opens it. */
  public static Sshd start(Path work, Path key) throws IOException, InterruptedException {
    Path home = Files.createDirectory(work.resolve("sshd"));
    Path folder = Files.createDirectory(home.resolve("files"));
    Path hostKey = home.resolve("host");
    Work.run(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", hostKey + ""));
    Files.copy(Path.of(key + ".pub"), home.resolve("authorized"));
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    int port = Work.freePorts(1).get(0);
    Path settings = home.resolve("settings");
    Files.write(
        settings,
        List.of(
            "ListenAddress 127.0.0.1:" + port,
            "HostKey " + hostKey,
            "PidFile none",
            "AuthorizedKeysFile " + home.resolve("authorized"),
            "StrictModes no",
            "UsePAM no",
            "PasswordAuthentication no",
            "PermitRootLogin prohibit-password",
            "MaxStartups 200",
            "Subsystem sftp /usr/lib/openssh/sftp-server"));
    Process process =
        new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", settings + "")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile())
            .start();
    for (int i = 0; i < TRIES && process.isAlive(); i++) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        return new Sshd(process, port, folder);
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    process.destroy();
    throw new IOException("sshd doesn't listen: " + Files.readString(home.resolve("log")));
  }

  public int port() {
    return port;
  }

  /** Where it has files put. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
