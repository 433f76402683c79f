package org.guichet.platform.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.guichet.platform.entity.Setting;
import org.guichet.platform.entity.SettingMistake;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.SettingsException;

/**
 * The one place where settings are read. Used by the server, and by its launcher before it, so that
 * both agree on what holds.
 */
public final class SettingsReader {
  private static final Pattern NODE = Pattern.compile("[A-Za-z0-9.-]{1,23}");
  private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");
  private static final Pattern URL_WITH_PASSWORD =
      Pattern.compile("(?i).*([?&;]password=|//[^/]*:[^/]*@).*");
  private static final long SMALLEST_HEAP = 192L << 20;

  private final SettingTexts texts;

  private SettingsReader(Function<String, Optional<String>> source) {
    texts = new SettingTexts(source);
  }

  /**
   * Reads all settings.
   *
   * @param source gives the text under a property key ({@link Setting#property()}), if there is one
   * @throws SettingsException with every mistake that there is
   */
  public static Settings read(Function<String, Optional<String>> source) {
    return read(source, List.of());
  }

  /**
   * As {@link #read(Function)}, and counts misspelt variables as mistakes.
   *
   * @param variables names of all that is in the environment
   */
  public static Settings read(
      Function<String, Optional<String>> source, Collection<String> variables) {
    SettingsReader reader = new SettingsReader(source);
    Settings settings = reader.settings();
    List<SettingMistake> mistakes = new ArrayList<>(reader.texts.mistakes());
    mistakes.addAll(unknown(variables));
    if (!mistakes.isEmpty()) {
      throw new SettingsException(mistakes);
    }
    return settings;
  }

  /** A source that looks at environment variables. */
  public static Function<String, Optional<String>> environment(Map<String, String> variables) {
    Map<String, String> byProperty = new HashMap<>();
    for (Setting setting : Setting.values()) {
      String value = variables.get(setting.variable());
      if (value != null) {
        byProperty.put(setting.property(), value);
      }
    }
    return property -> Optional.ofNullable(byProperty.get(property));
  }

  /** Variables that look like ours but set nothing: misspelt, and so silently without effect. */
  private static List<SettingMistake> unknown(Collection<String> variables) {
    return variables.stream()
        .filter(name -> name.startsWith("GUICHET_") && Setting.ofVariable(name).isEmpty())
        .sorted()
        .map(
            name ->
                new SettingMistake(
                    name,
                    Optional.empty(),
                    "is no setting",
                    "perhaps " + nearest(name) + "; docs/settings.md lists them all"))
        .toList();
  }

  private static String nearest(String name) {
    return Arrays.stream(Setting.values())
        .map(Setting::variable)
        .min(Comparator.comparingInt(variable -> EditDistance.between(name, variable)))
        .orElseThrow();
  }

  private Settings settings() {
    Path data = data();
    Settings.Http http = http();
    int sftpPort = texts.port(Setting.SFTP_PORT);
    refuseSharedPorts(http, sftpPort);
    return new Settings(
        texts.matching(Setting.NODE, NODE, "is not a usable name"),
        data,
        texts.zone(Setting.ZONE),
        texts.webAddress(Setting.PUBLIC_URL).orElseGet(() -> addressOf(http)),
        texts.optionalPath(Setting.SECRET_FILE).orElse(data.resolve("secret")),
        texts.size(Setting.HEAP_SIZE, SMALLEST_HEAP),
        http,
        SftpSettings.read(texts, http.bind(), sftpPort),
        database(data),
        mail(),
        deposit(),
        retention(),
        account(),
        new Settings.Roster(
            texts.duration(Setting.IMPORT_TOGETHER, Duration.ofSeconds(1)),
            texts.readableFile(Setting.IMPORT_HEADERS)));
  }

  private Path data() {
    Path data = texts.path(Setting.DATA);
    Path there = data;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there)) {
      texts.mistake(Setting.DATA, "is not a folder, nor can be made one");
    } else if (!Files.isWritable(there)) {
      texts.mistake(Setting.DATA, "can't be written: no right to write in " + there);
    }
    return data;
  }

  private Settings.Http http() {
    return new Settings.Http(
        texts.address(Setting.BIND),
        texts.port(Setting.HTTP_PORT),
        texts.number(Setting.MANAGEMENT_PORT, 1, 65_534),
        tls(),
        texts.addresses(Setting.TRUSTED_PROXIES));
  }

  private Optional<Settings.Tls> tls() {
    Optional<Path> certificate = texts.readableFile(Setting.TLS_CERTIFICATE);
    Optional<Path> key = texts.readableFile(Setting.TLS_KEY);
    if (texts.optional(Setting.TLS_CERTIFICATE).isPresent()
        != texts.optional(Setting.TLS_KEY).isPresent()) {
      texts.mistake(
          texts.optional(Setting.TLS_CERTIFICATE).isPresent()
              ? Setting.TLS_KEY
              : Setting.TLS_CERTIFICATE,
          "is missing while the other of the two is set");
    }
    Optional<Settings.Tls> tls = certificate.flatMap(c -> key.map(k -> new Settings.Tls(c, k)));
    tls.ifPresent(this::checkContents);
    return tls;
  }

  private void checkContents(Settings.Tls tls) {
    List<Certificate> chain = List.of();
    try {
      chain = PemFiles.certificates(tls.certificate());
    } catch (IOException | CertificateException e) {
      texts.mistake(Setting.TLS_CERTIFICATE, "is not a certificate: " + e.getMessage());
    }
    try {
      PrivateKey key = PemFiles.privateKey(tls.key());
      if (!chain.isEmpty() && !PemFiles.belongTogether(chain.get(0), key)) {
        texts.mistake(Setting.TLS_KEY, "is not the key of the certificate");
      }
    } catch (IOException | GeneralSecurityException e) {
      texts.mistake(Setting.TLS_KEY, "is not a usable key: " + e.getMessage());
    }
  }

  private void refuseSharedPorts(Settings.Http http, int sftpPort) {
    Map<Setting, List<Integer>> ports = new EnumMap<>(Setting.class);
    ports.put(Setting.HTTP_PORT, List.of(http.port()));
    ports.put(Setting.SFTP_PORT, List.of(sftpPort));
    ports.put(Setting.MANAGEMENT_PORT, List.of(http.managementPort(), http.managementPort() + 1));
    List<Integer> taken = new ArrayList<>();
    ports.forEach(
        (setting, numbers) -> {
          if (numbers.stream().anyMatch(taken::contains)) {
            texts.mistake(setting, "meets a port that another setting takes");
          }
          taken.addAll(numbers);
        });
  }

  private static URI addressOf(Settings.Http http) {
    String host =
        switch (http.bind()) {
          case "0.0.0.0", "::" -> "localhost";
          default -> http.bind().contains(":") ? "[" + http.bind() + "]" : http.bind();
        };
    String scheme = http.tls().isPresent() ? "https" : "http";
    int usual = http.tls().isPresent() ? 443 : 80;
    return URI.create(scheme + "://" + host + (http.port() == usual ? "" : ":" + http.port()));
  }

  private Settings.Database database(Path data) {
    Optional<String> given = texts.optional(Setting.DB_URL);
    String url = given.orElseGet(() -> DatabaseUrls.embeddedUnder(data));
    if (URL_WITH_PASSWORD.matcher(url).matches()) {
      texts.mistakeHidden(
          Setting.DB_URL, "holds a password: it belongs to " + Setting.DB_PASSWORD.variable());
    } else if (given.isPresent() && !DatabaseUrls.known(url)) {
      texts.mistake(Setting.DB_URL, "is no address of a database that works here");
    }
    return new Settings.Database(
        DatabaseUrls.completed(url),
        texts.text(Setting.DB_USER),
        texts.number(Setting.DB_CONNECTIONS, 5, 500),
        given.isEmpty());
  }

  private Settings.Mail mail() {
    String from = texts.matching(Setting.MAIL_FROM, MAIL_ADDRESS, "is not a mail address");
    Settings.SmtpTls tls = texts.oneOf(Setting.SMTP_TLS, Settings.SmtpTls.class);
    int port = texts.port(Setting.SMTP_PORT, usualPort(tls));
    Optional<String> user = texts.optional(Setting.SMTP_USER);
    Optional<Settings.Secret> password =
        texts.optional(Setting.SMTP_PASSWORD).map(Settings.Secret::new);
    Optional<String> host = texts.optional(Setting.SMTP_HOST);
    if (user.isPresent() != password.isPresent()) {
      texts.mistake(
          user.isPresent() ? Setting.SMTP_PASSWORD : Setting.SMTP_USER,
          "is missing while the other of the two is set");
    }
    if (host.isPresent()
        && password.isPresent()
        && tls == Settings.SmtpTls.NONE
        && !loopback(host.get())) {
      texts.mistake(Setting.SMTP_TLS, "would send the password readable over the network");
    }
    return new Settings.Mail(
        from,
        host.map(h -> new Settings.Smtp(h, port, user, password, tls)),
        mailAddress(Setting.MAIL_RETURN_PATH),
        authorities(),
        inbox(),
        mailAddress(Setting.MAIL_REPLY_TO),
        mailAddress(Setting.MAIL_DESK),
        texts.timeOfDay(Setting.MAIL_DIGEST_AT),
        texts.number(Setting.MAIL_DEADLINE_DAYS, 0, 90));
  }

  private Optional<String> mailAddress(Setting setting) {
    return texts
        .optional(setting)
        .map(address -> texts.matching(setting, MAIL_ADDRESS, "is not a mail address"));
  }

  private Optional<Path> authorities() {
    Optional<Path> file = texts.readableFile(Setting.MAIL_CA);
    file.ifPresent(
        pem -> {
          try {
            PemFiles.certificates(pem);
          } catch (IOException | CertificateException e) {
            texts.mistake(Setting.MAIL_CA, "holds no certificate: " + e.getMessage());
          }
        });
    return file;
  }

  private Optional<Settings.Inbox> inbox() {
    Settings.SmtpTls tls = texts.oneOf(Setting.IMAP_TLS, Settings.SmtpTls.class);
    int port = texts.port(Setting.IMAP_PORT, tls == Settings.SmtpTls.TLS ? 993 : 143);
    String folder = texts.text(Setting.IMAP_FOLDER);
    Optional<String> host = texts.optional(Setting.IMAP_HOST);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    for (Setting needed : List.of(Setting.IMAP_USER, Setting.IMAP_PASSWORD)) {
      if (texts.optional(needed).isEmpty()) {
        texts.mistake(needed, "is missing while GUICHET_IMAP_HOST is set");
      }
    }
    if (tls == Settings.SmtpTls.NONE && !loopback(host.get())) {
      texts.mistake(Setting.IMAP_TLS, "would send the password readable over the network");
    }
    return Optional.of(
        new Settings.Inbox(
            host.get(),
            port,
            texts.optional(Setting.IMAP_USER).orElse(""),
            new Settings.Secret(texts.optional(Setting.IMAP_PASSWORD).orElse("")),
            tls,
            folder));
  }

  private static int usualPort(Settings.SmtpTls tls) {
    return switch (tls) {
      case STARTTLS -> 587;
      case TLS -> 465;
      case NONE -> 25;
    };
  }

  static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Settings.Deposit deposit() {
    return new Settings.Deposit(
        texts.size(Setting.DEPOSIT_MAX_SIZE, 1),
        texts.number(Setting.DEPOSIT_MAX_PASSAGES, 1, 10_000_000),
        texts.duration(Setting.DEPOSIT_LEASE, Duration.ofSeconds(5)),
        texts.durations(Setting.DEPOSIT_RETRY_DELAYS),
        texts.number(Setting.DEPOSIT_PARALLEL, 1, 64),
        texts.severities(Setting.DEPOSIT_CHECKS));
  }

  private Settings.Retention retention() {
    return new Settings.Retention(
        texts.period(Setting.RETENTION_FILES),
        texts.period(Setting.RETENTION_TRIALS),
        texts.duration(Setting.RETENTION_PARTIALS, Duration.ofMinutes(1)),
        texts.period(Setting.RETENTION_TICKETS),
        texts.period(Setting.RETENTION_MAILS));
  }

  private Settings.Account account() {
    return new Settings.Account(
        texts.duration(Setting.ACCOUNT_SESSION_IDLE, Duration.ofMinutes(1)),
        texts.duration(Setting.ACCOUNT_SESSION_LONGEST, Duration.ofMinutes(1)),
        texts.period(Setting.ACCOUNT_EXPIRY),
        texts.readableFile(Setting.CATALOGUE),
        OpenIdSettings.read(texts),
        texts.period(Setting.ACCOUNT_REVIEW));
  }
}
