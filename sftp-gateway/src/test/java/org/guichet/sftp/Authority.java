package org.guichet.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Certifies keys, with ssh-keygen as an organisation's own authority would. */
final class Authority {
  private final Path folder;
  private int clients;

  Authority(Path folder) throws IOException, InterruptedException {
    this(folder, "ed25519");
  }

  Authority(Path folder, String type, String... more) throws IOException, InterruptedException {
    this.folder = Files.createTempDirectory(folder, "authority");
    List<String> arguments =
        new ArrayList<>(List.of("-q", "-t", type, "-N", "", "-f", this.folder + "/ca"));
    arguments.addAll(List.of(more));
    keygen(arguments);
  }

  /** Its public key. */
  Path file() {
    return folder.resolve("ca.pub");
  }

  /** A client with a new key and its certificate, made with these options of ssh-keygen. */
  OpenSsh certify(OpenDoor door, String... options)
      throws IOException, InterruptedException, GeneralSecurityException {
    return certify(door, OpenDoor.newKey("ssh-ed25519", 256), options);
  }

  OpenSsh certify(OpenDoor door, KeyPair key, String... options)
      throws IOException, InterruptedException, GeneralSecurityException {
    clients++;
    Path home = Files.createDirectory(folder.resolve("client" + clients));
    OpenSsh client = new OpenSsh(door, key, home);
    List<String> arguments =
        new ArrayList<>(
            List.of("-q", "-s", folder + "/ca", "-I", "test", "-z", Integer.toString(clients)));
    arguments.addAll(List.of(options));
    arguments.add(home + "/id.pub");
    keygen(arguments);
    return client;
  }

  private static void keygen(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ssh-keygen"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("Failed: " + command);
    }
  }
}
