package org.guichet.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.platform.entity.Settings;

/** The one source of time, ids and chance, so that tests can give others. */
@ApplicationScoped
public class ClockAndChance {
  // PostgreSQL keeps no more than microseconds: what was written must equal what is read.
  private static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

  private final SecureRandom random = new SecureRandom();

  @Inject Settings settings;

  @Produces
  Clock clock() {
    return CLOCK;
  }

  @Produces
  ZoneId zone() {
    return settings.zone();
  }

  @Produces
  Supplier<UUID> ids() {
    return UUID::randomUUID;
  }

  @Produces
  SecureRandom random() {
    return random;
  }
}
