package org.guichet.notice.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.guichet.notice.entity.ReceivedMail;
import org.guichet.platform.entity.Caller;

/** Everybody who takes mails that people wrote. */
@ApplicationScoped
public class MailTakers {
  private Iterable<MailTaker> takers;

  /** For the container's proxies. */
  protected MailTakers() {
    takers = List.of();
  }

  @Inject
  MailTakers(@Any Instance<MailTaker> takers) {
    this.takers = takers;
  }

  /** For tests and for whoever assembles the desk by hand. */
  public static MailTakers of(Iterable<MailTaker> takers) {
    MailTakers all = new MailTakers();
    all.takers = takers;
    return all;
  }

  /** Offers a mail until somebody takes it; returns whether somebody did. */
  boolean take(Caller caller, ReceivedMail mail) {
    return StreamSupport.stream(takers.spliterator(), false)
        .anyMatch(taker -> taker.take(caller, mail));
  }
}
