package org.guichet.organisation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A session over SFTP that is open somewhere. It is there from the first time that its door looks
 * at it until it is over: one that lasts a moment never is.
 */
@Entity
@Table(name = "sftp_session")
public class SftpSession {
  private static final int LONGEST_SHOWN = 100;

  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID organisation;

  @Column(name = "sftp_key", updatable = false)
  private @Nullable UUID key;

  @Column(nullable = false, updatable = false, length = LONGEST_SHOWN)
  private String shown;

  @Column(nullable = false, updatable = false, length = 64)
  private String address;

  @Column(nullable = false, updatable = false)
  private Instant since;

  @Column(nullable = false, updatable = false, length = 80)
  private String run;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SftpSession() {}

  /**
   * Notes one that is open.
   *
   * @param key empty for a certificate
   * @param shown the key's name, or the certificate's fingerprint
   * @param run name of the server's run that holds it
   */
  public static SftpSession open(
      UUID id,
      OrganisationId organisation,
      Optional<KeyId> key,
      String shown,
      String address,
      Instant since,
      String run) {
    SftpSession session = new SftpSession();
    session.id = id;
    session.organisation = organisation.value();
    session.key = key.map(KeyId::value).orElse(null);
    session.shown = shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) : shown;
    session.address = address;
    session.since = since;
    session.run = run;
    return session;
  }

  /** Its door ends it when it looks next; returns false, and changes nothing, when it will. */
  public boolean end(Instant now) {
    if (endedAt != null) {
      return false;
    }
    endedAt = now;
    return true;
  }

  public boolean ended() {
    return endedAt != null;
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  /** The key that it signed in with; empty for a certificate. */
  public Optional<KeyId> key() {
    return Optional.ofNullable(key).map(KeyId::new);
  }

  /** Name of the server's run that holds it. */
  public String run() {
    return run;
  }

  public SftpSessionView view() {
    return new SftpSessionView(id, shown, key().isEmpty(), address, since, ended());
  }
}
