package org.guichet.web.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The secret that opens the administration endpoint while this server runs: 256 random bits, made
 * anew at each start and laid in {@code DATA/run/administration.properties}, which only the owner
 * of the data folder can read.
 */
@ApplicationScoped
public class AdministrationKey {
  private static final int BYTES = 32;
  private static final String SCHEME = "Bearer ";
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  @Inject SecureRandom random;
  private volatile byte @Nullable [] token;

  /** Where the key of the server on {@code data} lies. */
  static Path fileUnder(Path data) {
    return data.resolve("run").resolve("administration.properties");
  }

  /** Makes a key and lays it down, whole or not at all, with the port that it opens. */
  public void layDown(Path data, int port) throws IOException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Path file = fileUnder(data);
    Files.createDirectories(data.resolve("run"));
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, OWNER_ONLY);
    try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.WRITE)) {
      out.write(("port=" + port + "\ntoken=" + made + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    token = made.getBytes(StandardCharsets.US_ASCII);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes the key away: nothing opens any more. */
  public void takeAway(Path data) throws IOException {
    token = null;
    Files.deleteIfExists(fileUnder(data));
  }

  /**
   * Whether this {@code Authorization} header opens; takes as long for a wrong key as for a near
   * one.
   */
  public boolean opens(@Nullable String authorization) {
    byte[] expected = token;
    if (expected == null || authorization == null || !authorization.startsWith(SCHEME)) {
      return false;
    }
    byte[] given = authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, given);
  }
}
