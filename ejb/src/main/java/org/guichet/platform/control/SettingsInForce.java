package org.guichet.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.guichet.platform.entity.Settings;

/** Reads the settings once and hands each component its own part. */
@ApplicationScoped
public class SettingsInForce {
  @Inject Config config;

  @SuppressWarnings("NullAway.Init") // read before anybody can ask
  private Settings settings;

  @PostConstruct
  void read() {
    settings = SettingsReader.read(key -> config.getOptionalValue(key, String.class));
  }

  @Produces
  Settings all() {
    return settings;
  }

  @Produces
  Settings.Http http() {
    return settings.http();
  }

  @Produces
  Settings.Sftp sftp() {
    return settings.sftp();
  }

  @Produces
  Settings.Mail mail() {
    return settings.mail();
  }

  @Produces
  Settings.Deposit deposit() {
    return settings.deposit();
  }

  @Produces
  Settings.Retention retention() {
    return settings.retention();
  }

  @Produces
  Settings.Account account() {
    return settings.account();
  }
}
