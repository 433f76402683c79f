package org.guichet.sftp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells monitors whether the SFTP door is open. */
@Readiness
@ApplicationScoped
public class SftpReadiness implements HealthCheck {
  @Inject SftpDoor door;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("sftp").status(door.listens()).build();
  }
}
