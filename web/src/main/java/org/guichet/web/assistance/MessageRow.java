package org.guichet.web.assistance;

import java.time.Instant;
import java.util.Optional;
import org.guichet.assistance.entity.MessageAuthor;
import org.guichet.assistance.entity.TicketView;
import org.guichet.assistance.entity.TicketView.Mailed;
import org.guichet.web.Texts;

/**
 * Something that was said, as a page shows it.
 *
 * @param mine whether the reader's side said it
 * @param attachments what came with the mail and isn't kept; empty for nothing
 * @param sender by whose mail it came, as the reader may know; empty where it was typed in a page
 * @param whole all that the mail says, for whoever may read it; empty where there is no more
 */
public record MessageRow(
    String author,
    boolean mine,
    Instant at,
    String text,
    String attachments,
    String sender,
    String whole) {
  /**
   * As whoever asked reads it: people who answer are not named, nor their mails shown.
   *
   * @param message of the thread
   */
  static MessageRow forAsker(TicketView.Message message, Texts texts) {
    boolean mine = message.author() == MessageAuthor.ASKER;
    return of(
        texts.text(mine ? "ticket.author.you" : "ticket.author.desk"),
        mine,
        message,
        mine ? message.mailed() : Optional.empty(),
        texts);
  }

  /** As whoever answers reads it. */
  static MessageRow forDesk(TicketView.Message message, Texts texts) {
    boolean mine = message.author() == MessageAuthor.DESK;
    String side = texts.text(mine ? "ticket.author.desk" : "ticket.author.asker");
    return of(
        message.name().isEmpty() ? side : message.name() + " · " + side,
        mine,
        message,
        message.mailed(),
        texts);
  }

  private static MessageRow of(
      String author, boolean mine, TicketView.Message message, Optional<Mailed> mail, Texts texts) {
    return new MessageRow(
        author,
        mine,
        message.at(),
        message.text(),
        mail.map(Mailed::attachments)
            .filter(names -> !names.isEmpty())
            .map(names -> texts.text("ticket.mail.attachments", String.join(", ", names)))
            .orElse(""),
        mail.map(one -> texts.text("ticket.mail.from", one.sender())).orElse(""),
        mail.map(Mailed::whole).orElse(""));
  }
}
