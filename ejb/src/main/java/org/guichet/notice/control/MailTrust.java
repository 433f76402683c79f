package org.guichet.notice.control;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.guichet.platform.control.PemFiles;
import org.jspecify.annotations.Nullable;

/** Which certificates of mail servers are trusted: those of Java, and those of the settings. */
final class MailTrust {
  private MailTrust() {}

  /** Has the connections of {@code protocol} trust the authorities in {@code pem} as well. */
  static void add(Properties properties, String protocol, Optional<Path> pem) {
    if (pem.isEmpty()) {
      return;
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {both(PemFiles.certificates(pem.get()))}, null);
      properties.put("mail." + protocol + ".ssl.socketFactory", context.getSocketFactory());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("GUICHET_MAIL_CA can't be used: " + pem.get(), e);
    }
  }

  /** A store of Java's authorities and these: one manager judges chain and host name alike. */
  private static TrustManager both(List<Certificate> further)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    List<Certificate> all = new ArrayList<>(further);
    all.addAll(Arrays.asList(managerOf(null).getAcceptedIssuers()));
    int n = 0;
    for (Certificate certificate : all) {
      store.setCertificateEntry("authority-" + n++, certificate);
    }
    return managerOf(store);
  }

  private static X509TrustManager managerOf(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
