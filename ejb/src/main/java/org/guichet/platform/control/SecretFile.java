package org.guichet.platform.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** The server's own secret: 32 random bytes in a file that nobody else may read. */
public final class SecretFile {
  public static final int LENGTH = 32;

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private SecretFile() {}

  /**
   * Gives the secret, and makes it when there is none yet.
   *
   * @throws IOException also when the file is too short to be a secret: it was cut, or isn't one
   */
  public static byte[] readOrMake(Path file, SecureRandom random) throws IOException {
    if (Files.notExists(file)) {
      make(file, random);
    }
    byte[] secret = Files.readAllBytes(file);
    if (secret.length < LENGTH) {
      throw new IOException(file + " holds " + secret.length + " bytes instead of " + LENGTH);
    }
    return secret;
  }

  private static void make(Path file, SecureRandom random) throws IOException {
    byte[] secret = new byte[LENGTH];
    random.nextBytes(secret);
    Path beside = file.resolveSibling(file.getFileName() + ".new-" + ProcessHandle.current().pid());
    try (FileChannel channel =
        FileChannel.open(
            beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
      channel.write(ByteBuffer.wrap(secret));
      channel.force(true);
    }
    try {
      // A link, unlike a move, never replaces a secret that another process has just made.
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException e) {
      // Theirs counts.
    } finally {
      Files.delete(beside);
    }
  }
}
