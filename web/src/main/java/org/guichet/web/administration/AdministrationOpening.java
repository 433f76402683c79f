package org.guichet.web.administration;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the administration endpoint when the server has started, and closes it when it stops. */
@WebListener
public class AdministrationOpening implements ServletContextListener {
  private static final Logger log = LoggerFactory.getLogger(AdministrationOpening.class);

  @Inject Settings settings;
  @Inject AdministrationKey key;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    try {
      key.layDown(settings.data(), settings.http().managementPort());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key of the administration endpoint can't be written under " + settings.data(), e);
    }
    log.info("WEB-101 administration open port={}", settings.http().managementPort());
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    try {
      key.takeAway(settings.data());
      log.info("WEB-102 administration closed");
    } catch (IOException e) {
      // The next start replaces it, and it opens nothing without a server.
      log.warn("WEB-103 administration key stays behind cause={}", e.toString());
    }
  }
}
