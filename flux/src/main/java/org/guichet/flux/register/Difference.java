package org.guichet.flux.register;

import java.util.ArrayList;
import java.util.List;
import org.guichet.flux.Field;
import org.guichet.flux.Holder;

/**
 * In what somebody whom a file names differs from somebody in the register.
 *
 * @param what element of the file, or one of the names below
 * @param at where the file says it
 */
record Difference(String what, Field at, String registered, String given) {
  /** The birth name stands where the first name should, and the other way round. */
  static final String EXCHANGED = "nomNaissance/prenom1";

  /** The usage name stands where the birth name should. */
  static final String USAGE_NAME_AS_LAST_NAME = "nomNaissance/nomUsage";

  /** How many arguments of a finding one difference makes: what, registered, given. */
  static final int ARGUMENTS = 3;

  /** All of them, those in compulsory criteria first. */
  static List<Difference> between(Holder holder, RegisteredHolder person) {
    List<Difference> differences = new ArrayList<>();
    if (areExchanged(holder, person)) {
      differences.add(new Difference(EXCHANGED, Field.LAST_NAME, person.lastName(), given(holder)));
    } else if (isUsageName(holder, person)) {
      differences.add(
          new Difference(
              USAGE_NAME_AS_LAST_NAME, Field.LAST_NAME, person.lastName(), given(holder)));
    }
    boolean namesAreExplained = !differences.isEmpty();
    for (Compared value : Compared.values()) {
      boolean explained =
          namesAreExplained
              && (value == Compared.LAST_NAME
                  || value == Compared.USAGE_NAME
                  || (value == Compared.FIRST_NAME && areExchanged(holder, person)));
      if (!explained && value.differs(holder, person)) {
        differences.add(
            new Difference(
                value.field().element(),
                value.field(),
                value.registered(person),
                value.given(holder)));
      }
    }
    return differences;
  }

  /** Whether the three steps look at it before anything else. */
  boolean isCompulsory() {
    for (Compared value : Compared.values()) {
      if (value.field() == at) {
        return value.step() == Compared.Step.COMPULSORY;
      }
    }
    return false;
  }

  private static String given(Holder holder) {
    return Compared.LAST_NAME.given(holder);
  }

  private static boolean areExchanged(Holder holder, RegisteredHolder person) {
    String last = NameFolding.key(given(holder));
    String first = NameFolding.key(Compared.FIRST_NAME.given(holder));
    return !last.equals(first)
        && last.equals(Compared.FIRST_NAME.registeredKey(person))
        && first.equals(Compared.LAST_NAME.registeredKey(person));
  }

  private static boolean isUsageName(Holder holder, RegisteredHolder person) {
    String last = NameFolding.key(given(holder));
    return last.equals(Compared.USAGE_NAME.registeredKey(person))
        && !last.equals(Compared.LAST_NAME.registeredKey(person));
  }
}
