import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of the machine, as it comes, on a folder of the bench. */
public final class Postgres implements AutoCloseable {
  private final Path programs;
  private final Path folder;
  private final int port;

  private Postgres(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  public static Postgres start(Path work) throws IOException, InterruptedException {
    Path programs = programs();
    Path folder = work.resolve("postgresql");
    Files.createDirectories(folder);
    if (root()) {
      Work.run(new ProcessBuilder("chown", "postgres", folder.toString()));
      Work.run(new ProcessBuilder("chmod", "755", work.toString()));
    }
    Postgres postgres = new Postgres(programs, folder, Work.freePorts(1).get(0));
    postgres.run("initdb", "-A", "trust", "-U", "guichet", "-E", "UTF8");
    postgres.run(
        "pg_ctl",
        "start",
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p " + postgres.port + " -k '' -h 127.0.0.1");
    return postgres;
  }

  public Map<String, String> settings() {
    return Map.of(
        "GUICHET_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "GUICHET_DB_USER", "guichet",
        "GUICHET_DB_PASSWORD", "none");
  }

  private static Path programs() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.exists(bin.resolve("initdb")))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    } catch (IOException | RuntimeException e) {
      throw new IOException("PostgreSQL is missing. As root: apt-get install postgresql", e);
    }
  }

  /** Which PostgreSQL refuses to be. */
  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  private void run(String program, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.addAll(List.of(programs.resolve(program).toString(), "-D", folder.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Work.run(builder);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("pg_ctl", "stop", "-m", "immediate");
  }
}
