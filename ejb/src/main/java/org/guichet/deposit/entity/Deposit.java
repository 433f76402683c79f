package org.guichet.deposit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxHeader;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody dropped: received, read, decided. It is also the queue: while it is neither
 * decided nor failed, it waits in its organisation's line, in the order of {@link #line()}.
 */
@Entity
@Table(name = "deposit")
public class Deposit {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "number", updatable = false)
  private long number;

  @Column(name = "organisation", updatable = false)
  private UUID organisation;

  @Column(name = "sender", updatable = false)
  private String sender;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", updatable = false)
  private DepositKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", updatable = false)
  private Channel channel;

  @Column(name = "file_name", updatable = false)
  private String fileName;

  @Column(name = "file_size", updatable = false)
  private long size;

  @Column(name = "sha256", updatable = false)
  private @Nullable String sha256;

  @Column(name = "kept")
  private boolean kept;

  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  @Column(name = "resumes", updatable = false)
  private @Nullable UUID resumes;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private DepositStatus status;

  @Column(name = "corrects")
  private @Nullable UUID corrects;

  @Column(name = "dedup_key")
  private @Nullable String dedupKey;

  @Column(name = "line")
  private long line;

  @Column(name = "treatment")
  private @Nullable Long treatment;

  @Column(name = "attempt")
  private @Nullable UUID attempt;

  @Column(name = "starts")
  private int starts;

  @Column(name = "failures")
  private int failures;

  @Column(name = "next_try_at")
  private @Nullable Instant nextTryAt;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "refusal")
  private @Nullable RefusalCode refusal;

  @Column(name = "id_flux")
  private @Nullable String idFlux;

  @Column(name = "action")
  private @Nullable String action;

  @Column(name = "issuer")
  private @Nullable String issuer;

  @Column(name = "certifier")
  private @Nullable UUID certifier;

  @Column(name = "certifier_matricule")
  private @Nullable String certifierMatricule;

  @Column(name = "contract")
  private @Nullable String contract;

  @Column(name = "accepted")
  private int accepted;

  @Column(name = "rejected")
  private int rejected;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Deposit() {}

  /**
   * A drop that starts its life in the line.
   *
   * @param number by which people know it
   * @param line its place in the organisation's line
   * @param resumes the latest earlier deposit of the same bytes that doesn't stand any more
   */
  public static Deposit receive(
      Drop drop, long number, long line, @Nullable DepositId resumes, Instant now) {
    Deposit deposit = new Deposit();
    deposit.id = drop.id().value();
    deposit.number = number;
    deposit.organisation = drop.organisation().value();
    deposit.sender = drop.sender().value();
    deposit.kind = drop.kind();
    deposit.channel = drop.channel();
    deposit.fileName = drop.fileName();
    deposit.size = drop.size();
    deposit.sha256 = drop.sha256().map(Sha256::hex).orElse(null);
    deposit.kept = drop.sha256().isPresent();
    deposit.refusal = drop.refusal().orElse(null);
    deposit.receivedAt = now;
    deposit.resumes = resumes == null ? null : resumes.value();
    deposit.corrects = drop.corrects().map(DepositId::value).orElse(null);
    deposit.status = DepositStatus.LIFECYCLE.start();
    deposit.line = line;
    if (drop.kind() == DepositKind.REAL && drop.sha256().isPresent()) {
      deposit.dedupKey = dedupKey(drop.organisation(), drop.sha256().get());
    }
    return deposit;
  }

  /** What makes two drops the same: unique among those that are in progress or stand in full. */
  public static String dedupKey(OrganisationId organisation, Sha256 sha256) {
    return organisation.value() + ":" + sha256.hex();
  }

  /**
   * Some server begins to read it. A server that died in the middle leaves it CHECKING; the next
   * one begins again from there.
   *
   * @param newTreatment used when it has no treatment number yet
   */
  public void start(UUID newAttempt, long newTreatment) {
    if (status != DepositStatus.CHECKING) {
      status = DepositStatus.LIFECYCLE.move(status, DepositStatus.CHECKING);
    }
    attempt = newAttempt;
    starts++;
    nextTryAt = null;
    if (treatment == null) {
      treatment = newTreatment;
    }
  }

  /** A technical failure: it waits for {@code delay}, at the same place of the line. */
  public void tryAgainAfter(Duration delay, Instant now) {
    status = DepositStatus.LIFECYCLE.move(status, DepositStatus.RECEIVED);
    failures++;
    nextTryAt = now.plus(delay);
  }

  /** Servers died in the middle of it again and again: others go first for {@code delay}. */
  public void restAfterDeaths(Duration delay, Instant now) {
    status = DepositStatus.LIFECYCLE.move(status, DepositStatus.RECEIVED);
    nextTryAt = now.plus(delay);
  }

  /** A technical failure for the last time. The line goes on without it. */
  public void fail(Instant now) {
    status = DepositStatus.LIFECYCLE.move(status, DepositStatus.FAILED);
    failures++;
    nextTryAt = null;
    dedupKey = null;
    decidedAt = now;
  }

  /**
   * An operator wants it tried once more, at the end of the line.
   *
   * @param claimDedup whether no other drop of the same bytes stands, so that this one does again
   */
  public void retry(long newLine, boolean claimDedup) {
    status = DepositStatus.LIFECYCLE.move(status, DepositStatus.RECEIVED);
    line = newLine;
    failures = 0;
    starts = 0;
    decidedAt = null;
    if (claimDedup && kind == DepositKind.REAL && sha256 != null) {
      dedupKey = dedupKey(new OrganisationId(organisation), new Sha256(sha256));
    }
  }

  /** An operator gives it up: it goes through the line once more, to be answered KO. */
  public void giveUp(long newLine) {
    retry(newLine, false);
    refusal = RefusalCode.GIVEN_UP;
  }

  /** What its file says of itself, as far as it could be read. */
  public void describe(FluxHeader header, @Nullable OrganisationId namedCertifier) {
    idFlux = cut(header.idFlux(), 50);
    action = header.action().name();
    issuer = cut(header.issuer(), 32);
    certifierMatricule = cut(header.certifier(), 32);
    contract = cut(header.contract(), 64);
    certifier = namedCertifier == null ? null : namedCertifier.value();
  }

  /** It turns out to hold rejected passages of another deposit; harmless when that is known. */
  public void correct(DepositId other) {
    if (corrects == null) {
      corrects = other.value();
    }
  }

  /**
   * Whether it may hold rejected passages of another deposit, by what its file says: not if it
   * takes passages back, nor if both name a certifier and not the same.
   */
  public boolean mayCorrect(Deposit other) {
    return !takesBack()
        && (certifier == null || other.certifier == null || certifier.equals(other.certifier));
  }

  /** Whoever dropped it was wrong in saying that it mends another. */
  public void standAlone() {
    corrects = null;
  }

  public void refuse(RefusalCode code, Instant now) {
    status = DepositStatus.LIFECYCLE.move(status, DepositStatus.REJECTED);
    refusal = code;
    dedupKey = null;
    decidedAt = now;
  }

  /** Its passages are judged. Only a deposit taken in full keeps its bytes from being new again. */
  public void decide(int acceptedPassages, int rejectedPassages, Instant now) {
    DepositStatus verdict = DepositStatus.ACCEPTED;
    if (rejectedPassages > 0) {
      verdict = acceptedPassages > 0 ? DepositStatus.PARTLY_ACCEPTED : DepositStatus.REJECTED;
    }
    status = DepositStatus.LIFECYCLE.move(status, verdict);
    accepted = acceptedPassages;
    rejected = rejectedPassages;
    decidedAt = now;
    if (verdict != DepositStatus.ACCEPTED) {
      dedupKey = null;
    }
  }

  /** Some of its accepted passages were taken back; {@code left} of them still stand. */
  public void takeBack(int left) {
    dedupKey = null;
    if (left == 0) {
      status = DepositStatus.LIFECYCLE.move(status, DepositStatus.WITHDRAWN);
    }
  }

  /** Its bytes are gone from the store. */
  public void forgetFile() {
    kept = false;
  }

  public DepositId id() {
    return new DepositId(id);
  }

  public long number() {
    return number;
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  public Matricule sender() {
    return new Matricule(sender);
  }

  public DepositKind kind() {
    return kind;
  }

  public boolean trial() {
    return kind == DepositKind.TRIAL;
  }

  public String fileName() {
    return fileName;
  }

  public long size() {
    return size;
  }

  public Optional<Sha256> sha256() {
    return Optional.ofNullable(sha256).map(Sha256::new);
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public DepositStatus status() {
    return status;
  }

  public long line() {
    return line;
  }

  /** The number that the rapport calls idTraitement; zero before the first start. */
  public long treatment() {
    return treatment == null ? 0 : treatment;
  }

  public Optional<UUID> attempt() {
    return Optional.ofNullable(attempt);
  }

  public int starts() {
    return starts;
  }

  public int failures() {
    return failures;
  }

  public boolean due(Instant now) {
    return nextTryAt == null || !now.isBefore(nextTryAt);
  }

  public Optional<RefusalCode> refusal() {
    return Optional.ofNullable(refusal);
  }

  public Optional<OrganisationId> certifier() {
    return Optional.ofNullable(certifier).map(OrganisationId::new);
  }

  /** Whether its file names passages to be taken back, as far as it was read. */
  public boolean takesBack() {
    return FluxAction.SUPPRESSION.name().equals(action);
  }

  /** The deposit whose rejected passages it holds. */
  public Optional<DepositId> corrects() {
    return Optional.ofNullable(corrects).map(DepositId::new);
  }

  /** The number by which a certifier may be deposited for, as the file says. */
  public Optional<String> contract() {
    return Optional.ofNullable(contract);
  }

  /** What its file calls itself. */
  public Optional<String> idFlux() {
    return Optional.ofNullable(idFlux);
  }

  /** Grows with every change of the row. */
  public long version() {
    return version;
  }

  /** When its verdict was given, or when it failed. */
  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  /** Whether the store still has its bytes. */
  public boolean kept() {
    return kept;
  }

  public boolean holdsDedupKey() {
    return dedupKey != null;
  }

  /** What a refused file says may be longer than the schema allows. */
  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }

  /** Everything that others may see of it. */
  public DepositView view() {
    return new DepositView(
        id(),
        number,
        sender(),
        fileName,
        size,
        sha256(),
        kind,
        channel,
        status,
        receivedAt,
        decidedAt(),
        refusal(),
        Optional.ofNullable(treatment),
        Optional.ofNullable(idFlux),
        Optional.ofNullable(certifierMatricule),
        Optional.ofNullable(contract),
        accepted,
        rejected,
        Optional.ofNullable(resumes).map(DepositId::new));
  }
}
