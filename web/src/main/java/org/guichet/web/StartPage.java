package org.guichet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guichet.platform.boundary.About;
import org.guichet.platform.entity.Settings;
import org.guichet.web.health.HealthChecks;
import org.guichet.web.health.HealthReport;
import org.jspecify.annotations.Nullable;

/** Backs {@code /}: what runs here, how it is, and how to drop a file. */
@Named
@RequestScoped
public class StartPage {
  private static final int USUAL_SSH_PORT = 22;

  @Inject Settings settings;
  @Inject HealthChecks checks;
  @Inject PageLanguage language;

  private @Nullable HealthReport health;

  public String getVersion() {
    return About.version();
  }

  public String getCommit() {
    return About.commit();
  }

  /** Whether everything that this server needs answers. */
  public boolean isUp() {
    return health().up();
  }

  public List<State> getStates() {
    Texts texts = Texts.in(language.getLocale());
    return health().checks().stream()
        .map(check -> new State(texts.textOr("health." + check.name(), check.name()), check.up()))
        .toList();
  }

  /** Name of the machine that SFTP clients reach. */
  public String getSftpHost() {
    String host = settings.publicUrl().getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  public int getSftpPort() {
    return settings.sftp().port();
  }

  /** What to type for a session, with a placeholder for the matricule. */
  public String command(String matricule) {
    String port = getSftpPort() == USUAL_SSH_PORT ? "" : " -P " + getSftpPort();
    return "sftp" + port + " " + matricule + "@" + settings.publicUrl().getHost();
  }

  private HealthReport health() {
    if (health == null) {
      health = checks.run(HealthChecks.Kind.ALL);
    }
    return health;
  }

  /** How one part of the service is. */
  public record State(String name, boolean up) {}
}
