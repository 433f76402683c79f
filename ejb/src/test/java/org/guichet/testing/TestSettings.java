package org.guichet.testing;

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

/** A deployment in Paris, on embedded defaults, with everything under one folder. */
public final class TestSettings {
  private TestSettings() {}

  public static Settings in(Path data) {
    return in(
        data, new Settings.Mail("guichet@guichet.example", Optional.empty(), LocalTime.of(18, 0)));
  }

  /** With a provider that people may sign in with. */
  public static Settings in(Path data, Settings.OpenId openId) {
    return in(
        data,
        new Settings.Mail("guichet@guichet.example", Optional.empty(), LocalTime.of(18, 0)),
        Optional.of(openId));
  }

  public static Settings in(Path data, Settings.Mail mail) {
    return in(data, mail, Optional.empty());
  }

  /** With another catalogue than the one of this version. */
  public static Settings withCatalogue(Path data, Path catalogue) {
    return in(
        data,
        new Settings.Mail("guichet@guichet.example", Optional.empty(), LocalTime.of(18, 0)),
        Optional.empty(),
        Optional.of(catalogue));
  }

  private static Settings in(Path data, Settings.Mail mail, Optional<Settings.OpenId> openId) {
    return in(data, mail, openId, Optional.empty());
  }

  private static Settings in(
      Path data, Settings.Mail mail, Optional<Settings.OpenId> openId, Optional<Path> catalogue) {
    return new Settings(
        "test",
        data,
        ZoneId.of("Europe/Paris"),
        URI.create("https://guichet.example"),
        data.resolve("secret"),
        512L * 1024 * 1024,
        new Settings.Http("127.0.0.1", 0, 0, Optional.empty(), List.of()),
        new Settings.Sftp(
            "127.0.0.1",
            0,
            new Settings.SftpLimits(
                20, 8, 10, 16, Duration.ofSeconds(30), 6, Duration.ofMinutes(15)),
            new Settings.SftpTrust(false, false, Optional.empty())),
        new Settings.Database("jdbc:h2:mem:guichet", "sa", 20, true),
        mail,
        new Settings.Deposit(
            200L * 1024 * 1024,
            200_000,
            Duration.ofMinutes(5),
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(5)),
            2,
            Severities.USUAL),
        new Settings.Retention(
            Period.ofYears(1),
            Period.ofDays(30),
            Duration.ofHours(24),
            Period.ofMonths(24),
            Period.ofDays(400)),
        new Settings.Account(
            Duration.ofHours(1), Duration.ofHours(12), Period.ofMonths(13), catalogue, openId));
  }
}
