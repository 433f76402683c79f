package org.guichet.flux.register;

import java.util.Comparator;
import java.util.List;
import org.guichet.flux.Field;
import org.guichet.flux.Holder;

/** Tells slips of the pen from other people. */
final class Nearness {
  private static final int MOST_YEARS_APART = 10;
  private static final int MOST_LETTERS_APART = 2;
  private static final int SHORT_NAME = 4;

  private Nearness() {}

  /**
   * In what the nearest of some people differs; empty when none of them is near enough.
   *
   * @param people who come into question
   */
  static List<Difference> ofNearest(Holder holder, List<RegisteredHolder> people) {
    return people.stream()
        .filter(person -> isNear(holder, person, Difference.between(holder, person)))
        .map(person -> Difference.between(holder, person))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  /** In what whoever differs least differs, however much that is. */
  static List<Difference> ofClosest(Holder holder, List<RegisteredHolder> people) {
    return people.stream()
        .map(person -> Difference.between(holder, person))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private static boolean isNear(
      Holder holder, RegisteredHolder person, List<Difference> differences) {
    List<Difference> compulsory = differences.stream().filter(Difference::isCompulsory).toList();
    if (compulsory.size() != 1) {
      return false;
    }
    Difference only = compulsory.get(0);
    if (only.at() == Field.SEX || only.what().contains("/") || bornOnTheSameDay(holder, person)) {
      return true;
    }
    if (only.at() == Field.BIRTH_YEAR) {
      return yearsApart(holder, person) <= MOST_YEARS_APART;
    }
    return alike(NameFolding.key(only.registered()), NameFolding.key(only.given()));
  }

  private static int yearsApart(Holder holder, RegisteredHolder person) {
    Integer ours = holder.birthYear();
    Integer theirs = person.birthYear();
    return ours == null || theirs == null ? Integer.MAX_VALUE : Math.abs(ours - theirs);
  }

  /** In another year perhaps. */
  private static boolean bornOnTheSameDay(Holder holder, RegisteredHolder person) {
    return holder.birthMonth() != null
        && holder.birthMonth().equals(person.birthMonth())
        && holder.birthDay() != null
        && holder.birthDay().equals(person.birthDay());
  }

  /** One begins like the other ends it, or a letter or two are wrong. */
  static boolean alike(String one, String other) {
    if (Math.min(one.length(), other.length()) < SHORT_NAME) {
      return false;
    }
    return one.startsWith(other)
        || other.startsWith(one)
        || lettersApart(one, other) <= MOST_LETTERS_APART;
  }

  /** Letters that are wrong, missing, too many, or exchanged with their neighbour. */
  private static int lettersApart(String one, String other) {
    int[][] apart = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          apart[i][j] = i + j;
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least =
            Math.min(
                apart[i - 1][j - 1] + (same ? 0 : 1),
                Math.min(apart[i - 1][j], apart[i][j - 1]) + 1);
        boolean exchanged =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        apart[i][j] = exchanged ? Math.min(least, apart[i - 2][j - 2] + 1) : least;
      }
    }
    return apart[one.length()][other.length()];
  }
}
