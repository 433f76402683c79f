package org.guichet.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.sftp.Workstation.Result;

/** OpenSSH's own client, as depositors use it. */
final class OpenSsh {
  private final Workstation machine;
  private final List<String> chosen = new ArrayList<>();

  OpenSsh(OpenDoor door, KeyPair key, Path folder) throws IOException, GeneralSecurityException {
    machine = new Workstation(door, key, folder);
  }

  /** Keeps host keys there, and refuses a server whose key isn't one of them. */
  OpenSsh knowing(Path file) {
    return with(
        "UserKnownHostsFile=" + file, "StrictHostKeyChecking=accept-new", "UpdateHostKeys=yes");
  }

  /** With further options of {@code ssh_config}. */
  OpenSsh with(String... options) {
    chosen.addAll(Stream.of(options).flatMap(option -> Stream.of("-o", option)).toList());
    return this;
  }

  /** Runs {@code sftp -b} with these lines in the folder; it stops at the first that fails. */
  Result sftp(String... lines) throws IOException, InterruptedException {
    Path batch = machine.folder().resolve("batch");
    Files.write(batch, List.of(lines));
    return machine.run(
        command("sftp", List.of("-b", batch.toString(), "-P", "" + machine.port()), List.of()));
  }

  Result ssh(String... command) throws IOException, InterruptedException {
    return machine.run(command("ssh", List.of("-p", "" + machine.port()), List.of(command)));
  }

  /** An {@code sftp} that is in and waits for what to do. */
  Process sftpWaiting() throws IOException {
    List<String> command =
        command("sftp", List.of("-b", "-", "-P", "" + machine.port()), List.of());
    return new ProcessBuilder(command)
        .directory(machine.folder().toFile())
        .redirectErrorStream(true)
        .redirectOutput(machine.folder().resolve("waiting").toFile())
        .start();
  }

  /** Of an option that is there twice, ssh takes the first. */
  private List<String> command(String program, List<String> options, List<String> after) {
    List<String> all = new ArrayList<>(List.of(program, "-F", "/dev/null"));
    all.addAll(chosen);
    all.addAll(machine.openSshOptions());
    all.addAll(options);
    all.add(OpenDoor.MATRICULE + "@127.0.0.1");
    all.addAll(after);
    return all;
  }
}
