package org.guichet.account.entity;

import java.util.Optional;
import org.guichet.platform.entity.PageRequest;

/**
 * Which people of an organisation are wanted, in which order.
 *
 * @param search part of a name, a login or an address; empty for all
 * @param profile code that they have
 * @param administrator whether they administer the organisation; empty for all
 */
public record MemberQuery(
    String search,
    Optional<Standing> standing,
    Optional<String> profile,
    Optional<Boolean> administrator,
    Sort sort,
    boolean descending,
    PageRequest page) {

  /** How an account stands: its state, an active one whose time is over apart. */
  public enum Standing {
    PENDING,
    ACTIVE,
    EXPIRED,
    DISABLED,
    DELETED
  }

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
    return of("", page);
  }

  /** Whom this text finds, by name. */
  public static MemberQuery of(String search, PageRequest page) {
    return new MemberQuery(
        search, Optional.empty(), Optional.empty(), Optional.empty(), Sort.NAME, false, page);
  }
}
