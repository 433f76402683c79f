package org.guichet.assistance.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.entity.ReceivedMail;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A mail about requests that somebody wrote, as a whole: filed in a thread, or kept until an
 * operator has looked at it.
 */
@Entity
@Table(name = "ticket_mail")
public class TicketMail {
  /** The most characters that are kept of what a mail says. */
  public static final int TEXT_AT_MOST = 100_000;

  private static final int ATTACHMENTS_AT_MOST = 2500;

  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false, length = 64)
  private String digest;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket")
  private @Nullable Ticket ticket;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private TicketMailState state;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false, length = 24)
  private @Nullable UnfiledReason reason;

  @Column(nullable = false, updatable = false, length = 254)
  private String sender;

  @Column(nullable = false, updatable = false)
  private String subject;

  @Lob
  @Column(nullable = false, updatable = false)
  private String text;

  @Column(nullable = false, updatable = false, length = ATTACHMENTS_AT_MOST)
  private String attachments;

  @Column(name = "received_at", nullable = false, updatable = false)
  private Instant receivedAt;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  @Column(name = "settled_by", length = 200)
  private @Nullable String settledBy;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected TicketMail() {}

  /**
   * Keeps a mail.
   *
   * @param about the request that it says it is about
   * @param why it isn't to be filed by itself; empty: it is about to be
   */
  public static TicketMail receive(
      UUID id,
      ReceivedMail mail,
      Optional<Ticket> about,
      Optional<UnfiledReason> why,
      Instant now) {
    TicketMail kept = new TicketMail();
    kept.id = id;
    kept.digest = mail.digest().hex();
    kept.ticket = about.orElse(null);
    kept.state = TicketMailState.LIFECYCLE.start();
    kept.reason = why.orElse(null);
    kept.sender = mail.sender();
    kept.subject = mail.subject();
    kept.text = cut(mail.text(), TEXT_AT_MOST);
    kept.attachments = cut(String.join("\n", mail.attachments()), ATTACHMENTS_AT_MOST);
    kept.receivedAt = now;
    return kept;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** It stands in this request's thread. */
  public void file(Ticket thread) {
    state = TicketMailState.LIFECYCLE.move(state, TicketMailState.FILED);
    ticket = thread;
  }

  /** An operator filed it, or dealt with it otherwise. */
  public void settle(String who, Instant now) {
    if (state == TicketMailState.UNFILED) {
      state = TicketMailState.LIFECYCLE.move(state, TicketMailState.SETTLED);
    }
    settledBy = who;
    settledAt = now;
  }

  public UUID id() {
    return id;
  }

  public Sha256 digest() {
    return new Sha256(digest);
  }

  public TicketMailState state() {
    return state;
  }

  public String sender() {
    return sender;
  }

  public String text() {
    return text;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Optional<Instant> settledAt() {
    return Optional.ofNullable(settledAt);
  }

  /** Label of whoever dealt with it; empty where nobody had to. */
  public String settledBy() {
    return settledBy == null ? "" : settledBy;
  }

  /** Names of what came with it and isn't kept. */
  public List<String> attachments() {
    return attachments.lines().toList();
  }

  public UnfiledMail view() {
    return new UnfiledMail(
        id,
        Optional.ofNullable(reason).orElse(UnfiledReason.NO_REQUEST),
        sender,
        subject,
        text,
        attachments(),
        Optional.ofNullable(ticket).map(Ticket::number),
        receivedAt);
  }
}
