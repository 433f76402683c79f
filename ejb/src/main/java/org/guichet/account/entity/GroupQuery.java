package org.guichet.account.entity;

import java.util.Optional;
import org.guichet.platform.entity.PageRequest;

/**
 * Which people of a service's group are wanted, in which order.
 *
 * @param search part of a name, a login or an address; empty for all
 * @param role code that they have
 */
public record GroupQuery(
    String search, Optional<String> role, Sort sort, boolean descending, PageRequest page) {
  /** What they are ordered by. */
  public enum Sort {
    NAME,
    LAST_SIGN_IN,
    SINCE
  }

  /** The same of those who have a role. */
  public GroupQuery of(String code) {
    return new GroupQuery(search, Optional.of(code), sort, descending, page);
  }

  public static GroupQuery all(PageRequest page) {
    return new GroupQuery("", Optional.empty(), Sort.NAME, false, page);
  }
}
