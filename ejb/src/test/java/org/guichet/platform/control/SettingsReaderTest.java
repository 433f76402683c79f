package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.platform.entity.SettingMistake;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  @TempDir Path folder;

  @Test
  void hasADefaultForEverything() {
    Settings settings = read(Map.of());

    assertThat(settings.data()).isAbsolute().hasFileName("data");
    assertThat(settings.secretFile()).isEqualTo(settings.data().resolve("secret"));
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(settings.publicUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThat(settings.http())
        .isEqualTo(new Settings.Http("127.0.0.1", 8080, 9990, Optional.empty(), List.of()));
    assertThat(settings.sftp())
        .isEqualTo(
            new Settings.Sftp(
                "127.0.0.1",
                2222,
                new Settings.SftpLimits(
                    200, 8, 40, 16, Duration.ofSeconds(30), 6, Duration.ofMinutes(10)),
                new Settings.SftpTrust(false, false, Optional.empty())));
    assertThat(settings.deposit().maxSize()).isEqualTo(200L * 1024 * 1024);
    assertThat(settings.deposit().maxPassages()).isEqualTo(200_000);
    assertThat(settings.retention())
        .isEqualTo(
            new Settings.Retention(
                Period.ofYears(10),
                Period.ofDays(30),
                Duration.ofHours(24),
                Period.ofMonths(24),
                Period.ofDays(400)));
    assertThat(settings.mail())
        .isEqualTo(new Settings.Mail("guichet@localhost", Optional.empty(), LocalTime.of(18, 0)));
  }

  @Test
  void keepsRowsUnderTheDataFolderUnlessToldOtherwise() {
    Settings.Database database = read(Map.of("GUICHET_DATA", folder.toString())).database();

    assertThat(database.embedded()).isTrue();
    assertThat(database.url())
        .isEqualTo(
            "jdbc:h2:async:"
                + folder
                + "/db/guichet;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=65536;LOCK_TIMEOUT=20000");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h/g, jdbc:postgresql://h/g?stringtype=unspecified&reWriteBatchedInserts=true&logServerErrorDetail=false",
    "jdbc:postgresql://h/g?ssl=true,"
        + " jdbc:postgresql://h/g?ssl=true&stringtype=unspecified&reWriteBatchedInserts=true&logServerErrorDetail=false",
    "jdbc:postgresql://h/g?stringtype=x&logServerErrorDetail=true,"
        + " jdbc:postgresql://h/g?stringtype=x&logServerErrorDetail=true&reWriteBatchedInserts=true",
  })
  void letsPostgresqlFindOutTheTypesOfNulls(String given, String completed) {
    Settings.Database database = read(Map.of("GUICHET_DB_URL", given)).database();

    assertThat(database.url()).isEqualTo(completed);
    assertThat(database.embedded()).isFalse();
  }

  @Test
  void countsAnEmptyVariableAsNotSet() {
    assertThat(read(Map.of("GUICHET_SFTP_PORT", " ")).sftp().port()).isEqualTo(2222);
  }

  @Test
  void readsWhatIsSet() {
    Settings settings =
        read(
            Map.ofEntries(
                Map.entry("GUICHET_BIND", "0.0.0.0"),
                Map.entry("GUICHET_HTTP_PORT", "80"),
                Map.entry("GUICHET_TRUSTED_PROXIES", "10.0.0.1, ::1"),
                Map.entry("GUICHET_DEPOSIT_MAX_SIZE", "1 GB"),
                Map.entry("GUICHET_DEPOSIT_RETRY_DELAYS", "PT1S, PT2S"),
                Map.entry("GUICHET_SMTP_HOST", "mail.example.org"),
                Map.entry("GUICHET_SMTP_USER", "desk"),
                Map.entry("GUICHET_SMTP_PASSWORD", "s3cret"),
                Map.entry("GUICHET_SMTP_TLS", "tls")));

    assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost"));
    assertThat(settings.http().trustedProxies()).containsExactly("10.0.0.1", "::1");
    assertThat(settings.deposit().maxSize()).isEqualTo(1L << 30);
    assertThat(settings.deposit().retryDelays())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    Settings.Smtp smtp = settings.mail().smtp().orElseThrow();
    assertThat(smtp.port()).isEqualTo(465);
    assertThat(smtp.password()).contains(new Settings.Secret("s3cret"));
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void dropsTheSlashAtTheEndOfThePublicAddress() {
    assertThat(read(Map.of("GUICHET_PUBLIC_URL", "https://desk.example.org/x/")).publicUrl())
        .isEqualTo(URI.create("https://desk.example.org/x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GUICHET_SFTP_PORT | 70000 | is not from 1 to 65535",
        "GUICHET_SFTP_PORT | 2222x | is not a whole number",
        "GUICHET_SFTP_PORT | 99999999999 | is not a whole number",
        "GUICHET_SFTP_PORT | 8080 | meets a port that another setting takes",
        "GUICHET_MANAGEMENT_PORT | 8079 | meets a port that another setting takes",
        "GUICHET_SMTP_PORT | 0 | is not from 1 to 65535",
        "GUICHET_BIND | desk.example.org | is not an IP address",
        "GUICHET_TRUSTED_PROXIES | 10.0.0.1,proxy | holds “proxy”, which is not an IP address",
        "GUICHET_PUBLIC_URL | desk.example.org | is not a web address",
        "GUICHET_PUBLIC_URL | https://desk.example.org/?a=b | is not a web address",
        "GUICHET_ZONE | Europe/Lutece | is not a known time zone",
        "GUICHET_NODE | a b | is not a usable name",
        "GUICHET_HEAP_SIZE | 100MB | is too small",
        "GUICHET_DEPOSIT_MAX_SIZE | much | is not a size",
        "GUICHET_DEPOSIT_MAX_SIZE | 999999999999GB | is not a size",
        "GUICHET_DEPOSIT_LEASE | 2m | is not a duration",
        "GUICHET_DEPOSIT_LEASE | PT1S | is shorter than PT5S",
        "GUICHET_DEPOSIT_RETRY_DELAYS | PT1M,soon | is not a list of durations",
        "GUICHET_DEPOSIT_RETRY_DELAYS | PT0S | has a duration that is not longer than nothing",
        "GUICHET_RETENTION_FILES | P0D | is shorter than a day",
        "GUICHET_RETENTION_FILES | ten years | is not a period",
        "GUICHET_SMTP_TLS | ssl | is none of the choices",
        "GUICHET_MAIL_FROM | Desk | is not a mail address",
        "GUICHET_DB_URL | jdbc:mysql://h/g | is no address of a database that works here",
        "GUICHET_TLS_CERTIFICATE | /nowhere/c.pem | is not a file that can be read",
        "GUICHET_DATA | /dev/null/data | is not a folder, nor can be made one",
      })
  void saysWhatIsWrongWith(String variable, String value, String problem) {
    assertThat(mistakes(Map.of(variable, value)))
        .anySatisfy(
            mistake -> {
              assertThat(mistake.variable()).isEqualTo(variable);
              assertThat(mistake.value()).contains(value);
              assertThat(mistake.problem()).isEqualTo(problem);
              assertThat(mistake.expected()).isNotBlank();
            });
  }

  @Test
  void wantsCertificateAndKeyTogether() throws Exception {
    Path certificate = Files.createFile(folder.resolve("c.pem"));

    assertThat(mistakes(Map.of("GUICHET_TLS_CERTIFICATE", certificate.toString())))
        .extracting(SettingMistake::variable)
        .containsExactly("GUICHET_TLS_KEY");
  }

  @Test
  void wantsMailUserAndPasswordTogether() {
    assertThat(mistakes(Map.of("GUICHET_SMTP_USER", "desk")))
        .extracting(SettingMistake::variable)
        .containsExactly("GUICHET_SMTP_PASSWORD");
  }

  @Test
  void sendsNoPasswordReadableOverTheNetwork() {
    Map<String, String> settings = new HashMap<>();
    settings.put("GUICHET_SMTP_USER", "desk");
    settings.put("GUICHET_SMTP_PASSWORD", "s3cret");
    settings.put("GUICHET_SMTP_TLS", "none");

    settings.put("GUICHET_SMTP_HOST", "127.0.0.1");
    assertThat(read(settings).mail().smtp()).isPresent();
    settings.put("GUICHET_SMTP_HOST", "192.0.2.1");
    assertThat(mistakes(settings))
        .extracting(SettingMistake::variable)
        .containsExactly("GUICHET_SMTP_TLS");
  }

  @Test
  void listsAllMistakesAtOnce() {
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                read(
                    Map.of(
                        "GUICHET_SFTP_PORT", "no",
                        "GUICHET_ZONE", "Mars",
                        "GUICHET_BIND", "here")));

    assertThat(refused.mistakes())
        .extracting(SettingMistake::variable)
        .containsExactlyInAnyOrder("GUICHET_SFTP_PORT", "GUICHET_ZONE", "GUICHET_BIND");
    assertThat(refused)
        .hasMessageContainingAll(
            "GUICHET_SFTP_PORT=no: is not a whole number. Expected: A port, 1 to 65535.",
            "GUICHET_ZONE=Mars",
            "GUICHET_BIND=here");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://desk:s3cret@h/g",
    "jdbc:postgresql://h/g?user=x&password=s3cret",
    "jdbc:h2:mem:x;PASSWORD=s3cret",
  })
  void refusesAPasswordInTheDatabaseAddressWithoutRepeatingIt(String url) {
    List<SettingMistake> mistakes = mistakes(Map.of("GUICHET_DB_URL", url));

    assertThat(mistakes).singleElement().asString().contains("GUICHET_DB_PASSWORD");
    assertThat(mistakes.toString()).doesNotContain("s3cret");
  }

  @Test
  void showsNoSecretThatIsPartOfAMistake() {
    List<SettingMistake> mistakes = mistakes(Map.of("GUICHET_SMTP_PASSWORD", "s3cret"));

    assertThat(mistakes).isNotEmpty();
    assertThat(mistakes.toString()).doesNotContain("s3cret");
  }

  @Test
  void tellsMisspeltVariablesAndWhatWasMeantPerhaps() {
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                SettingsReader.read(
                    key -> Optional.empty(), List.of("GUICHET_STFP_PORT", "GUICHET_ZONE", "HOME")));

    assertThat(refused.mistakes())
        .singleElement()
        .hasToString(
            "GUICHET_STFP_PORT: is no setting. Expected: perhaps GUICHET_SFTP_PORT;"
                + " docs/settings.md lists them all");
  }

  private static Settings read(Map<String, String> variables) {
    return SettingsReader.read(SettingsReader.environment(variables));
  }

  private static List<SettingMistake> mistakes(Map<String, String> variables) {
    return catchThrowableOfType(SettingsException.class, () -> read(variables)).mistakes();
  }
}
