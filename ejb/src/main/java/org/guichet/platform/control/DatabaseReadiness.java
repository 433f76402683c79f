package org.guichet.platform.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
  private static final int SECONDS = 3;

  @Resource(lookup = "java:jboss/datasources/GuichetDS")
  DataSource database;

  @Override
  public HealthCheckResponse call() {
    boolean valid;
    try (Connection connection = database.getConnection()) {
      valid = connection.isValid(SECONDS);
    } catch (SQLException e) {
      valid = false;
    }
    return HealthCheckResponse.named("database").status(valid).build();
  }
}
