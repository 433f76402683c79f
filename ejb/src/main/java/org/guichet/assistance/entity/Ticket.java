package org.guichet.assistance.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.assistance.entity.TicketRequest.AskedOrganisation;
import org.guichet.assistance.entity.TicketRequest.Contact;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A request for assistance with its thread. It is decided once; after its end nothing is written
 * any more, and some time later all that is personal is erased.
 */
@Entity
@Table(name = "ticket")
public class Ticket {
  private static final int FOUND_AT_MOST = 1000;

  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private long number;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private TicketKind kind;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private TicketStatus status;

  @Column(nullable = false, updatable = false, length = 35)
  private String language;

  @Column(nullable = false, length = 200)
  private String asker;

  @Column(nullable = false, length = 254)
  private String email;

  @Column(nullable = false, length = 40)
  private String phone;

  @Column(nullable = false)
  private String name;

  @Column(name = "legal_name", nullable = false)
  private String legalName;

  @Column(nullable = false, length = 500)
  private String seat;

  @Column(nullable = false, length = 20)
  private String registration;

  @Column(nullable = false, length = 8)
  private String matricule;

  @Column(nullable = false, length = 2000)
  private String wishes;

  @Column(nullable = false, length = FOUND_AT_MOST)
  private String found;

  private @Nullable UUID account;
  private @Nullable UUID organisation;
  private @Nullable UUID made;
  private @Nullable UUID assignee;

  @Column(name = "assignee_name", length = 200)
  private @Nullable String assigneeName;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "ended_by", length = 200)
  private @Nullable String endedBy;

  @Column(name = "erased_at")
  private @Nullable Instant erasedAt;

  /** When operators were told that it waits. */
  @Column(name = "told_at")
  private @Nullable Instant toldAt;

  @OneToMany(
      mappedBy = "ticket",
      cascade = CascadeType.ALL,
      orphanRemoval = true,
      fetch = FetchType.LAZY)
  @OrderBy("position")
  private List<TicketMessage> messages = new ArrayList<>();

  @OneToMany(mappedBy = "ticket", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  @OrderBy("at")
  private List<TicketStep> steps = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Ticket() {}

  /** Which request it is, and whose. */
  public record Naming(
      UUID id, long number, Optional<AccountId> account, Optional<OrganisationId> answering) {}

  /**
   * Takes a request without mistakes.
   *
   * @param step id of its first step
   * @param by label of the caller
   */
  public static Ticket open(
      Naming naming, TicketRequest request, UUID step, String by, Instant now) {
    Ticket ticket = new Ticket();
    ticket.id = naming.id();
    ticket.number = naming.number();
    ticket.kind = request.kind();
    ticket.status = TicketStatus.LIFECYCLE.start();
    ticket.language = request.contact().language().toLanguageTag();
    ticket.account = naming.account().map(AccountId::value).orElse(null);
    ticket.organisation = naming.answering().map(OrganisationId::value).orElse(null);
    ticket.tell(request.contact(), request.organisation());
    ticket.createdAt = now;
    ticket.changedAt = now;
    ticket.steps.add(new TicketStep(step, ticket, ticket.status, by, now));
    return ticket;
  }

  private void tell(Contact contact, AskedOrganisation about) {
    asker = contact.name();
    email = contact.email();
    phone = contact.phone();
    name = about.name();
    legalName = about.legalName();
    seat = about.seat();
    registration = about.registration();
    matricule = about.matricule();
    wishes = about.wishes();
    String all = String.join("\n", asker, email, name, legalName, matricule);
    String folded = all.toLowerCase(Locale.ROOT);
    found = folded.length() > FOUND_AT_MOST ? folded.substring(0, FOUND_AT_MOST) : folded;
  }

  /** Whoever asked says something: it waits for an answer again. */
  public void ask(UUID message, String text, UUID step, String by, Instant now) {
    say(message, MessageAuthor.ASKER, asker, text, now);
    if (status != TicketStatus.OPEN && assignee == null) {
      toldAt = null; // nobody takes care of it, so all are to know
    }
    move(TicketStatus.OPEN, step, by, now);
  }

  /** Whoever answers says something: it waits for whoever asked. */
  public void answer(UUID message, String who, String text, UUID step, String by, Instant now) {
    say(message, MessageAuthor.DESK, who, text, now);
    move(TicketStatus.ANSWERED, step, by, now);
  }

  /** What was said last came by this mail. */
  public void cameBy(TicketMail mail) {
    messages.get(messages.size() - 1).cameBy(mail);
    mail.file(this);
  }

  /** Operators were told that it waits. */
  public void told(Instant now) {
    toldAt = now;
  }

  private void say(UUID message, MessageAuthor author, String who, String text, Instant now) {
    messages.add(new TicketMessage(message, this, messages.size(), author, who, text, now));
    changedAt = now;
  }

  /** What was asked for is given: this organisation. */
  public void accept(OrganisationId given, Ending ending) {
    made = given.value();
    end(TicketStatus.ACCEPTED, ending);
  }

  public void refuse(UUID message, String reason, Ending ending) {
    end(TicketStatus.REFUSED, ending);
    say(message, MessageAuthor.DESK, ending.name(), reason, ending.at());
  }

  public void close(Ending ending) {
    end(TicketStatus.CLOSED, ending);
  }

  private void end(TicketStatus how, Ending ending) {
    status = TicketStatus.LIFECYCLE.move(status, how);
    steps.add(new TicketStep(ending.step(), this, how, ending.by(), ending.at()));
    endedAt = ending.at();
    endedBy = ending.name();
    changedAt = ending.at();
  }

  /**
   * How it ends.
   *
   * @param step id of the step
   * @param by label of the caller
   * @param name of the caller; empty where there is none
   */
  public record Ending(UUID step, String by, String name, Instant at) {}

  private void move(TicketStatus to, UUID step, String by, Instant now) {
    if (status != to) {
      status = TicketStatus.LIFECYCLE.move(status, to);
      steps.add(new TicketStep(step, this, to, by, now));
    }
  }

  /** Somebody takes care of it from now on. */
  public void assign(AccountId who, String whoseName) {
    assignee = who.value();
    assigneeName = whoseName;
  }

  /** Erases all that is personal; number, kind and history stay. */
  public void erase(Instant now) {
    tell(new Contact("", "", "", Locale.forLanguageTag(language)), AskedOrganisation.NONE);
    messages.clear();
    account = null;
    erasedAt = now;
  }

  public UUID id() {
    return id;
  }

  public long number() {
    return number;
  }

  public TicketStatus status() {
    return status;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Name of whoever ended it; empty where there is none. */
  public String endedBy() {
    return endedBy == null ? "" : endedBy;
  }

  public boolean erased() {
    return erasedAt != null;
  }

  public Optional<AccountId> account() {
    return Optional.ofNullable(account).map(AccountId::new);
  }

  /** Whose administrators answer; empty: the operator. */
  public Optional<OrganisationId> organisation() {
    return Optional.ofNullable(organisation).map(OrganisationId::new);
  }

  /** The organisation that accepting it gave. */
  public Optional<OrganisationId> given() {
    return Optional.ofNullable(made).map(OrganisationId::new);
  }

  public Optional<AccountId> assignee() {
    return Optional.ofNullable(assignee).map(AccountId::new);
  }

  public String assigneeName() {
    return assigneeName == null ? "" : assigneeName;
  }

  /** How many things were said. */
  public int length() {
    return messages.size();
  }

  public List<TicketView.Message> thread() {
    return messages.stream().map(TicketMessage::view).toList();
  }

  public List<TicketStatus> history() {
    return steps.stream().map(TicketStep::status).toList();
  }

  /** What was asked; without its message, which is the first of the thread. */
  public TicketRequest request() {
    return new TicketRequest(
        kind,
        new Contact(asker, email, phone, Locale.forLanguageTag(language)),
        new AskedOrganisation(name, legalName, seat, registration, matricule, wishes),
        "");
  }

  public TicketRow row() {
    return new TicketRow(number, kind, status, asker, name, assigneeName(), createdAt, changedAt);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
