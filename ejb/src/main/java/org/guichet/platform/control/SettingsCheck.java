package org.guichet.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.guichet.platform.boundary.About;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fails the deployment when the settings have mistakes, before any file is taken in. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SettingsCheck {
  private static final Logger log = LoggerFactory.getLogger(SettingsCheck.class);

  @Inject Settings settings;

  @PostConstruct
  void tell() {
    log.info(
        "PLT-101 settings are sound version={} commit={} node={} data={} database={} mail={}",
        About.version(),
        About.commit(),
        settings.node(),
        settings.data(),
        settings.database().embedded() ? "embedded" : "external",
        settings.mail().smtp().isPresent() ? "smtp" : "files");
  }
}
