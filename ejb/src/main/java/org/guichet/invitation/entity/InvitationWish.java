package org.guichet.invitation.entity;

import java.util.Set;

/**
 * What codes are to be made.
 *
 * @param count how many, all equivalent
 * @param days for how many days after today they work
 * @param rights codes of profiles, or of roles
 * @param email of the one person whom an invitation is mailed to; empty for nobody
 */
public record InvitationWish(int count, int days, Set<String> rights, String email) {
  public static final int MOST_CODES = 10;
  public static final int MOST_DAYS = 90;
  public static final int USUAL_DAYS = 10;

  /** In bytes: a list of a hundred people, however long their names. */
  public static final int LONGEST_LIST = 200_000;

  public InvitationWish {
    rights = Set.copyOf(rights);
  }
}
