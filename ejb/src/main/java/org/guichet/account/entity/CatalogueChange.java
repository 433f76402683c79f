package org.guichet.account.entity;

/**
 * One difference between two catalogues.
 *
 * @param code of what differs; roles with their group before a slash
 * @param before as it was; empty when it is new
 * @param after as it is; empty when it is gone, and so retired
 */
public record CatalogueChange(Sort sort, String code, String before, String after) {
  /** What it is about. */
  public enum Sort {
    SERVICE,
    PROFILE_GROUP,
    PROFILE,
    GROUP,
    ROLE
  }

  public boolean added() {
    return before.isEmpty();
  }

  public boolean removed() {
    return after.isEmpty();
  }
}
