package org.guichet.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guichet.flux.Severities;
import org.guichet.platform.entity.Settings;

/** Settings for tests of this module. */
public final class SomeSettings {
  public static final int MANAGEMENT_PORT = 9080;

  private SomeSettings() {}

  public static Settings at(Path data, URI publicUrl, int sftpPort) {
    return new Settings(
        "node1",
        data,
        ZoneId.of("Europe/Paris"),
        publicUrl,
        data.resolve("secret"),
        512L << 20,
        new Settings.Http("127.0.0.1", 8080, MANAGEMENT_PORT, Optional.empty(), List.of()),
        new Settings.Sftp(
            "127.0.0.1",
            sftpPort,
            new Settings.SftpLimits(
                100, 8, 10, 16, Duration.ofSeconds(30), 6, Duration.ofMinutes(10)),
            new Settings.SftpTrust(false, false, Optional.empty())),
        new Settings.Database("jdbc:h2:mem:web", "sa", 20, true),
        new Settings.Mail("guichet@example.org", Optional.empty(), LocalTime.of(18, 0)),
        new Settings.Deposit(1, 1, Duration.ofMinutes(5), List.of(), 1, Severities.USUAL),
        new Settings.Retention(
            Period.ofDays(1),
            Period.ofDays(1),
            Duration.ofDays(1),
            Period.ofDays(1),
            Period.ofDays(1)),
        new Settings.Account(
            Duration.ofHours(1), Duration.ofHours(12), Period.ofMonths(13), Optional.empty()));
  }

  public static Settings at(Path data) {
    return at(data, URI.create("http://127.0.0.1:8080"), 2222);
  }
}
