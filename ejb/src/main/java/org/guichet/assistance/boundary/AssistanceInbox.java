package org.guichet.assistance.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.guichet.notice.boundary.MailTaker;
import org.guichet.notice.entity.ReceivedMail;
import org.guichet.platform.entity.Caller;

/** Takes what people mail to us about requests. */
@ApplicationScoped
public class AssistanceInbox implements MailTaker {
  @Inject TicketReplies replies;

  @Override
  public boolean take(Caller caller, ReceivedMail mail) {
    return replies.take(caller, mail);
  }
}
