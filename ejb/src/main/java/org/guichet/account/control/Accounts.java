package org.guichet.account.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountQuery;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountStep;
import org.guichet.account.entity.Credential;
import org.guichet.account.entity.RecoveryCode;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;

/** Every account, with its history and what it proves itself with. */
public interface Accounts {
  void add(Account account);

  void addStep(AccountStep step);

  Optional<Account> find(AccountId id);

  Optional<Account> findByLogin(String login);

  /** Those that were activated and have this address, folded; a third is never looked at. */
  List<Account> activeByEmail(String folded);

  /** Logins that begin so, in no order. */
  List<String> loginsLike(String beginning);

  /** By name. */
  List<Account> search(AccountQuery query);

  /** How many there are in all. */
  long count(AccountQuery query);

  /** The account's history, the oldest first. */
  List<AccountStep> steps(AccountId account);

  /** Those in a state, the oldest first. */
  List<Account> inState(AccountState state, Instant createdBefore, int most);

  /** Those that were deleted before then. */
  List<Account> deletedBefore(Instant time, int most);

  /**
   * Active ones that nobody used, or renewed, since then, or that end before {@code endBefore}, and
   * that weren't reminded; the oldest first.
   *
   * @param organisation that they belong to; empty: whichever
   * @param first how many to skip
   */
  List<Account> toRemind(
      Optional<OrganisationId> organisation,
      Instant unusedSince,
      Instant endBefore,
      int first,
      int most);

  /** Its person got in: noted beside the row's version, because it may happen twice at once. */
  void signedIn(AccountId id, Instant now);

  /** Its person has seen what is new up to then, and never less: noted beside the row's version. */
  void seen(AccountId id, Instant until);

  /** Erases it with all that belongs to it. */
  void remove(Account account);

  /** What the account proves itself with; made when there is none. */
  Credential credential(AccountId account);

  void addRecoveryCode(RecoveryCode code);

  List<RecoveryCode> recoveryCodes(AccountId account);

  void removeRecoveryCodes(AccountId account);
}
