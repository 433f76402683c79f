package org.guichet.invitation.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.entity.AdministeredPlaces;
import org.guichet.account.entity.GrantPlace;
import org.guichet.invitation.entity.Invitation;
import org.guichet.invitation.entity.InvitationQuery;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/** All invitation codes there are. */
public interface InvitationBook {
  void add(Invitation invitation);

  Optional<Invitation> find(UUID id);

  /** Those made at once, in the order in which they were made. */
  List<Invitation> batch(UUID batch);

  Optional<Invitation> find(Sha256 lookUp);

  /** The same; until the transaction ends, nobody else gets it, and it is as it stands now. */
  Optional<Invitation> lock(Sha256 lookUp);

  /** The same by its id. */
  Optional<Invitation> lock(UUID id);

  /**
   * A part of the list.
   *
   * @param within what may be seen
   * @param lookUp of the whole code that is searched for, if one is
   */
  List<Invitation> page(
      InvitationQuery query, AdministeredPlaces within, Optional<Sha256> lookUp, Instant now);

  long count(
      InvitationQuery query, AdministeredPlaces within, Optional<Sha256> lookUp, Instant now);

  /** Organisations that there are codes of, by name; at most so many. */
  List<OrganisationId> organisations(int most);

  /** Those that are over and still hold their code; at most so many. */
  List<Invitation> overWithCode(Instant now, int most);

  /** Valid ones that end before {@code soon}, of which nobody was reminded; at most so many. */
  List<Invitation> ending(Instant now, Instant soon, Instant madeBefore, int most);

  /** Those that this account redeemed, the newest first. */
  List<Invitation> usedBy(AccountId account);

  /** Those of a place that somebody redeemed, the newest last. */
  List<Invitation> used(GrantPlace place);
}
