package org.guichet.notice.boundary;

import org.guichet.notice.entity.ReceivedMail;
import org.guichet.platform.entity.Caller;

/**
 * Takes mails that people wrote. A port: this component knows which mail of ours one answers, those
 * after it know what that was about.
 */
public interface MailTaker {
  /**
   * Takes a mail that concerns it; taking the same again is harmless. What it throws has the mail
   * read again later.
   *
   * @return whether it concerned it, and is kept
   */
  boolean take(Caller caller, ReceivedMail mail);
}
