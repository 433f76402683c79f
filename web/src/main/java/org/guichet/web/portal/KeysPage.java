package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.guichet.organisation.boundary.DoorKeys;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.PublicKey;
import org.guichet.platform.entity.Network;
import org.guichet.platform.entity.Permission;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.StartPage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/keys}: with what the organisation signs in over SFTP, and how it connects.
 */
@Named
@RequestScoped
public class KeysPage {
  /** Whoever has so long left is told so. */
  private static final Duration SOON = Duration.ofDays(30);

  private static final int USUAL_SSH_PORT = 22;

  @Inject WorkedFor worked;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject KeyRing ring;
  @Inject DoorKeys door;
  @Inject StartPage start;
  @Inject Clock clock;

  private @Nullable List<KeyView> all;

  private List<KeyView> all() {
    if (all == null) {
      all =
          ring.list(worked.caller(), worked.matricule()).stream()
              .sorted(Comparator.comparing(KeyView::status).thenComparing(KeyView::name))
              .toList();
    }
    return all;
  }

  /** Those that get in first. */
  public List<Row> getRows() {
    return all().stream().map(this::row).toList();
  }

  /** Whether the visitor may add and stop. */
  public boolean isManaging() {
    return worked.may(Permission.KEY_MANAGE);
  }

  /** Whether technical passwords are taken here. */
  public boolean isPasswords() {
    return ring.takesPasswords(worked.caller(), worked.matricule());
  }

  /** What to type for a session. */
  public String getCommand() {
    return start.command(worked.matricule().value());
  }

  public List<HostKey> getHostKeys() {
    return door.list(worked.caller()).stream().map(this::hostKey).toList();
  }

  private HostKey hostKey(PublicKey key) {
    int port = start.getSftpPort();
    String host = start.getSftpHost();
    String place = port == USUAL_SSH_PORT ? host : "[" + host + "]:" + port;
    String line =
        place + " " + key.algorithm() + " " + Base64.getEncoder().encodeToString(key.wireForm());
    return new HostKey(kind(key.algorithm()), key.fingerprint(), line);
  }

  private Row row(KeyView key) {
    boolean good = key.status() == KeyStatus.GOOD;
    Instant soon = clock.instant().plus(SOON);
    boolean ending = good && key.expiresAt().filter(end -> end.isBefore(soon)).isPresent();
    return new Row(
        key.name(),
        kind(key.algorithm()),
        key.fingerprint(),
        scopes(key),
        key.sources().stream().map(Network::toString).collect(Collectors.joining(", ")),
        ending ? "wa" : good ? "ok" : "ne",
        ending ? "warn" : good ? "up" : "ban",
        text(ending ? "key.state.ENDING" : "key.state." + key.status()),
        key.stoppedAt()
            .map(dates::shortly)
            .or(() -> key.expiresAt().map(end -> dates.day(end.minusMillis(1))))
            .orElseGet(() -> text("keys.endless")),
        key.lastUsedAt().map(dates::shortly).orElseGet(() -> text("key.never")),
        key.lastUsedFrom().orElse(""),
        good);
  }

  private String scopes(KeyView key) {
    return key.scopes().stream()
        .sorted()
        .map(scope -> text("keys.scope." + scope))
        .collect(Collectors.joining(", "));
  }

  /** As people call them. */
  private String kind(String algorithm) {
    if (algorithm.equals("ssh-ed25519")) {
      return "Ed25519";
    }
    if (algorithm.equals("ssh-rsa")) {
      return "RSA";
    }
    return algorithm.startsWith("ecdsa") ? "ECDSA" : text("keys.password");
  }

  private String text(String key) {
    return Texts.in(language.getLocale()).text(key);
  }

  /** Where a key is replaced. */
  public String replacing(String name) {
    return address("key-new?replaces=", name);
  }

  /** Where a key is stopped. */
  public String stopping(String name) {
    return address("key-end?key=", name);
  }

  private String address(String page, String name) {
    return page + URLEncoder.encode(name, StandardCharsets.UTF_8) + worked.getSuffix();
  }

  public String scopeName(KeyScope scope) {
    return text("keys.scope." + scope);
  }

  public String scopeMeaning(KeyScope scope) {
    return text("keys.scope." + scope + ".what");
  }

  /** What a key may be used for, to choose from. */
  public List<KeyScope> getScopes() {
    return List.of(KeyScope.values());
  }

  /**
   * A key of this server.
   *
   * @param line as a client's {@code known_hosts} holds it
   */
  public record HostKey(String kind, String fingerprint, String line) {}

  /**
   * A key in its table; {@code look} and {@code icon} show its state.
   *
   * @param sources from where it is taken; empty: from anywhere
   * @param until its last day, or when it was stopped
   * @param good whether it gets in
   */
  public record Row(
      String name,
      String kind,
      String fingerprint,
      String scopes,
      String sources,
      String look,
      String icon,
      String state,
      String until,
      String used,
      String usedFrom,
      boolean good) {}
}
