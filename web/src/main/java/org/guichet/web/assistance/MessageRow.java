package org.guichet.web.assistance;

import java.time.Instant;
import org.guichet.assistance.entity.MessageAuthor;
import org.guichet.assistance.entity.TicketView;
import org.guichet.web.Texts;

/**
 * Something that was said, as a page shows it.
 *
 * @param mine whether the reader's side said it
 */
public record MessageRow(String author, boolean mine, Instant at, String text) {
  /**
   * As whoever asked reads it: people who answer are not named.
   *
   * @param message of the thread
   */
  static MessageRow forAsker(TicketView.Message message, Texts texts) {
    boolean mine = message.author() == MessageAuthor.ASKER;
    return new MessageRow(
        texts.text(mine ? "ticket.author.you" : "ticket.author.desk"),
        mine,
        message.at(),
        message.text());
  }

  /** As whoever answers reads it. */
  static MessageRow forDesk(TicketView.Message message, Texts texts) {
    boolean mine = message.author() == MessageAuthor.DESK;
    String side = texts.text(mine ? "ticket.author.desk" : "ticket.author.asker");
    return new MessageRow(
        message.name().isEmpty() ? side : message.name() + " · " + side,
        mine,
        message.at(),
        message.text());
  }
}
