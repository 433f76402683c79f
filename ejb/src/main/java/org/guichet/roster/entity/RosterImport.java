package org.guichet.roster.entity;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * An import of people into one organisation, from its first file to the end of the time in which it
 * can be undone. Its rows are elsewhere: there may be hundreds of thousands.
 */
@Entity
@Table(name = "roster_import")
public class RosterImport {
  /** For so long it can be undone. */
  public static final Duration UNDO = Duration.ofDays(30);

  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID organisation;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private ImportState state;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private ImportSource source;

  @Column(name = "created_by", updatable = false)
  private @Nullable UUID createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(name = "pre_delete", nullable = false)
  private boolean preDelete;

  @Column(name = "year_change", nullable = false)
  private boolean yearChange;

  @Column(name = "class_choices", length = 1_000_000)
  private @Nullable String classChoices;

  @Column(nullable = false)
  private long choices;

  @Column(name = "planned_choices")
  private @Nullable Long plannedChoices;

  private @Nullable UUID plan;

  @Column(name = "planned_at")
  private @Nullable Instant plannedAt;

  @Column(length = 1_000_000)
  private @Nullable String summary;

  @Column(name = "lease_holder", length = 150)
  private @Nullable String leaseHolder;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  @Column(name = "work_since")
  private @Nullable Instant workSince;

  @Column(name = "work_done", nullable = false)
  private long workDone;

  @Column(name = "work_expected", nullable = false)
  private long workExpected;

  @Column(length = 100)
  private @Nullable String failure;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "ended_by")
  private @Nullable UUID endedBy;

  @Column(name = "undone_at")
  private @Nullable Instant undoneAt;

  @Column(name = "undone_by")
  private @Nullable UUID undoneBy;

  @Column(name = "undo_reversed")
  private @Nullable Long undoReversed;

  @Column(name = "undo_kept")
  private @Nullable Long undoKept;

  @Column(name = "files_gone_at")
  private @Nullable Instant filesGoneAt;

  @OneToMany(
      mappedBy = "owner",
      cascade = CascadeType.ALL,
      orphanRemoval = true,
      fetch = FetchType.LAZY)
  @OrderBy("place")
  private List<RosterFile> files = new ArrayList<>();

  @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  @OrderBy("at")
  private List<ImportStep> steps = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected RosterImport() {}

  /**
   * Who does something, and when.
   *
   * @param step id of the row of history that it makes
   * @param label of the caller, without personal data
   */
  public record Deed(UUID step, Optional<AccountId> by, String label, Instant at) {}

  public static RosterImport begin(
      UUID id, OrganisationId organisation, ImportSource source, Deed deed) {
    RosterImport begun = new RosterImport();
    begun.id = id;
    begun.organisation = organisation.value();
    begun.state = ImportState.LIFECYCLE.start();
    begun.source = source;
    begun.createdBy = deed.by().map(AccountId::value).orElse(null);
    begun.createdAt = deed.at();
    begun.changedAt = deed.at();
    begun.steps.add(new ImportStep(deed.step(), begun, begun.state, deed.label(), deed.at()));
    return begun;
  }

  private void move(ImportState to, Deed deed) {
    state = ImportState.LIFECYCLE.move(state, to);
    changedAt = deed.at();
    steps.add(new ImportStep(deed.step(), this, to, deed.label(), deed.at()));
  }

  /** Somebody said something new: what was planned is no longer what would be done. */
  private void reconsider(Deed deed) {
    choices++;
    changedAt = deed.at();
    if (state != ImportState.PREPARING) {
      release();
      move(ImportState.PREPARING, deed);
    }
  }

  public RosterFile add(RosterFile.Arrival arrival, Deed deed) {
    RosterFile file = new RosterFile(this, files.size(), arrival);
    files.add(file);
    reconsider(deed);
    return file;
  }

  /** Returns false when there is no such file. */
  public boolean remove(int place, Deed deed) {
    boolean removed = files.removeIf(file -> file.place() == place);
    if (removed) {
      files.stream().filter(file -> file.place() > place).forEach(RosterFile::moveUp);
      plan = null; // its rows name files by their places
      summary = null;
      plannedChoices = null;
      reconsider(deed);
    }
    return removed;
  }

  public void choose(ImportOptions options, Deed deed) {
    if (!options.equals(options())) {
      preDelete = options.preDelete();
      yearChange = options.yearChange();
      reconsider(deed);
    }
  }

  public void read(int place, ReadingWishes wishes, Deed deed) {
    file(place).read(wishes);
    reconsider(deed);
  }

  public void choose(int place, Map<Integer, RosterField> fields, Deed deed) {
    if (!fields.equals(file(place).chosen())) {
      file(place).choose(fields);
      reconsider(deed);
    }
  }

  /**
   * Says what classes are called.
   *
   * @param chosen by label of the files, as text that {@link #classChoices()} gives back
   */
  public void chooseClasses(@Nullable String chosen, Deed deed) {
    classChoices = chosen;
    reconsider(deed);
  }

  /** Somebody said something about a row of the plan; the plan is made anew. */
  public void answered(Deed deed) {
    choices++;
    changedAt = deed.at();
    if (state == ImportState.PLANNED) {
      move(ImportState.PLANNING, deed);
    }
    release();
  }

  /** Asks for the plan; nothing when it stands, or is being made. */
  public void ask(Deed deed) {
    boolean stands = state == ImportState.PLANNED && isPlanCurrent();
    if (!stands && state != ImportState.PLANNING) {
      move(ImportState.PLANNING, deed);
      failure = null;
    }
  }

  /**
   * The plan is made.
   *
   * @param rows under which id they lie
   * @param of what of {@link #choices()} it knows of
   * @param since when it began to look at people
   * @param figures its summary, as text that {@link #summary()} gives back
   */
  public void planned(UUID rows, long of, Instant since, String figures, Deed deed) {
    plan = rows;
    plannedChoices = of;
    plannedAt = since;
    summary = figures;
    failure = null;
    release();
    move(ImportState.PLANNED, deed);
  }

  public void apply(Deed deed) {
    failure = null;
    endedBy = deed.by().map(AccountId::value).orElse(null);
    move(ImportState.APPLYING, deed);
  }

  /** People were changed since the plan was made: it has to be made and read anew. */
  public void outdated(Deed deed) {
    release();
    endedBy = null;
    move(ImportState.PLANNING, deed);
  }

  /** All of it was done. */
  public void applied(Deed deed) {
    endedAt = deed.at();
    release();
    move(ImportState.APPLIED, deed);
  }

  /** Asks to undo it; it has to be asked within {@link #UNDO}. */
  public void undo(Deed deed) {
    failure = null;
    undoneBy = deed.by().map(AccountId::value).orElse(null);
    move(ImportState.UNDOING, deed);
  }

  /**
   * It was undone as far as that goes.
   *
   * @param reversed people who are as they were before
   * @param kept people who were changed since, and stay
   */
  public void undone(long reversed, long kept, Deed deed) {
    undoReversed = reversed;
    undoKept = kept;
    undoneAt = deed.at();
    release();
    move(ImportState.UNDONE, deed);
  }

  public void cancel(Deed deed) {
    endedAt = deed.at();
    endedBy = deed.by().map(AccountId::value).orElse(null);
    release();
    move(ImportState.CANCELLED, deed);
  }

  /** Its work failed; nothing of it was done. It stands where it stood before. */
  public void failed(String incident, Deed deed) {
    failure = incident;
    release();
    switch (state) {
      case PLANNING -> move(ImportState.PREPARING, deed);
      case APPLYING -> {
        plannedChoices = null; // as it stands it can't be done: it has to be made anew
        move(ImportState.PLANNED, deed);
      }
      case UNDOING -> move(ImportState.APPLIED, deed);
      default -> {
        // Somebody gave it up in between.
      }
    }
  }

  /** Its files were erased. */
  public void filesGone(Instant now) {
    filesGoneAt = now;
  }

  /** Takes the work; false when somebody else has it, or there is none. */
  public boolean claim(String holder, Instant now, Instant until) {
    Instant taken = leaseUntil;
    if (!state.isWork() || (taken != null && taken.isAfter(now))) {
      return false;
    }
    leaseHolder = holder;
    leaseUntil = until;
    workSince = now;
    workDone = 0;
    workExpected = 0;
    return true;
  }

  private void release() {
    leaseHolder = null;
    leaseUntil = null;
  }

  /** Whether nobody said anything new since the plan was made. */
  public boolean isPlanCurrent() {
    Long known = plannedChoices;
    return known != null && known == choices;
  }

  public boolean canBeUndone(Instant now) {
    Instant end = endedAt;
    return state == ImportState.APPLIED && end != null && now.isBefore(end.plus(UNDO));
  }

  public UUID id() {
    return id;
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  public ImportState state() {
    return state;
  }

  public ImportSource source() {
    return source;
  }

  public Optional<AccountId> createdBy() {
    return Optional.ofNullable(createdBy).map(AccountId::new);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public ImportOptions options() {
    return new ImportOptions(preDelete, yearChange);
  }

  public Optional<String> classChoices() {
    return Optional.ofNullable(classChoices);
  }

  /** Counts all that was said about it. */
  public long choices() {
    return choices;
  }

  /** Under which id its rows lie. */
  public Optional<UUID> plan() {
    return Optional.ofNullable(plan);
  }

  public Optional<Instant> plannedAt() {
    return Optional.ofNullable(plannedAt);
  }

  public Optional<String> summary() {
    return Optional.ofNullable(summary);
  }

  /** Who has its work at {@code now}. */
  public boolean isHeldBy(String holder) {
    return holder.equals(leaseHolder);
  }

  /**
   * Keeps the work for longer.
   *
   * @param done rows so far, of {@code expected}
   */
  public void renew(Instant until, long done, long expected) {
    leaseUntil = until;
    workDone = done;
    workExpected = expected;
  }

  /** How far the work is, while there is some. */
  public WorkProgress progress() {
    return new WorkProgress(Optional.ofNullable(workSince), workDone, workExpected);
  }

  /** Incident of the last piece of work, where it failed. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** When it was applied, or given up. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public Optional<AccountId> endedBy() {
    return Optional.ofNullable(endedBy).map(AccountId::new);
  }

  public Optional<Instant> undoneAt() {
    return Optional.ofNullable(undoneAt);
  }

  public Optional<AccountId> undoneBy() {
    return Optional.ofNullable(undoneBy).map(AccountId::new);
  }

  /** People whom the undoing gave back what they had; 0 before it. */
  public long undoReversed() {
    return undoReversed == null ? 0 : undoReversed;
  }

  /** People whom the undoing left as they were; 0 before it. */
  public long undoKept() {
    return undoKept == null ? 0 : undoKept;
  }

  public Optional<Instant> filesGoneAt() {
    return Optional.ofNullable(filesGoneAt);
  }

  public List<RosterFile> files() {
    return List.copyOf(files);
  }

  /** The file of this place; it has to be there. */
  public RosterFile file(int place) {
    return files.stream().filter(file -> file.place() == place).findFirst().orElseThrow();
  }

  public List<ImportStep> steps() {
    return List.copyOf(steps);
  }
}
