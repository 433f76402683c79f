package org.guichet.account.entity;

import java.util.Optional;
import org.guichet.platform.entity.PageRequest;

/**
 * Which people of an organisation are wanted, in which order.
 *
 * @param search part of a name, a login or an address; empty for all
 * @param profile code that they have
 */
public record MemberQuery(
    String search,
    Optional<AccountState> state,
    Optional<String> profile,
    Sort sort,
    boolean descending,
    PageRequest page) {

  /** What they are ordered by. */
  public enum Sort {
    NAME,
    LOGIN,
    EMAIL,
    STATE,
    LAST_SIGN_IN,
    CREATED
  }

  public static MemberQuery all(PageRequest page) {
    return new MemberQuery("", Optional.empty(), Optional.empty(), Sort.NAME, false, page);
  }
}
