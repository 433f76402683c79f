package org.guichet.notice.control;

import jakarta.mail.internet.MimeMessage;

/** Hands mails on. A port: a mail server, or a folder where none is set. */
public interface MailTransport {
  /**
   * Returns when the mail is out of our hands for good.
   *
   * @param name for a file, the same when the mail is sent again
   * @throws UndeliveredException when it isn't, as far as is known
   */
  void deliver(MimeMessage message, String name) throws UndeliveredException;
}
