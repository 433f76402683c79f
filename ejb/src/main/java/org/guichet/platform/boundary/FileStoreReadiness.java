package org.guichet.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether a file could be kept now. */
@Readiness
@ApplicationScoped
public class FileStoreReadiness implements HealthCheck {
  @Inject FileStore store;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("file-store").status(store.writable()).build();
  }
}
