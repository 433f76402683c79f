package org.guichet.invitation.entity;

import java.util.Optional;
import org.guichet.account.entity.GrantPlace;
import org.guichet.platform.entity.PageRequest;

/**
 * Which codes are asked for.
 *
 * @param text words of the maker’s name, or a whole code; empty for all
 * @param place empty for all that the caller administers
 * @param grouped whether codes of one place stand together, organisations before services; the
 *     order then holds within each
 */
public record InvitationQuery(
    String text,
    Optional<InvitationStatus> status,
    Optional<GrantPlace> place,
    Sort sort,
    boolean descending,
    boolean grouped,
    PageRequest page) {
  /** What the list is in the order of. */
  public enum Sort {
    CREATOR,
    PLACE,
    CREATED,
    LAST_DAY
  }
}
