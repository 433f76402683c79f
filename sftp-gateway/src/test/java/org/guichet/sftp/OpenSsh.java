package org.guichet.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.guichet.sftp.Workstation.Result;

/** OpenSSH's own client, as depositors use it. */
final class OpenSsh {
  private final Workstation machine;

  OpenSsh(OpenDoor door, KeyPair key, Path folder) throws IOException, GeneralSecurityException {
    machine = new Workstation(door, key, folder);
  }

  /** Runs {@code sftp -b} with these lines in the folder; it stops at the first that fails. */
  Result sftp(String... lines) throws IOException, InterruptedException {
    Path batch = machine.folder().resolve("batch");
    Files.write(batch, List.of(lines));
    return run("sftp", List.of("-b", batch.toString(), "-P", "" + machine.port()), List.of());
  }

  Result ssh(String... command) throws IOException, InterruptedException {
    return run("ssh", List.of("-p", "" + machine.port()), List.of(command));
  }

  private Result run(String program, List<String> options, List<String> after)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(program, "-F", "/dev/null"));
    all.addAll(machine.openSshOptions());
    all.addAll(options);
    all.add(OpenDoor.MATRICULE + "@127.0.0.1");
    all.addAll(after);
    return machine.run(all);
  }
}
