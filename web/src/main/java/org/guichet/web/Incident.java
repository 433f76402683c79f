package org.guichet.web;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fault that somebody met. Its id stands in the log, once, with all that is known, and is what
 * the person is shown, so that whoever is asked finds it.
 */
public record Incident(String id) {
  private static final Logger log = LoggerFactory.getLogger(Incident.class);

  /**
   * Logs a fault.
   *
   * @param where method and path of the request, without its query
   */
  public static Incident of(Throwable fault, String where) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    log.error("WEB-500 incident id={} at {}", id, where, fault);
    return new Incident(id);
  }
}
