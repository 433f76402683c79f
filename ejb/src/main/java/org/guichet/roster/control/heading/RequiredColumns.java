package org.guichet.roster.control.heading;

import static org.guichet.roster.entity.RosterField.BIRTH_DATE;
import static org.guichet.roster.entity.RosterField.CHILD_CLASS;
import static org.guichet.roster.entity.RosterField.CHILD_FIRST_NAME;
import static org.guichet.roster.entity.RosterField.CHILD_ID;
import static org.guichet.roster.entity.RosterField.CHILD_LAST_NAME;
import static org.guichet.roster.entity.RosterField.CIVILITY;
import static org.guichet.roster.entity.RosterField.CLASS;
import static org.guichet.roster.entity.RosterField.FIRST_NAME;
import static org.guichet.roster.entity.RosterField.LAST_NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;

/** What a file of a profile must have a column for, and what its rows should say. */
public final class RequiredColumns {
  private RequiredColumns() {}

  /** What a row can't be without, what tells of children aside. */
  public static List<RosterField> of(Profile profile) {
    return profile == Profile.PUPIL
        ? List.of(LAST_NAME, FIRST_NAME, BIRTH_DATE, CLASS)
        : List.of(LAST_NAME, FIRST_NAME);
  }

  /** What is worth a word when a row hasn't got it. */
  public static List<RosterField> advised(Profile profile) {
    return switch (profile) {
      case TEACHER -> List.of(CIVILITY, CLASS);
      case STAFF, GUEST -> List.of(CIVILITY);
      case PUPIL, PARENT -> List.of();
    };
  }

  /** Which compulsory columns a file hasn't got. */
  static List<RosterField> missing(Profile profile, Set<RosterField> present) {
    List<RosterField> missing = new ArrayList<>(of(profile));
    if (profile == Profile.PARENT && !present.contains(CHILD_ID)) {
      missing.addAll(List.of(CHILD_LAST_NAME, CHILD_FIRST_NAME, CHILD_CLASS));
    }
    missing.removeAll(present);
    return missing;
  }
}
