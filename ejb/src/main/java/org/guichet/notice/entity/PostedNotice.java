package org.guichet.notice.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that was posted, and what became of it. Whoever sends it holds a lease, so that two
 * servers don't send it at once; the lease of a dead server runs out, or ends when that server is
 * back.
 */
@Entity
@Table(name = "notice")
public class PostedNotice {
  private static final int FAILURE_AT_MOST = 300;

  @Id private UUID id;
  @Version private long version;

  @Column(name = "dedup_key", nullable = false, updatable = false, length = 200)
  private String dedupKey;

  @Column(nullable = false, updatable = false, length = 254)
  private String recipient;

  @Column(nullable = false, updatable = false, length = 35)
  private String language;

  @Column(nullable = false, updatable = false, length = 100)
  private String template;

  @Lob
  @Column(nullable = false, updatable = false)
  private String arguments;

  @ElementCollection
  @CollectionTable(name = "notice_attachment", joinColumns = @JoinColumn(name = "notice"))
  @OrderColumn(name = "position")
  private List<PostedAttachment> attachments = new ArrayList<>();

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private NoticeStatus status;

  @Column(name = "posted_at", nullable = false, updatable = false)
  private Instant postedAt;

  @Column(nullable = false)
  private int attempts;

  @Column(name = "next_try_at", nullable = false)
  private Instant nextTryAt;

  @Column(name = "lease_holder", length = 120)
  private @Nullable String leaseHolder;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  @Column(name = "last_failure", length = FAILURE_AT_MOST)
  private @Nullable String lastFailure;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Column(name = "given_up_at")
  private @Nullable Instant givenUpAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected PostedNotice() {}

  private PostedNotice(UUID id, Notice notice, String arguments, Instant now) {
    this.id = id;
    this.dedupKey = notice.dedupKey();
    this.recipient = notice.to();
    this.language = notice.language().toLanguageTag();
    this.template = notice.template();
    this.arguments = arguments;
    notice.attachments().forEach(a -> attachments.add(new PostedAttachment(a)));
    this.status = NoticeStatus.LIFECYCLE.start();
    this.postedAt = now;
    this.nextTryAt = now;
  }

  /**
   * Takes a notice in; it is due at once.
   *
   * @param arguments those of the notice, in the form in which they are kept
   */
  public static PostedNotice post(UUID id, Notice notice, String arguments, Instant now) {
    return new PostedNotice(id, notice, arguments, now);
  }

  /** Whether nobody is at it and its next try is due. */
  public boolean due(Instant now) {
    return status == NoticeStatus.WAITING
        && !nextTryAt.isAfter(now)
        && (leaseUntil == null || leaseUntil.isBefore(now));
  }

  /** Whoever claimed it sends it; nobody else does before the lease runs out. */
  public void lease(String holder, Instant until) {
    leaseHolder = holder;
    leaseUntil = until;
  }

  /** Whoever held it doesn't any more. */
  public void release() {
    leaseHolder = null;
    leaseUntil = null;
  }

  public Optional<String> leaseHolder() {
    return Optional.ofNullable(leaseHolder);
  }

  public void sent(Instant now) {
    status = NoticeStatus.LIFECYCLE.move(status, NoticeStatus.SENT);
    attempts++;
    sentAt = now;
    release();
  }

  /** It could not be sent; it is due again at {@code next}. */
  public void delay(String why, Instant next) {
    failed(why);
    nextTryAt = next;
  }

  /** It could not be sent, and won't be tried again. */
  public void giveUp(String why, Instant now) {
    status = NoticeStatus.LIFECYCLE.move(status, NoticeStatus.GIVEN_UP);
    failed(why);
    givenUpAt = now;
  }

  private void failed(String why) {
    attempts++;
    lastFailure = why.length() > FAILURE_AT_MOST ? why.substring(0, FAILURE_AT_MOST) : why;
    release();
  }

  public UUID id() {
    return id;
  }

  public String dedupKey() {
    return dedupKey;
  }

  public NoticeStatus status() {
    return status;
  }

  public Instant postedAt() {
    return postedAt;
  }

  /** How often it was tried, the successful time included. */
  public int attempts() {
    return attempts;
  }

  public Instant nextTryAt() {
    return nextTryAt;
  }

  public Optional<String> lastFailure() {
    return Optional.ofNullable(lastFailure);
  }

  public Optional<Instant> sentAt() {
    return Optional.ofNullable(sentAt);
  }

  public Optional<Instant> givenUpAt() {
    return Optional.ofNullable(givenUpAt);
  }

  public String template() {
    return template;
  }

  /** The arguments in the form in which they are kept. */
  public String arguments() {
    return arguments;
  }

  /**
   * What was posted.
   *
   * @param read the arguments, read from the form in which they are kept
   */
  public Notice notice(Map<String, String> read) {
    return new Notice(
        recipient,
        Locale.forLanguageTag(language),
        template,
        read,
        attachments.stream().map(PostedAttachment::value).toList(),
        dedupKey);
  }
}
