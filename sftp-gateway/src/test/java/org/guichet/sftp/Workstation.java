package org.guichet.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** A depositor's machine: a folder with a key in it, where programs of others run. */
final class Workstation {
  private final Path folder;
  private final int port;
  private final Path key;

  /** What a program answered. */
  record Result(int exit, String output) {}

  Workstation(OpenDoor door, KeyPair key, Path folder)
      throws IOException, GeneralSecurityException {
    this.folder = folder;
    this.port = door.server.port();
    this.key = folder.resolve("id");
    try (OutputStream out = Files.newOutputStream(this.key)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("id.pub"))) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(key.getPublic(), "test", out);
    }
    Files.setPosixFilePermissions(this.key, PosixFilePermissions.fromString("rw-------"));
  }

  Path folder() {
    return folder;
  }

  int port() {
    return port;
  }

  Path key() {
    return key;
  }

  /** What OpenSSH's programs need to sign in with this machine's key and nothing else. */
  List<String> openSshOptions() {
    return Stream.of(
            "BatchMode=yes",
            "IdentitiesOnly=yes",
            "IdentityAgent=none",
            "StrictHostKeyChecking=no",
            "LogLevel=ERROR",
            "UserKnownHostsFile=/dev/null",
            "IdentityFile=" + key)
        .flatMap(option -> Stream.of("-o", option))
        .toList();
  }

  Result run(String... command) throws IOException, InterruptedException {
    return run(List.of(command));
  }

  /** Runs a program in the folder, which is its home too, to its end. */
  Result run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", "");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(command.get(0) + " did not end: " + Files.readString(output));
    }
    String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    Files.delete(output);
    return new Result(process.exitValue(), said);
  }

  /** A file of this machine. */
  Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
