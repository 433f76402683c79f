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

/** OpenSSH's own client, as depositors use it. */
final class OpenSsh {
  private final Path folder;
  private final int port;
  private final Path key;

  /** What it answered. */
  record Result(int exit, String output) {}

  OpenSsh(OpenDoor door, KeyPair key, Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    this.port = door.server.port();
    this.key = folder.resolve("id");
    try (OutputStream out = Files.newOutputStream(this.key)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
    }
    Files.setPosixFilePermissions(this.key, PosixFilePermissions.fromString("rw-------"));
  }

  /** Runs {@code sftp -b} with these lines in the folder; it stops at the first that fails. */
  Result sftp(String... lines) throws IOException, InterruptedException {
    Path batch = folder.resolve("batch");
    Files.write(batch, List.of(lines));
    return run("sftp", List.of("-b", batch.toString(), "-P", "" + port), List.of());
  }

  Result ssh(String... command) throws IOException, InterruptedException {
    return run("ssh", List.of("-p", "" + port), List.of(command));
  }

  private Result run(String program, List<String> options, List<String> after)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(program, "-F", "/dev/null"));
    Stream.of(
            "BatchMode=yes",
            "IdentitiesOnly=yes",
            "IdentityAgent=none",
            "StrictHostKeyChecking=no",
            "LogLevel=ERROR",
            "UserKnownHostsFile=/dev/null",
            "IdentityFile=" + key)
        .forEach(
            option -> {
              all.add("-o");
              all.add(option);
            });
    all.addAll(options);
    all.add(OpenDoor.MATRICULE + "@127.0.0.1");
    all.addAll(after);
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(program + " did not end: " + Files.readString(output));
    }
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
