package org.guichet.account.entity;

import java.util.List;
import java.util.Set;

/**
 * What giving rights would come to for somebody.
 *
 * @param fresh codes that the person doesn't have yet
 * @param clashing codes that exclude each other, of what the person has and would get
 * @param secondFactor whether the person has to set up a second factor for it, and signs in anew
 */
public record GrantLook(Set<String> fresh, List<String> clashing, boolean secondFactor) {
  public GrantLook {
    fresh = Set.copyOf(fresh);
    clashing = List.copyOf(clashing);
  }
}
