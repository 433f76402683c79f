package org.guichet.roster.control.planning;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.guichet.flux.register.NameFolding;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RosterField;

/**
 * Makes logins {@code prenom.nom}, each once in the deployment and in the plan: a second one of the
 * same names gets a 2 behind it.
 */
final class Logins {
  private static final int PART_AT_MOST = 50;

  private final TakenLogins taken;
  private final Set<String> reserved = new HashSet<>();
  private Set<String> inUse = Set.of();

  Logins(TakenLogins taken) {
    this.taken = taken;
  }

  /** What is to come: asks once for all of them. */
  void prepare(Collection<String> bases) {
    inUse = bases.isEmpty() ? Set.of() : taken.among(bases);
  }

  /** The first that is free, from 2 on with a number behind; nobody else gets it. */
  String reserve(String base) {
    String login = base;
    for (int number = 2; inUse.contains(login) || reserved.contains(login); number++) {
      login = base + number;
    }
    reserved.add(login);
    return login;
  }

  /** In letters that every keyboard has: {@code lea.lecoeur}, {@code jose-maria.o-brien}. */
  static String base(ReadPerson person) {
    String usage = person.value(RosterField.USAGE_NAME);
    String last = usage.isEmpty() ? person.value(RosterField.LAST_NAME) : usage;
    return part(person.value(RosterField.FIRST_NAME)) + "." + part(last);
  }

  private static String part(String name) {
    String words = NameFolding.words(name);
    StringBuilder plain = new StringBuilder(name.length());
    for (char c : (words == null ? "" : words).toLowerCase(Locale.ROOT).toCharArray()) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (letter) {
        plain.append(c);
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != '-') {
        plain.append('-');
      }
    }
    int end = plain.length();
    boolean open = end > 0 && plain.charAt(end - 1) == '-';
    String part = plain.substring(0, open ? end - 1 : end);
    String cut = part.length() > PART_AT_MOST ? part.substring(0, PART_AT_MOST) : part;
    return cut.isEmpty() ? "x" : cut;
  }
}
