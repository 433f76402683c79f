package org.guichet.notice.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A notice that was posted, and what became of it. Whoever sends it holds a lease, so that two
 * servers don't send it at once; the lease of a dead server runs out, or ends when that server is
 * back.
 */
@Entity
@Table(name = "notice")
public class PostedNotice {
  private static final int SUBJECT_AT_MOST = 300;

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
  @Column(nullable = false)
  private String arguments;

  @Column(nullable = false, updatable = false)
  private boolean confidential;

  /** Of one whose words are forgotten; the others' can be made again. */
  @Column(length = 300)
  private @Nullable String subject;

  @ElementCollection
  @CollectionTable(name = "notice_attachment", joinColumns = @JoinColumn(name = "notice"))
  @OrderColumn(name = "position")
  private List<PostedAttachment> attachments = new ArrayList<>();

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private NoticeStatus status;

  @Column(updatable = false)
  private @Nullable UUID organisation;

  @Column(updatable = false)
  private @Nullable UUID thread;

  @Column(name = "table_rows")
  private @Nullable String rows;

  @Column(name = "posted_at", nullable = false, updatable = false)
  private Instant postedAt;

  @Column(nullable = false)
  private int attempts;

  @Column(name = "next_try_at", nullable = false)
  private Instant nextTryAt;

  /** Since when it waits, where it was sent again by hand. */
  @Column(name = "waiting_since")
  private @Nullable Instant waitingSince;

  @Column(name = "lease_holder", length = 120)
  private @Nullable String leaseHolder;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  @Embedded private @Nullable LastFailure failure;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Column(name = "refused_at")
  private @Nullable Instant refusedAt;

  @Column(name = "bounced_at")
  private @Nullable Instant bouncedAt;

  @Column(name = "given_up_at")
  private @Nullable Instant givenUpAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected PostedNotice() {}

  private PostedNotice(UUID id, Notice notice, KeptArguments kept, Instant now) {
    this.id = id;
    this.dedupKey = notice.dedupKey();
    this.recipient = notice.to();
    this.language = notice.language().toLanguageTag();
    this.template = notice.template();
    this.arguments = kept.arguments();
    this.rows = kept.rows();
    this.confidential = notice.confidential();
    this.organisation = notice.organisation().map(OrganisationId::value).orElse(null);
    this.thread = notice.thread().orElse(null);
    notice.attachments().forEach(a -> attachments.add(new PostedAttachment(a)));
    this.status = NoticeStatus.LIFECYCLE.start();
    this.postedAt = now;
    this.nextTryAt = now;
  }

  /** Takes a notice in; it is due at once. */
  public static PostedNotice post(UUID id, Notice notice, KeptArguments kept, Instant now) {
    return new PostedNotice(id, notice, kept, now);
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
  public void delay(MailFailure why, Instant next) {
    tried(why);
    nextTryAt = next;
  }

  /** The mail server won't have it. */
  public void refuse(MailFailure why, Instant now) {
    status = NoticeStatus.LIFECYCLE.move(status, NoticeStatus.REFUSED);
    tried(why);
    refusedAt = now;
  }

  /** It could not be sent, and won't be tried again. */
  public void giveUp(MailFailure why, Instant now) {
    status = NoticeStatus.LIFECYCLE.move(status, NoticeStatus.GIVEN_UP);
    tried(why);
    givenUpAt = now;
  }

  /** It was sent, and came back. */
  public void bounce(MailFailure why, Instant now) {
    status = NoticeStatus.LIFECYCLE.move(status, NoticeStatus.BOUNCED);
    failure = new LastFailure(why);
    bouncedAt = now;
  }

  /**
   * Whether what it says is to be forgotten now: it holds what opens something, and is sent, or
   * nobody tries any more.
   */
  public boolean tellsTooMuch() {
    return confidential && subject == null && status != NoticeStatus.WAITING;
  }

  /** What it says is forgotten, its subject aside; it can't be sent again. */
  public void forgetWords(String whatItWasAbout) {
    arguments = "{}";
    rows = null;
    subject = cut(whatItWasAbout);
  }

  private static String cut(String text) {
    return text.length() <= SUBJECT_AT_MOST ? text : text.substring(0, SUBJECT_AT_MOST);
  }

  /** Its subject, once what it says is forgotten. */
  public Optional<String> forgottenSubject() {
    return Optional.ofNullable(subject);
  }

  /** Somebody wants it tried again, as if it were new. */
  public void sendAgain(Instant now) {
    status = NoticeStatus.LIFECYCLE.move(status, NoticeStatus.WAITING);
    waitingSince = now;
    nextTryAt = now;
  }

  /** What kept it from being sent is over. */
  public void dueAt(Instant now) {
    nextTryAt = now;
  }

  private void tried(MailFailure why) {
    attempts++;
    failure = new LastFailure(why);
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

  /** Since when it is tried. */
  public Instant waitingSince() {
    return waitingSince == null ? postedAt : waitingSince;
  }

  /** Why it failed last; it may have been sent since. */
  public Optional<MailFailure> failure() {
    return Optional.ofNullable(failure).map(LastFailure::value);
  }

  public Optional<Instant> sentAt() {
    return Optional.ofNullable(sentAt);
  }

  /** When it got where it stands. */
  public Instant changedAt() {
    Instant changed =
        switch (status) {
          case WAITING -> waitingSince();
          case SENT -> sentAt;
          case REFUSED -> refusedAt;
          case BOUNCED -> bouncedAt;
          case GIVEN_UP -> givenUpAt;
        };
    return changed == null ? postedAt : changed;
  }

  public Optional<OrganisationId> organisation() {
    return Optional.ofNullable(organisation).map(OrganisationId::new);
  }

  public Optional<UUID> thread() {
    return Optional.ofNullable(thread);
  }

  public String recipient() {
    return recipient;
  }

  public String template() {
    return template;
  }

  /** What its texts quote, in the form in which it is kept. */
  public KeptArguments kept() {
    return new KeptArguments(arguments, rows);
  }

  /** What was posted, with what its texts quote read from the form in which it is kept. */
  public Notice notice(Map<String, String> arguments, List<Map<String, String>> rows) {
    return new Notice(
        recipient,
        Locale.forLanguageTag(language),
        template,
        arguments,
        rows,
        attachments.stream().map(PostedAttachment::value).toList(),
        dedupKey,
        organisation(),
        thread(),
        confidential);
  }
}
