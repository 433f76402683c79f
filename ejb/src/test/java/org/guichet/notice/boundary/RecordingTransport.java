package org.guichet.notice.boundary;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.guichet.notice.control.MailTransport;
import org.guichet.notice.control.UndeliveredException;
import org.guichet.notice.entity.MailFailure;
import org.jspecify.annotations.Nullable;

/** Keeps mails, and fails when a test says so. */
public final class RecordingTransport implements MailTransport {
  private final List<MimeMessage> delivered = new ArrayList<>();
  private @Nullable UndeliveredException failure;
  private Runnable meanwhile = () -> {};
  private int tries;

  /** All that was handed over, repeats included. */
  public List<MimeMessage> delivered() {
    return List.copyOf(delivered);
  }

  public int tries() {
    return tries;
  }

  /** Every further mail fails. */
  public void failWith(MailFailure.Kind kind, @Nullable String answer, String words) {
    failure =
        new UndeliveredException(
            new MailFailure(kind, answer, words), new MessagingException(words));
  }

  /** Every further mail is taken. */
  public void recover() {
    failure = null;
  }

  /** Something happens while a mail is being handed over. */
  public void meanwhile(Runnable work) {
    meanwhile = work;
  }

  @Override
  public void deliver(MimeMessage message, String name) throws UndeliveredException {
    tries++;
    meanwhile.run();
    if (failure != null) {
      throw failure;
    }
    try {
      message.saveChanges();
    } catch (MessagingException e) {
      throw new UndeliveredException(MailFailure.Kind.BROKEN_OFF, e);
    }
    delivered.add(message);
  }
}
