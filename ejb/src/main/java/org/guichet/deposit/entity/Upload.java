package org.guichet.deposit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A file that hasn't come whole, or waits for its last name. Its bytes lie in the incoming folder
 * under its id, which becomes the deposit's when it is complete.
 */
@Entity
@Table(name = "upload")
public class Upload {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "organisation", updatable = false)
  private UUID organisation;

  @Column(name = "sender", updatable = false)
  private String sender;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", updatable = false)
  private DropFolder folder;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", updatable = false)
  private Channel channel;

  @Column(name = "name")
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private UploadState state;

  @Column(name = "boot")
  private String boot;

  @Column(name = "corrects")
  private @Nullable UUID corrects;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Upload() {}

  /**
   * Some session begins a file.
   *
   * @param boot which run of which server holds the session; when it is over, so is the session
   */
  public static Upload begin(
      DepositId id,
      OrganisationId organisation,
      Matricule sender,
      DropFolder folder,
      Channel channel,
      String name,
      String boot,
      Instant now) {
    Upload upload = new Upload();
    upload.id = id.value();
    upload.organisation = organisation.value();
    upload.sender = sender.value();
    upload.folder = folder;
    upload.channel = channel;
    upload.name = name;
    upload.state = UploadState.LIFECYCLE.start();
    upload.boot = boot;
    upload.startedAt = now;
    upload.changedAt = now;
    return upload;
  }

  /** Whoever sends it says which deposit it mends. */
  public void correct(DepositId other) {
    corrects = other.value();
  }

  /** A session goes on with it. */
  public void resume(String newBoot, Instant now) {
    move(UploadState.OPEN, now);
    boot = newBoot;
  }

  /** Its client closed it under a name that doesn't count. */
  public void setAside(Instant now) {
    move(UploadState.WAITING, now);
  }

  /** Its session ended in the middle. */
  public void breakOff(Instant now) {
    move(UploadState.BROKEN, now);
  }

  public void rename(String newName, Instant now) {
    name = newName;
    changedAt = now;
  }

  private void move(UploadState to, Instant now) {
    state = UploadState.LIFECYCLE.move(state, to);
    changedAt = now;
  }

  public DepositId id() {
    return new DepositId(id);
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  /** Which run of which server held its last session. */
  public String boot() {
    return boot;
  }

  public UploadState state() {
    return state;
  }

  /** Everything that others may see of it. */
  public PendingUpload view() {
    return new PendingUpload(
        id(),
        organisation(),
        new Matricule(sender),
        folder,
        channel,
        name,
        state,
        startedAt,
        changedAt,
        Optional.ofNullable(corrects).map(DepositId::new));
  }
}
