package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;

/** An operator said whether an organisation uses a service, whatever the catalogue's default is. */
@Entity
@Table(name = "service_connection")
public class ServiceConnection {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID organisation;

  @Column(nullable = false, updatable = false, length = 60)
  private String service;

  @Column(nullable = false)
  private boolean connected;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ServiceConnection() {}

  public static ServiceConnection of(
      UUID id, OrganisationId organisation, String service, boolean connected, Instant now) {
    ServiceConnection connection = new ServiceConnection();
    connection.id = id;
    connection.organisation = organisation.value();
    connection.service = service;
    connection.turn(connected, now);
    return connection;
  }

  public void turn(boolean on, Instant now) {
    connected = on;
    changedAt = now;
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  public String service() {
    return service;
  }

  public boolean connected() {
    return connected;
  }
}
