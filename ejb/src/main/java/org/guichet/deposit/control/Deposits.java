package org.guichet.deposit.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.PassageCount;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/** All deposits: also the queue of those that wait. */
public interface Deposits {
  /** Fails at once when another deposit holds the same dedup key. */
  void add(Deposit deposit);

  void addHistory(DepositHistory step);

  Optional<Deposit> find(DepositId id);

  Optional<Deposit> findByNumber(long number);

  /** The deposit that stands, or is in progress, with these bytes. */
  Optional<Deposit> findByDedupKey(String dedupKey);

  /** The latest real deposit of these bytes by this organisation. */
  Optional<Deposit> latestOf(OrganisationId organisation, Sha256 sha256);

  /** The first of a line that is neither decided nor failed. */
  Optional<Deposit> head(OrganisationId organisation, DepositKind kind);

  /** Newest first. */
  List<Deposit> list(DepositQuery query);

  /**
   * Real deposits of an organisation in this state that declare passages, the latest of its line
   * first.
   */
  List<Deposit> declaring(
      OrganisationId organisation, DepositStatus status, Instant since, int most);

  /**
   * Those whose file's name begins so, in these very letters, the newest first.
   *
   * @param organisation empty: of all
   */
  List<Deposit> named(Optional<OrganisationId> organisation, String beginning, int most);

  /** How many {@link #named} would give without its limit. */
  long countNamed(Optional<OrganisationId> organisation, String beginning);

  /**
   * Real deposits that were decided, given up on or refused since, the newest first.
   *
   * @param since when that was, exclusive
   */
  List<Deposit> decidedSince(OrganisationId organisation, Instant since, int most);

  /** How many {@link #list} would give without its limits. */
  long count(Optional<OrganisationId> organisation, DepositStatus status);

  /**
   * Real deposits that are decided.
   *
   * @param from when they were received, inclusive
   * @param until exclusive
   */
  PassageCount passages(Optional<OrganisationId> organisation, Instant from, Instant until);

  /** Trials decided before {@code before}, some of them. */
  List<Deposit> oldTrials(Instant before, int most);

  /** Real deposits decided before {@code before} whose file is still kept, some of them. */
  List<Deposit> oldFiles(Instant before, int most);

  /** Whether a deposit other than {@code but} needs these bytes. */
  boolean needed(Sha256 sha256, DepositId but);

  /** With its history; only for what isn't to be kept. */
  void remove(Deposit deposit);

  long nextNumber();

  long nextLine();

  long nextTreatment();
}
