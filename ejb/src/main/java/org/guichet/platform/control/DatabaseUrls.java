package org.guichet.platform.control;

import java.nio.file.Path;

/** What is known of the addresses of the two kinds of database. */
final class DatabaseUrls {
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String H2 = "jdbc:h2:";

  private DatabaseUrls() {}

  /**
   * The embedded database. {@code async}, because one interrupted thread would close any other kind
   * for every connection; no write delay, because what was told as kept must survive a kill; and a
   * cache (in kilobytes) that holds what a few batches of verdicts touch: more only means more for
   * the collector to look at. Whoever waits for another's row waits for 20 s, not H2's 2 s: a disk
   * that is slow for a moment must not fail a check.
   */
  static String embeddedUnder(Path data) {
    return H2
        + "async:"
        + data.resolve("db").resolve("guichet")
        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=65536;LOCK_TIMEOUT=20000";
  }

  static boolean known(String url) {
    return url.startsWith(POSTGRESQL) || url.startsWith(H2);
  }

  /**
   * Adds what the server relies on: PostgreSQL must find out the types of untyped nulls, is to be
   * sent many rows in one statement, and what it says of failures, which ends up in logs, must not
   * quote people's values.
   */
  static String completed(String url) {
    String typed = with(url, "stringtype", "unspecified");
    return url.startsWith(POSTGRESQL)
        ? with(with(typed, "reWriteBatchedInserts", "true"), "logServerErrorDetail", "false")
        : url;
  }

  private static String with(String url, String name, String value) {
    return url.contains(name + "=")
        ? url
        : url + (url.contains("?") ? "&" : "?") + name + "=" + value;
  }
}
