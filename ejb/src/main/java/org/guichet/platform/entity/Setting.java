package org.guichet.platform.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every setting that a deployment has, in the order of docs/settings.md, which is made from this
 * list. Each is an environment variable; a system property of the server, where there is one, beats
 * it (MicroProfile Config).
 */
public enum Setting {
  DATA(
      Section.PLACE,
      "guichet.data",
      "data",
      "A folder, made when it is missing.",
      "All that persists lies here. `--data` of `./guichet` beats it."),
  SECRET_FILE(
      Section.PLACE,
      "guichet.secret-file",
      "",
      "A file, made at the first start, readable by its owner only. When empty: `secret` in the"
          + " data folder.",
      "32 random bytes from which the server derives its keys. Losing it ends every pending link."),
  NODE(
      Section.PLACE,
      "guichet.node",
      "node1",
      "1 to 23 letters, digits, `.` or `-`.",
      "Name of this server among those that share a database; must differ from theirs."),
  ZONE(
      Section.PLACE,
      "guichet.zone",
      "Europe/Paris",
      "A time zone of the IANA list.",
      "Where days begin, and in which dates are written."),
  HEAP_SIZE(
      Section.PLACE,
      "guichet.heap-size",
      "384MB",
      "A size from 192MB.",
      "Most memory that the server takes for objects; about 250 MB come on top."),

  BIND(
      Section.DOORS,
      "guichet.bind",
      "127.0.0.1",
      "An IP address of this machine, or `0.0.0.0` for all.",
      "Where the web and SFTP doors listen."),
  HTTP_PORT(Section.DOORS, "guichet.http.port", "8080", "A port, 1 to 65535.", "The web door."),
  SFTP_PORT(Section.DOORS, "guichet.sftp.port", "2222", "A port, 1 to 65535.", "The SFTP door."),
  MANAGEMENT_PORT(
      Section.DOORS,
      "guichet.management.port",
      "9990",
      "A port, 1 to 65534.",
      "Loopback only: the endpoint of `./guichet`. The next port up is the application server's own"
          + " management, loopback too."),
  PUBLIC_URL(
      Section.DOORS,
      "guichet.public-url",
      "",
      "`http://…` or `https://…` without query. When empty: made from address and port of the web"
          + " door.",
      "What links in mails begin with."),
  TLS_CERTIFICATE(
      Section.DOORS,
      "guichet.tls.certificate",
      "",
      "A PEM file, the server's certificate first. Together with `GUICHET_TLS_KEY`.",
      "When set, the web door speaks HTTPS, on the same port."),
  TLS_KEY(
      Section.DOORS,
      "guichet.tls.key",
      "",
      "A PEM file, PKCS#8, without pass phrase.",
      "The private key of that certificate."),
  TRUSTED_PROXIES(
      Section.DOORS,
      "guichet.trusted-proxies",
      "",
      "IP addresses, separated by commas.",
      "Whose `X-Forwarded-For`, `-Proto` and `-Host` are believed. When empty: nobody's."),
  SFTP_MAX_SESSIONS(
      Section.DOORS,
      "guichet.sftp.max-sessions",
      "200",
      "A whole number, 1 to 10000.",
      "SFTP sessions at once, of all organisations together."),
  SFTP_MAX_SESSIONS_PER_ORGANISATION(
      Section.DOORS,
      "guichet.sftp.max-sessions-per-organisation",
      "8",
      "A whole number, 1 to 10000.",
      "SFTP sessions at once of one organisation, wherever they come from."),
  SFTP_MAX_SESSIONS_PER_ADDRESS(
      Section.DOORS,
      "guichet.sftp.max-sessions-per-address",
      "40",
      "A whole number, 1 to 10000.",
      "SFTP sessions at once from one source address; with IPv6, from one `/64`. Organisations may"
          + " share an address."),
  SFTP_MAX_HANDLES(
      Section.DOORS,
      "guichet.sftp.max-handles",
      "16",
      "A whole number, 1 to 1000.",
      "Files and folders that one SFTP session has open at once."),
  SFTP_SIGN_IN_TIME(
      Section.DOORS,
      "guichet.sftp.sign-in-time",
      "PT30S",
      "A duration from 1 second.",
      "Within it an SFTP client has signed in, or is cut."),
  SFTP_SIGN_IN_TRIES(
      Section.DOORS,
      "guichet.sftp.sign-in-tries",
      "6",
      "A whole number, 1 to 100.",
      "Keys or passwords that a client may try on one connection."),
  SFTP_STRICT_KEX(
      Section.DOORS,
      "guichet.sftp.strict-kex",
      "false",
      "`true` or `false`.",
      "Whether SFTP clients without strict key exchange (older than 2024) are refused."),
  SFTP_IDLE_TIMEOUT(
      Section.DOORS,
      "guichet.sftp.idle-timeout",
      "PT10M",
      "A duration from 10 seconds, `PT10M` for ten minutes.",
      "An SFTP session that moves no byte for so long is ended."),
  SFTP_TRUSTED_CA(
      Section.DOORS,
      "guichet.sftp.trusted-ca",
      "",
      "A file of public keys in the form of OpenSSH, one a line. When empty: nobody certifies.",
      "Whose user certificates open the SFTP door: docs/sftp.md."),
  SFTP_PASSWORDS(
      Section.DOORS,
      "guichet.sftp.passwords",
      "false",
      "`true` or `false`.",
      "Whether technical passwords are taken beside keys: docs/sftp.md."),

  DB_URL(
      Section.DATABASE,
      "guichet.db.url",
      "",
      "`jdbc:postgresql://HOST/DATABASE` (14 or newer) or `jdbc:h2:…`, without user or password."
          + " When empty: an embedded H2 under the data folder.",
      "Where rows are."),
  DB_USER(
      Section.DATABASE,
      "guichet.db.user",
      "sa",
      "A name.",
      "Who the server is to the database; owner of its schema."),
  DB_PASSWORD(
      Section.DATABASE,
      "guichet.db.password",
      "",
      "Any text; from the environment only.",
      "That user's password."),
  DB_CONNECTIONS(
      Section.DATABASE,
      "guichet.db.connections",
      "20",
      "A whole number, 5 to 500.",
      "Connections that the server holds at most."),

  SMTP_HOST(
      Section.MAIL,
      "guichet.smtp.host",
      "",
      "A host name or address.",
      "The mail server. When empty: each mail becomes an `.eml` file under `mail/` of the data"
          + " folder."),
  SMTP_PORT(
      Section.MAIL,
      "guichet.smtp.port",
      "",
      "A port, 1 to 65535. When empty: 587 with starttls, 465 with tls, 25 with none.",
      "Its port."),
  SMTP_USER(Section.MAIL, "guichet.smtp.user", "", "A name.", "Whom to sign in as there, if so."),
  SMTP_PASSWORD(
      Section.MAIL, "guichet.smtp.password", "", "Any text.", "That user's password there."),
  SMTP_TLS(
      Section.MAIL,
      "guichet.smtp.tls",
      "starttls",
      "`starttls`, `tls` or `none`.",
      "How the connection is protected. A password goes over `none` to this machine itself only."),
  MAIL_FROM(
      Section.MAIL,
      "guichet.mail.from",
      "guichet@localhost",
      "A mail address.",
      "The sender of every mail."),
  MAIL_RETURN_PATH(
      Section.MAIL,
      "guichet.mail.return-path",
      "",
      "A mail address; a `*` in it stands for the mail's own id, as in"
          + " `retours+*@guichet.example`. When empty: the sender.",
      "Where mail servers send back what they can't deliver (the envelope's sender)."),
  MAIL_CA(
      Section.MAIL,
      "guichet.mail.ca",
      "",
      "A PEM file with one or more certificates.",
      "Authorities whose certificates of mail servers are trusted, beside those that Java trusts."),
  IMAP_HOST(
      Section.MAIL,
      "guichet.imap.host",
      "",
      "A host name or address. When empty: no inbox is read, no mail is known to have come back,"
          + " and no answer by mail arrives.",
      "The server of the inbox that undeliverable mails come back to, and answers to requests for"
          + " assistance."),
  IMAP_PORT(
      Section.MAIL,
      "guichet.imap.port",
      "",
      "A port, 1 to 65535. When empty: 993 with tls, 143 with starttls or none.",
      "Its port."),
  IMAP_USER(Section.MAIL, "guichet.imap.user", "", "A name.", "Whom to sign in as there."),
  IMAP_PASSWORD(
      Section.MAIL, "guichet.imap.password", "", "Any text.", "That user's password there."),
  IMAP_TLS(
      Section.MAIL,
      "guichet.imap.tls",
      "tls",
      "`starttls`, `tls` or `none`.",
      "How the connection is protected. A password goes over `none` to this machine itself only."),
  IMAP_FOLDER(
      Section.MAIL, "guichet.imap.folder", "INBOX", "A name.", "The folder that is looked into."),
  MAIL_REPLY_TO(
      Section.MAIL,
      "guichet.mail.reply-to",
      "",
      "A mail address. When empty: the sender.",
      "Where answers to mails about requests for assistance go; must end in the inbox above."),
  MAIL_DESK(
      Section.MAIL,
      "guichet.mail.desk",
      "",
      "A mail address. When empty: only operators who chose so are told.",
      "The authority's desk, told of requests for assistance that wait, twice an hour at most."),
  MAIL_DIGEST_AT(
      Section.MAIL,
      "guichet.mail.digest-at",
      "18:00",
      "A time of day, `HH:MM`, in `GUICHET_ZONE`.",
      "When the digest of the day leaves, to whoever chose it."),
  MAIL_DEADLINE_DAYS(
      Section.MAIL,
      "guichet.mail.deadline-days",
      "15",
      "A whole number, 0 to 90. 0: nobody is reminded.",
      "How many days before the legal deadline of a rejected passage whoever dropped it and its"
          + " certifier are reminded by mail, at most once a day."),

  DEPOSIT_MAX_SIZE(
      Section.LIMITS,
      "guichet.deposit.max-size",
      "200MB",
      "A size: bytes, or with `kB`, `MB`, `GB` (of 1024 each).",
      "A larger file is refused while it comes."),
  DEPOSIT_MAX_PASSAGES(
      Section.LIMITS,
      "guichet.deposit.max-passages",
      "200000",
      "A whole number, 1 to 10000000.",
      "Passages in one file."),
  DEPOSIT_PARALLEL(
      Section.LIMITS,
      "guichet.deposit.parallel",
      "2",
      "A whole number, 1 to 64.",
      "Organisations whose files one server checks at once."),
  DEPOSIT_CHECKS(
      Section.LIMITS,
      "guichet.deposit.checks",
      "",
      "Entries `GUI-1xx=off`, `=warning`, `=passage` or `=file`, separated by commas.",
      "What content checks do to what they find, where it isn't as usual: docs/checks.md."),
  DEPOSIT_LEASE(
      Section.LIMITS,
      "guichet.deposit.lease",
      "PT2M",
      "A duration from 5 seconds.",
      "For how long a server that fell silent keeps its place before another takes its work over."),
  DEPOSIT_RETRY_DELAYS(
      Section.LIMITS,
      "guichet.deposit.retry-delays",
      "PT30S,PT2M,PT5M",
      "Durations, separated by commas.",
      "How long to wait before each new try after a technical failure; after the last, an operator"
          + " decides."),

  RETENTION_FILES(
      Section.RETENTION,
      "guichet.retention.files",
      "P10Y",
      "A period from 1 day, `P10Y` for ten years.",
      "How long the bytes of decided deposits are kept."),
  RETENTION_TRIALS(
      Section.RETENTION,
      "guichet.retention.trials",
      "P30D",
      "A period from 1 day.",
      "How long trials and their receipts are kept, and corrections and typed passages that nobody goes"
          + " on with."),
  RETENTION_PARTIALS(
      Section.RETENTION,
      "guichet.retention.partials",
      "PT24H",
      "A duration from 1 minute.",
      "How long an upload that was cut short can be resumed."),
  RETENTION_TICKETS(
      Section.RETENTION,
      "guichet.retention.tickets",
      "P24M",
      "A period from 1 day.",
      "How long names, addresses and messages of ended requests for assistance are kept."),
  RETENTION_MAILS(
      Section.RETENTION,
      "guichet.retention.mails",
      "P400D",
      "A period from 1 day, `P400D` for four hundred days.",
      "How long it is kept which mails and digests were sent, to whom and when."),

  IMPORT_TOGETHER(
      Section.IMPORT,
      "guichet.import.together",
      "PT15M",
      "A duration from 1 second.",
      "Files of people that an organisation drops by SFTP within this time of the first are one"
          + " import."),
  IMPORT_HEADERS(
      Section.IMPORT,
      "guichet.import.headers",
      "",
      "A file that can be read.",
      "Words that head columns of your schools' files, beside those that are known:"
          + " docs/import-guide.md."),

  ACCOUNT_SESSION_IDLE(
      Section.ACCOUNTS,
      "guichet.account.session-idle",
      "PT1H",
      "A duration from 1 minute.",
      "Whoever does nothing in the pages for so long has to sign in again."),
  ACCOUNT_SESSION_LONGEST(
      Section.ACCOUNTS,
      "guichet.account.session-longest",
      "PT12H",
      "A duration from 1 minute.",
      "Whoever signed in so long ago has to sign in again."),
  ACCOUNT_EXPIRY(
      Section.ACCOUNTS,
      "guichet.account.expiry",
      "P13M",
      "A period from 1 day, `P13M` for thirteen months.",
      "An account that nobody signed in with for so long expires; an administrator can renew it."),
  ACCOUNT_REVIEW(
      Section.ACCOUNTS,
      "guichet.account.review",
      "P1Y",
      "A period from 1 day, `P1Y` for a year.",
      "So long after the last time, administrators are asked who still is to have rights in their"
          + " organisation or group."),
  CATALOGUE(
      Section.ACCOUNTS,
      "guichet.catalogue",
      "",
      "An XML file by the schema of docs/catalogue.md. When empty: the catalogue that comes with"
          + " this version.",
      "Services, profiles and roles, and what each allows; read again when it changes."),

  OIDC_ISSUER(
      Section.OPENID,
      "guichet.oidc.issuer",
      "",
      "A web address, letter for letter as the provider writes it; `https`, but for a provider on"
          + " this machine. When empty: people sign in with a password only.",
      "The OpenID Connect provider that people may sign in with: docs/oidc.md."),
  OIDC_CLIENT_ID(
      Section.OPENID,
      "guichet.oidc.client-id",
      "",
      "A name.",
      "As whom the provider knows this portal."),
  OIDC_CLIENT_SECRET(
      Section.OPENID,
      "guichet.oidc.client-secret",
      "",
      "Any text.",
      "With what this portal proves to the provider that it is the one."),
  OIDC_CLIENT_AUTH(
      Section.OPENID,
      "guichet.oidc.client-auth",
      "auto",
      "`auto`, `post` or `basic`.",
      "Where the secret stands when the provider is asked: in the form, or in a header. `auto`: in"
          + " the form where the provider says that it takes it so."),
  OIDC_NAME(
      Section.OPENID,
      "guichet.oidc.name",
      "",
      "At most 40 characters, `ProConnect` for example.",
      "What people call the provider; it stands on the button."),
  OIDC_SCOPES(
      Section.OPENID,
      "guichet.oidc.scopes",
      "openid",
      "Names, separated by blanks; `openid` is one of them.",
      "What is asked of the provider. With `email`, people see which of their identities is linked;"
          + " nobody is ever found by it."),
  OIDC_ACR_VALUES(
      Section.OPENID,
      "guichet.oidc.acr-values",
      "",
      "Names of levels, separated by blanks. When empty: none is asked for.",
      "The levels of authentication that the provider is asked for, the best liked first."),
  OIDC_SECOND_FACTOR_ACR(
      Section.OPENID,
      "guichet.oidc.second-factor-acr",
      "",
      "Names of levels, separated by blanks. When empty: none counts.",
      "The levels (`acr`) that stand for a second factor: who signed in so isn't asked for a code of"
          + " the authenticator."),
  OIDC_SECOND_FACTOR_AMR(
      Section.OPENID,
      "guichet.oidc.second-factor-amr",
      "",
      "Names of methods, separated by blanks, `mfa` for example. When empty: none counts.",
      "The methods (`amr`) that stand for a second factor, any one of them."),
  OIDC_TIMEOUT(
      Section.OPENID,
      "guichet.oidc.timeout",
      "PT5S",
      "A duration from 1 second to 1 minute.",
      "For how long the provider is waited for, each time that it is asked something.");

  /** Chapters of docs/settings.md. */
  public enum Section {
    PLACE("The server"),
    DOORS("Doors"),
    DATABASE("Database"),
    MAIL("Mail"),
    LIMITS("Limits and work"),
    RETENTION("Retention"),
    IMPORT("Imports of people"),
    ACCOUNTS("Accounts"),
    OPENID("Signing in with OpenID Connect");

    private final String title;

    Section(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9]");

  private final Section section;
  private final String property;
  private final String defaultText;
  private final String expected;
  private final String purpose;

  Setting(Section section, String property, String defaultText, String expected, String purpose) {
    this.section = section;
    this.property = property;
    this.defaultText = defaultText;
    this.expected = expected;
    this.purpose = purpose;
  }

  /** The setting behind an environment variable. */
  public static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values()).filter(s -> s.variable().equals(variable)).findFirst();
  }

  public Section section() {
    return section;
  }

  /** The key of MicroProfile Config, {@code guichet.sftp.port}. */
  public String property() {
    return property;
  }

  /** The environment variable, {@code GUICHET_SFTP_PORT}, as MicroProfile Config maps it. */
  public String variable() {
    return NOT_IN_NAMES.matcher(property).replaceAll("_").toUpperCase(Locale.ROOT);
  }

  /** What holds when nothing is set; empty where it depends on other settings. */
  public String defaultText() {
    return defaultText;
  }

  /** What a value looks like, with its unit. */
  public String expected() {
    return expected;
  }

  public String purpose() {
    return purpose;
  }

  /** Whether its value is shown nowhere. */
  public boolean secret() {
    return this == DB_PASSWORD
        || this == SMTP_PASSWORD
        || this == IMAP_PASSWORD
        || this == OIDC_CLIENT_SECRET;
  }
}
