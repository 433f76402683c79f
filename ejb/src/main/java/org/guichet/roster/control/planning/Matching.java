package org.guichet.roster.control.planning;

import static org.guichet.roster.entity.RosterField.ADDRESS;
import static org.guichet.roster.entity.RosterField.BIRTH_DATE;
import static org.guichet.roster.entity.RosterField.EMAIL;
import static org.guichet.roster.entity.RosterField.EXTERNAL_ID;
import static org.guichet.roster.entity.RosterField.FIRST_NAME;
import static org.guichet.roster.entity.RosterField.INE;
import static org.guichet.roster.entity.RosterField.LAST_NAME;
import static org.guichet.roster.entity.RosterField.PHONE_MOBILE;
import static org.guichet.roster.entity.RosterField.USAGE_NAME;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.MatchReason;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RowChoice;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom of those known a row is: by external id or INE; by names and birth date; by usage
 * name. An e-mail, or names with another birth date, only propose somebody. What isn't clear is
 * never decided here, but by whoever imports.
 */
final class Matching {
  private final PersonKeys keys;
  private final Census census;

  Matching(PersonKeys keys, Census census) {
    this.keys = keys;
    this.census = census;
  }

  /**
   * Decides about one row.
   *
   * @param found who is known under the row's keys, of any key
   */
  Match of(ReadPerson row, Collection<KnownPerson> found, @Nullable RowChoice choice) {
    List<KnownPerson> people = distinct(row, found);
    if (choice != null && choice.kind() == RowChoice.Kind.SAME_PERSON) {
      return people.stream()
          .filter(person -> person.id().equals(choice.person()))
          .findFirst()
          .map(person -> Match.found(person, MatchReason.CHOSEN))
          .orElseGet(Match::outdated);
    }
    if (choice != null && choice.kind() == RowChoice.Kind.NEW_PERSON) {
      return Match.NEW;
    }
    Match byId = byId(row, people);
    return byId != null ? byId : byNames(row, without(people, p -> hasAnotherId(row, p)));
  }

  private static List<KnownPerson> distinct(ReadPerson row, Collection<KnownPerson> found) {
    Map<UUID, KnownPerson> people = new LinkedHashMap<>();
    for (KnownPerson person : found) {
      if (person.profile() == row.profile()) {
        people.put(person.id(), person);
      }
    }
    return List.copyOf(people.values());
  }

  private @Nullable Match byId(ReadPerson row, List<KnownPerson> people) {
    List<KnownPerson> same = new ArrayList<>();
    MatchReason reason = MatchReason.EXTERNAL_ID;
    for (KnownPerson person : people) {
      if (agree(row, person, EXTERNAL_ID)) {
        same.add(person);
      } else if (agree(row, person, INE)) {
        same.add(person);
        reason = MatchReason.INE;
      }
    }
    if (same.isEmpty()) {
      return null;
    }
    boolean oneOfAnotherName = same.size() == 1 && isSomebodyElse(row, same.get(0));
    return same.size() == 1 && !oneOfAnotherName
        ? Match.found(same.get(0), reason)
        : Match.unclear(same, reason);
  }

  /** An id that was given to somebody else since: nothing else agrees. */
  private boolean isSomebodyElse(ReadPerson row, KnownPerson person) {
    return !sameName(row, person, FIRST_NAME, FIRST_NAME)
        && !sameLastName(row, person)
        && !isUsageName(row, person)
        && !agree(row, person, BIRTH_DATE);
  }

  private Match byNames(ReadPerson row, List<KnownPerson> people) {
    List<KnownPerson> named =
        without(people, p -> !sameName(row, p, FIRST_NAME, FIRST_NAME) || !sameLastName(row, p));
    Match same = among(row, only(named, p -> isBornThen(row, p)), namesReason(row));
    if (same != null) {
      return same;
    }
    List<KnownPerson> married =
        only(
            people,
            p ->
                sameName(row, p, FIRST_NAME, FIRST_NAME)
                    && isUsageName(row, p)
                    && isBornThen(row, p));
    Match usage = among(row, married, MatchReason.USAGE_NAME);
    if (usage != null) {
      return usage;
    }
    List<KnownPerson> otherDate = only(named, p -> !isBornThen(row, p) && !isClaimed(row, p));
    if (!otherDate.isEmpty()) {
      return Match.unclear(otherDate, MatchReason.OTHER_BIRTH_DATE);
    }
    List<KnownPerson> mail =
        only(
            people,
            p ->
                agree(row, p, EMAIL)
                    && (sameName(row, p, FIRST_NAME, FIRST_NAME) || sameLastName(row, p))
                    && !isClaimed(row, p));
    boolean family = row.profile() == Profile.PARENT || row.profile() == Profile.PUPIL;
    List<KnownPerson> sure =
        family ? only(mail, p -> sameName(row, p, FIRST_NAME, FIRST_NAME)) : mail;
    return sure.isEmpty() ? Match.NEW : Match.unclear(sure, MatchReason.EMAIL);
  }

  private static MatchReason namesReason(ReadPerson row) {
    return row.value(BIRTH_DATE).isEmpty() ? MatchReason.NAMES : MatchReason.NAMES_AND_BIRTH_DATE;
  }

  /** The one there is; of several, or for one of several rows, the one whose contact agrees. */
  private @Nullable Match among(ReadPerson row, List<KnownPerson> people, MatchReason reason) {
    if (people.isEmpty()) {
      return null;
    }
    if (people.size() == 1 && (!census.isHomonym(row) || row.profile() == Profile.PUPIL)) {
      return Match.found(people.get(0), reason);
    }
    for (RosterField contact : new RosterField[] {EMAIL, ADDRESS, PHONE_MOBILE}) {
      List<KnownPerson> near = only(people, p -> agree(row, p, contact));
      if (near.size() == 1) {
        return Match.found(near.get(0), MatchReason.NAMES_AND_CONTACT);
      }
    }
    boolean allElsewhere = people.stream().allMatch(p -> livesElsewhere(row, p));
    return row.profile() == Profile.PARENT && allElsewhere ? null : Match.unclear(people, reason);
  }

  private boolean livesElsewhere(ReadPerson row, KnownPerson person) {
    return differ(row, person, ADDRESS);
  }

  /** Whether another row of the import is this person, surely. */
  private boolean isClaimed(ReadPerson row, KnownPerson person) {
    String id = person.value(EXTERNAL_ID);
    String ine = person.value(INE);
    if ((!id.isEmpty() && census.first(keys.id(row.profile(), id)) >= 0)
        || (!ine.isEmpty() && census.first(keys.ine(ine)) >= 0)) {
      return true;
    }
    String first = keys.fold(person.value(FIRST_NAME));
    String born = person.value(BIRTH_DATE);
    for (RosterField name : new RosterField[] {LAST_NAME, USAGE_NAME}) {
      String last = keys.fold(person.value(name));
      if (!last.isEmpty()) {
        int claimant = census.first(keys.exactly(row.profile(), last, first, born));
        if (claimant >= 0 && !census.ref(claimant).equals(row.ref())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasAnotherId(ReadPerson row, KnownPerson person) {
    return differ(row, person, INE)
        || (differ(row, person, EXTERNAL_ID) && !agree(row, person, INE));
  }

  private static boolean isBornThen(ReadPerson row, KnownPerson person) {
    return row.profile() == Profile.PUPIL
        ? agree(row, person, BIRTH_DATE)
        : !differ(row, person, BIRTH_DATE);
  }

  private boolean sameLastName(ReadPerson row, KnownPerson person) {
    return sameName(row, person, LAST_NAME, LAST_NAME);
  }

  /** One's usage name is the other's name, or both have the same. */
  private boolean isUsageName(ReadPerson row, KnownPerson person) {
    return sameName(row, person, USAGE_NAME, LAST_NAME)
        || sameName(row, person, LAST_NAME, USAGE_NAME)
        || sameName(row, person, USAGE_NAME, USAGE_NAME);
  }

  private boolean sameName(
      ReadPerson row, KnownPerson person, RosterField ofRow, RosterField ofPerson) {
    String name = keys.fold(row.value(ofRow));
    return !name.isEmpty() && name.equals(keys.fold(person.value(ofPerson)));
  }

  /** Both say it, and the same. */
  private static boolean agree(ReadPerson row, KnownPerson person, RosterField field) {
    String value = row.value(field);
    return !value.isEmpty() && value.equalsIgnoreCase(person.value(field));
  }

  /** Both say it, and not the same. */
  private static boolean differ(ReadPerson row, KnownPerson person, RosterField field) {
    String value = row.value(field);
    String known = person.value(field);
    return !value.isEmpty() && !known.isEmpty() && !value.equalsIgnoreCase(known);
  }

  private static List<KnownPerson> only(List<KnownPerson> people, Predicate<KnownPerson> which) {
    return people.isEmpty() ? people : people.stream().filter(which).toList();
  }

  private static List<KnownPerson> without(List<KnownPerson> people, Predicate<KnownPerson> which) {
    return only(people, which.negate());
  }
}
