package org.guichet.assistance.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request with its thread.
 *
 * @param request what was asked; its message is the first of the thread
 * @param role as whom the caller looks at it
 * @param mayAnswer whether the caller may write now
 * @param mayAccept whether the caller may give what is asked for
 * @param mayRefuse whether the caller may refuse it
 * @param assignee name of whoever takes care of it; empty: nobody yet
 * @param assignedToCaller whether that is the caller
 * @param endedBy name of whoever ended it; empty where there is none
 * @param erased whether its personal values are gone
 */
public record TicketView(
    long number,
    TicketStatus status,
    TicketRequest request,
    TicketRole role,
    boolean mayAnswer,
    boolean mayAccept,
    boolean mayRefuse,
    String assignee,
    boolean assignedToCaller,
    Instant createdAt,
    Optional<Instant> endedAt,
    String endedBy,
    boolean erased,
    List<Message> messages) {
  public TicketView {
    messages = List.copyOf(messages);
  }

  public TicketKind kind() {
    return request.kind();
  }

  /**
   * Something that was said.
   *
   * @param name of whoever said it; empty where there is none
   * @param mailed the mail that it came by; empty when it was typed in a page
   */
  public record Message(
      MessageAuthor author, String name, String text, Instant at, Optional<Mailed> mailed) {
    /** Typed in a page. */
    public Message(MessageAuthor author, String name, String text, Instant at) {
      this(author, name, text, at, Optional.empty());
    }
  }

  /**
   * The mail that something came by.
   *
   * @param sender the address that it says it comes from
   * @param whole all that it says, what it quotes included
   * @param attachments names of what came with it and isn't kept
   */
  public record Mailed(String sender, String whole, List<String> attachments) {
    public Mailed {
      attachments = List.copyOf(attachments);
    }
  }
}
