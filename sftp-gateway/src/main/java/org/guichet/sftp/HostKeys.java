package org.guichet.sftp;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * By what clients know this server: an Ed25519 and an RSA-3072 key, made at the first start and
 * kept in OpenSSH's form, each in a file that only its owner reads. Beside each lies its public
 * half, to be published. A key that lies there as {@code ….next} is told to clients that are in, so
 * that they know it when it takes the place of the one before.
 */
final class HostKeys {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private static final String ED25519 = "ssh_host_ed25519_key";
  private static final String RSA = "ssh_host_rsa_key";
  private static final String NEXT = ".next";

  private final Path folder;

  HostKeys(Path folder) {
    this.folder = folder;
  }

  /** The keys, in the order of preference. */
  List<KeyPair> loadOrMake() throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    List<KeyPair> keys = new ArrayList<>();
    keys.add(loadOrMake(ED25519, KeyPairProvider.SSH_ED25519, 256));
    keys.add(loadOrMake(RSA, KeyPairProvider.SSH_RSA, 3072));
    return keys;
  }

  /** The keys that will come after those. */
  List<KeyPair> next() throws IOException, GeneralSecurityException {
    List<KeyPair> keys = new ArrayList<>();
    for (String name : List.of(ED25519 + NEXT, RSA + NEXT)) {
      if (Files.exists(folder.resolve(name))) {
        keys.add(load(name));
      }
    }
    return keys;
  }

  /** Differs when a file was put there, changed or taken away. */
  Object state() throws IOException {
    List<Object> state = new ArrayList<>();
    for (String name : List.of(ED25519, RSA, ED25519 + NEXT, RSA + NEXT)) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        state.addAll(
            List.of(name, found.lastModifiedTime(), found.size(), String.valueOf(found.fileKey())));
      }
    }
    return state;
  }

  private KeyPair loadOrMake(String name, String type, int bits)
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      make(file, KeyUtils.generateKeyPair(type, bits));
    }
    return load(name);
  }

  private KeyPair load(String name) throws IOException, GeneralSecurityException {
    Path file = folder.resolve(name);
    Files.setPosixFilePermissions(file, OWNER_ONLY);
    try (InputStream in = Files.newInputStream(file)) {
      Iterable<KeyPair> found =
          SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(name), in, null);
      if (found != null && found.iterator().hasNext()) {
        return taken(found.iterator().next(), file);
      }
    }
    throw new IOException(
        "No private key in "
            + file
            + ". Restore it, or remove it to have a new"
            + " one made; clients will then be warned of a changed host key.");
  }

  private static KeyPair taken(KeyPair key, Path file) throws IOException {
    String type = KeyUtils.getKeyType(key);
    boolean rsa = KeyPairProvider.SSH_RSA.equals(type);
    if (!(rsa || KeyPairProvider.SSH_ED25519.equals(type))
        || rsa == file.getFileName().toString().startsWith(ED25519)
        || !KeyAuthentication.accepted(key.getPublic())) {
      throw new IOException(
          "The key in " + file + " is not what its name says: ed25519, or RSA from 3072 bits");
    }
    return key;
  }

  private void make(Path file, KeyPair key) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "guichet", null, bytes);
    ByteArrayOutputStream half = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(key.getPublic(), "guichet", half);
    write(file.resolveSibling(file.getFileName() + ".pub"), half.toByteArray());
    write(file, bytes.toByteArray());
  }

  /** Whole or not at all, also when the power fails: a lost host key alarms every client. */
  private void write(Path file, byte[] content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(draft, file, ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
