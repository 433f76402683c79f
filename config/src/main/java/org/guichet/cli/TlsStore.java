package org.guichet.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Set;
import org.guichet.platform.control.PemFiles;
import org.guichet.platform.entity.Settings;

/** Turns PEM files into the one kind of key store that the application server reads. */
final class TlsStore {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private TlsStore() {}

  /** Writes the store, readable by its owner only, for the length of one run. */
  static void write(Settings.Tls tls, Path file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry(
        "guichet",
        PemFiles.privateKey(tls.key()),
        password,
        PemFiles.certificates(tls.certificate()).toArray(new Certificate[0]));
    Files.deleteIfExists(file);
    try (OutputStream out =
        Channels.newOutputStream(
            Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                OWNER_ONLY))) {
      store.store(out, password);
    }
  }
}
