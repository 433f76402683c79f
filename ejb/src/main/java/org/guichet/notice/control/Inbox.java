package org.guichet.notice.control;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;

/** Where mails come back to. A port: an IMAP folder, or what a test puts there. */
public interface Inbox {
  /** Reads one mail. */
  @FunctionalInterface
  interface Reading {
    /**
     * Looks at a mail.
     *
     * @return whether it was one of ours, and is dealt with
     */
    boolean read(Message mail) throws MessagingException, IOException;
  }

  /** How far a folder was read. */
  record Position(long validity, long lastUid) {}

  /** A name for its position: no password. */
  String name();

  /**
   * Has every mail read that came after {@code from}, and marks those that were ours as seen; all
   * others stay as they are. A mail that can't be read is passed over; one that {@code reading}
   * fails with ends the reading before it.
   *
   * @return how far it was read
   */
  Position readAfter(Position from, Reading reading) throws MessagingException;
}
