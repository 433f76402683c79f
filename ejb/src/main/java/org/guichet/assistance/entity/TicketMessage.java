package org.guichet.assistance.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that either side said. Never changed; removed when its time is over. */
@Entity
@Table(name = "ticket_message")
public class TicketMessage {
  /** The most characters. */
  public static final int MOST = 5000;

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "ticket", nullable = false, updatable = false)
  @SuppressWarnings("UnusedVariable") // holds the foreign key
  private Ticket ticket;

  @Column(nullable = false, updatable = false)
  private int position;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private MessageAuthor author;

  @Column(nullable = false, updatable = false, length = 200)
  private String name;

  @Column(nullable = false, updatable = false, length = 8000)
  private String text;

  @Column(nullable = false, updatable = false)
  private Instant at;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "mail")
  private @Nullable TicketMail mail;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected TicketMessage() {}

  TicketMessage(
      UUID id,
      Ticket ticket,
      int position,
      MessageAuthor author,
      String name,
      String text,
      Instant at) {
    this.id = id;
    this.ticket = ticket;
    this.position = position;
    this.author = author;
    this.name = name;
    this.text = text;
    this.at = at;
  }

  /** From 0, in the order of the thread. */
  public int position() {
    return position;
  }

  /** It was said by this mail. */
  void cameBy(TicketMail whole) {
    mail = whole;
  }

  TicketView.Message view() {
    return new TicketView.Message(
        author,
        name,
        text,
        at,
        Optional.ofNullable(mail)
            .map(m -> new TicketView.Mailed(m.sender(), m.text(), m.attachments())));
  }
}
