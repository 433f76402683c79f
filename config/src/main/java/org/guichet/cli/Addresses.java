package org.guichet.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.guichet.platform.entity.Settings;

/**
 * Where a started server answers, written beside its process id: whoever asks later may have other
 * settings in the environment.
 *
 * @param web what people open
 * @param sftp {@code host:port}
 * @param managementPort on the loopback interface
 */
record Addresses(URI web, String sftp, int managementPort) {

  static Addresses of(Settings settings) {
    Settings.Sftp sftp = settings.sftp();
    String host = sftp.bind().contains(":") ? "[" + sftp.bind() + "]" : sftp.bind();
    return new Addresses(
        settings.publicUrl(), host + ":" + sftp.port(), settings.http().managementPort());
  }

  static Optional<Addresses> read(Path file) {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
      return Optional.of(
          new Addresses(
              URI.create(properties.getProperty("web", "")),
              properties.getProperty("sftp", ""),
              Integer.parseInt(properties.getProperty("management", "0"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("web", web.toString());
    properties.setProperty("sftp", sftp);
    properties.setProperty("management", Integer.toString(managementPort));
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
  }

  URI health() {
    return URI.create("http://127.0.0.1:" + managementPort + "/health/ready");
  }
}
