package org.guichet.account.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.entity.LinkedIdentity;
import org.guichet.account.entity.ProviderVisit;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.SessionId;
import org.guichet.platform.entity.Sha256;

/** Identities at the provider, and visits from there. */
public interface Identities {
  void add(LinkedIdentity identity);

  /** By the two names that say who it is. */
  Optional<LinkedIdentity> find(String issuer, String subject);

  Optional<LinkedIdentity> find(UUID id);

  /** Those of an account, the oldest link first. */
  List<LinkedIdentity> of(AccountId account);

  void remove(LinkedIdentity identity);

  void add(ProviderVisit visit);

  Optional<ProviderVisit> findVisit(UUID id);

  /** By the state that went to the provider and back. */
  Optional<ProviderVisit> findVisitByState(Sha256 state);

  /** By the token with which its identity may be linked. */
  Optional<ProviderVisit> findVisitByOffer(Sha256 offer);

  /** The visit that led to a session. */
  Optional<ProviderVisit> findVisit(SessionId session);

  /** Forgets visits that began before; tells how many. */
  int forget(Instant begunBefore);
}
