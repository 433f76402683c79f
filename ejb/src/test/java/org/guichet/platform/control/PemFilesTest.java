package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.guichet.platform.entity.SettingMistake;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.SettingsException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are made by the JDK's keytool, so that none lies in the sources. */
class PemFilesTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;

  @BeforeAll
  static void makeKeys() throws Exception {
    Process rsa = keytool("rsa", "RSA");
    Process ec = keytool("ec", "EC");
    assertThat(rsa.waitFor()).isZero();
    assertThat(ec.waitFor()).isZero();
    takeOut("rsa");
    takeOut("ec");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "ec"})
  void readsACertificateAndItsKey(String name) throws Exception {
    assertThat(PemFiles.certificates(certificate(name))).hasSize(1);
    assertThat(
            PemFiles.belongTogether(
                PemFiles.certificates(certificate(name)).get(0), PemFiles.privateKey(key(name))))
        .isTrue();
    Settings settings =
        SettingsReader.read(SettingsReader.environment(variables(certificate(name), key(name))));
    assertThat(settings.http().tls()).contains(new Settings.Tls(certificate(name), key(name)));
    assertThat(settings.publicUrl()).isEqualTo(URI.create("https://127.0.0.1:8080"));
  }

  @Test
  void tellsAKeyThatIsNotTheCertificates() throws Exception {
    assertThatThrownBy(
            () ->
                SettingsReader.read(
                    SettingsReader.environment(variables(certificate("rsa"), key("ec")))))
        .hasMessageContaining("GUICHET_TLS_KEY")
        .hasMessageContaining("not the key of the certificate");
  }

  @Test
  void tellsFilesThatHoldSomethingElse() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "hello");

    assertThatThrownBy(() -> SettingsReader.read(SettingsReader.environment(variables(text, text))))
        .isInstanceOfSatisfying(
            SettingsException.class,
            refused ->
                assertThat(refused.mistakes())
                    .extracting(SettingMistake::variable)
                    .containsExactly("GUICHET_TLS_CERTIFICATE", "GUICHET_TLS_KEY"));
  }

  private static Map<String, String> variables(Path certificate, Path key) {
    return Map.of(
        "GUICHET_TLS_CERTIFICATE", certificate.toString(), "GUICHET_TLS_KEY", key.toString());
  }

  private static Path certificate(String name) {
    return folder.resolve(name + ".pem");
  }

  private static Path key(String name) {
    return folder.resolve(name + ".key");
  }

  private static Process keytool(String name, String algorithm) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store(name).toString()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void takeOut(String name) throws IOException, GeneralSecurityException {
    KeyStore loaded = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store(name))) {
      loaded.load(in, PASSWORD);
    }
    pem(certificate(name), "CERTIFICATE", loaded.getCertificate(name).getEncoded());
    pem(key(name), "PRIVATE KEY", loaded.getKey(name, PASSWORD).getEncoded());
  }

  private static Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private static void pem(Path file, String what, byte[] bytes) throws IOException {
    Files.writeString(
        file,
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(bytes), what));
  }
}
