package org.guichet.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the health checks that the components bring (MicroProfile Health). The server answers the
 * same ones on its management port, which isn't reachable from outside.
 */
@ApplicationScoped
public class HealthChecks {
  private static final Logger log = LoggerFactory.getLogger(HealthChecks.class);

  /** Which checks are asked for. */
  public enum Kind {
    ALL,
    /** Should this server be started anew? */
    LIVE,
    /** Can it take work? */
    READY,
    /** Has it finished starting? */
    STARTED
  }

  @Inject @Any Instance<HealthCheck> all;
  @Inject @Liveness Instance<HealthCheck> live;
  @Inject @Readiness Instance<HealthCheck> ready;
  @Inject @Startup Instance<HealthCheck> started;

  public HealthReport run(Kind kind) {
    return run(
        switch (kind) {
          case ALL -> all;
          case LIVE -> live;
          case READY -> ready;
          case STARTED -> started;
        });
  }

  static HealthReport run(Iterable<HealthCheck> checks) {
    List<HealthReport.Check> results = new ArrayList<>();
    for (HealthCheck check : checks) {
      results.add(run(check));
    }
    results.sort(Comparator.comparing(HealthReport.Check::name));
    return new HealthReport(results);
  }

  private static HealthReport.Check run(HealthCheck check) {
    try {
      HealthCheckResponse response = check.call();
      return new HealthReport.Check(
          response.getName(),
          response.getStatus() == HealthCheckResponse.Status.UP,
          response.getData().orElse(Map.of()));
    } catch (RuntimeException e) {
      // Its message may quote an address or a password, and anybody may read this answer.
      String name = nameOf(check);
      log.warn("WEB-201 health check failed check={} cause={}", name, e.getClass().getName());
      return new HealthReport.Check(name, false, Map.of("cause", e.getClass().getName()));
    }
  }

  /** The class's name, without what a container's proxy adds to it. */
  private static String nameOf(HealthCheck check) {
    String name = check.getClass().getSimpleName();
    int proxy = name.indexOf('$');
    return proxy > 0 ? name.substring(0, proxy) : name;
  }
}
