package org.guichet.platform.entity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.flux.Severities;

/**
 * All that a deployment can choose, read in one place and checked at start-up. Components are
 * handed their own part. docs/settings.md lists every one.
 *
 * @param node name of this server among those that share a database
 * @param data the folder under which everything that persists lies
 * @param zone in which days begin and dates are written
 * @param publicUrl what links in mails begin with; no slash at its end
 * @param heapSize in bytes, of the server's JVM
 */
public record Settings(
    String node,
    Path data,
    ZoneId zone,
    URI publicUrl,
    Path secretFile,
    long heapSize,
    Http http,
    Sftp sftp,
    Database database,
    Mail mail,
    Deposit deposit,
    Retention retention,
    Account account,
    Roster roster) {

  /** With imports as usual. */
  public Settings(
      String node,
      Path data,
      ZoneId zone,
      URI publicUrl,
      Path secretFile,
      long heapSize,
      Http http,
      Sftp sftp,
      Database database,
      Mail mail,
      Deposit deposit,
      Retention retention,
      Account account) {
    this(
        node,
        data,
        zone,
        publicUrl,
        secretFile,
        heapSize,
        http,
        sftp,
        database,
        mail,
        deposit,
        retention,
        account,
        new Roster(Duration.ofMinutes(15), Optional.empty()));
  }

  /**
   * Imports of people.
   *
   * @param together files that come by SFTP within this time are one import
   * @param headers words of headers that are known beside those that come with this version
   */
  public record Roster(Duration together, Optional<Path> headers) {}

  /**
   * The web door.
   *
   * @param managementPort loopback only: the command line's endpoint; the next port is the server's
   *     own management
   * @param tls certificate and key, where the server itself speaks TLS
   * @param trustedProxies addresses whose X-Forwarded headers are believed
   */
  public record Http(
      String bind, int port, int managementPort, Optional<Tls> tls, List<String> trustedProxies) {
    public Http {
      trustedProxies = List.copyOf(trustedProxies);
    }
  }

  /** PEM files. */
  public record Tls(Path certificate, Path key) {}

  /**
   * The SFTP door.
   *
   * @param trust with what clients may come
   */
  public record Sftp(String bind, int port, SftpLimits limits, SftpTrust trust) {}

  /**
   * With what clients may come to the SFTP door, keys aside.
   *
   * @param strictKeyExchange whether clients that don't speak it are refused
   * @param passwords whether technical passwords are taken
   * @param authorities a file with the public keys of who may certify; empty: nobody may
   */
  public record SftpTrust(
      boolean strictKeyExchange, boolean passwords, Optional<Path> authorities) {}

  /**
   * How much of the SFTP door anybody may take.
   *
   * @param sessions at once, all organisations together
   * @param sessionsPerOrganisation at once of one organisation
   * @param sessionsPerAddress at once from one source address
   * @param handles files and folders that one session has open at once
   * @param signInTime within which a client has signed in
   * @param signInTries keys or passwords that may be tried on one connection
   * @param idleTimeout a session that moves no byte for so long is ended
   */
  public record SftpLimits(
      int sessions,
      int sessionsPerOrganisation,
      int sessionsPerAddress,
      int handles,
      Duration signInTime,
      int signInTries,
      Duration idleTimeout) {}

  /**
   * Where rows are.
   *
   * @param url a JDBC URL of H2 or PostgreSQL; never holds a password
   * @param connections held at most
   * @param embedded whether it is the one under the data folder
   */
  public record Database(String url, String user, int connections, boolean embedded) {}

  /**
   * How mails leave.
   *
   * @param smtp empty: each mail becomes a file under {@code DATA/mail/}
   * @param returnPath where undeliverable mails are sent back to; {@code *} is the mail's id
   * @param ca PEM file of authorities that are trusted beside Java's own
   * @param replyTo where answers to mails that can be answered go; empty: to the sender
   * @param desk of the authority's desk, which is told of requests for assistance
   * @param digestAt time of the day at which digests leave, in the deployment's zone
   * @param deadlineDays how many days before a legal deadline organisations are reminded; 0: never
   */
  public record Mail(
      String from,
      Optional<Smtp> smtp,
      Optional<String> returnPath,
      Optional<Path> ca,
      Optional<Inbox> inbox,
      Optional<String> replyTo,
      Optional<String> desk,
      LocalTime digestAt,
      int deadlineDays) {
    private static final int USUAL_DAYS = 15;

    /** With reminders as usual. */
    public Mail(
        String from,
        Optional<Smtp> smtp,
        Optional<String> returnPath,
        Optional<Path> ca,
        Optional<Inbox> inbox,
        Optional<String> replyTo,
        Optional<String> desk,
        LocalTime digestAt) {
      this(from, smtp, returnPath, ca, inbox, replyTo, desk, digestAt, USUAL_DAYS);
    }

    /** The sender, a server and the hour, and nothing else. */
    public Mail(String from, Optional<Smtp> smtp, LocalTime digestAt) {
      this(
          from,
          smtp,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          digestAt);
    }
  }

  /** A folder of an IMAP server, to which undeliverable mails come back, and answers. */
  public record Inbox(
      String host, int port, String user, Secret password, SmtpTls tls, String folder) {}

  /** A mail server. */
  public record Smtp(
      String host, int port, Optional<String> user, Optional<Secret> password, SmtpTls tls) {}

  /** How the connection to the mail server is protected. */
  public enum SmtpTls {
    NONE,
    STARTTLS,
    TLS
  }

  /**
   * The checking of files.
   *
   * @param maxSize in bytes; a larger file is refused while it comes
   * @param maxPassages in one file
   * @param lease for how long a server that works on an organisation's line is waited for
   * @param retryDelays how long to wait before each new try after a technical failure
   * @param parallel how many organisations' files one server checks at once
   * @param severities of content checks
   */
  public record Deposit(
      long maxSize,
      int maxPassages,
      Duration lease,
      List<Duration> retryDelays,
      int parallel,
      Severities severities) {
    public Deposit {
      retryDelays = List.copyOf(retryDelays);
    }
  }

  /**
   * What is kept for how long.
   *
   * @param files bytes of decided deposits
   * @param trials rows and receipts of trials
   * @param partials uploads cut short
   * @param tickets what is personal in requests for assistance, from their end
   * @param mails rows of mails and digests, from when they were posted
   */
  public record Retention(
      Period files, Period trials, Duration partials, Period tickets, Period mails) {}

  /**
   * People's accounts.
   *
   * @param sessionIdle whoever does nothing for so long has to sign in again
   * @param sessionLongest whoever signed in so long ago has to sign in again
   * @param expiry an account that nobody signed in with for so long expires
   * @param catalogue empty: the one that comes with this version
   * @param openId whom else people may sign in with; empty: with a password only
   * @param review so often administrators are asked who still is to have rights
   */
  public record Account(
      Duration sessionIdle,
      Duration sessionLongest,
      Period expiry,
      Optional<Path> catalogue,
      Optional<OpenId> openId,
      Period review) {
    /** With reviews once a year. */
    public Account(
        Duration sessionIdle,
        Duration sessionLongest,
        Period expiry,
        Optional<Path> catalogue,
        Optional<OpenId> openId) {
      this(sessionIdle, sessionLongest, expiry, catalogue, openId, Period.ofYears(1));
    }

    /** With passwords only. */
    public Account(
        Duration sessionIdle, Duration sessionLongest, Period expiry, Optional<Path> catalogue) {
      this(sessionIdle, sessionLongest, expiry, catalogue, Optional.empty());
    }
  }

  /**
   * An OpenID Connect provider.
   *
   * @param issuer letter for letter
   * @param name what people call it
   * @param scopes with {@code openid} among them
   * @param acrValues levels that it is asked for, the best liked first
   * @param secondFactorAcr levels that stand for a second factor
   * @param secondFactorAmr methods that stand for a second factor, any one of them
   * @param timeout for how long it is waited for, each time
   */
  public record OpenId(
      String issuer,
      String clientId,
      Secret clientSecret,
      ClientProof clientProof,
      String name,
      List<String> scopes,
      List<String> acrValues,
      Set<String> secondFactorAcr,
      Set<String> secondFactorAmr,
      Duration timeout) {
    public OpenId {
      scopes = List.copyOf(scopes);
      acrValues = List.copyOf(acrValues);
      secondFactorAcr = Set.copyOf(secondFactorAcr);
      secondFactorAmr = Set.copyOf(secondFactorAmr);
    }
  }

  /** Where the secret stands when the provider is asked. */
  public enum ClientProof {
    /** In the form where the provider says that it takes it so, else in a header. */
    AUTO,
    POST,
    BASIC
  }

  /** A value that no log, exception or page ever shows. */
  public record Secret(String value) {
    @Override
    public String toString() {
      return "(secret)";
    }
  }
}
