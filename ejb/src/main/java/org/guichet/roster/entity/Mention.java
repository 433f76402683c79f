package org.guichet.roster.entity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.guichet.flux.register.NameFolding;

/**
 * How files may name somebody whom nobody has recognised in them.
 *
 * @param usageName empty where there is none, as the ids
 */
public record Mention(
    String lastName, String usageName, String firstName, String externalId, String ine) {
  /** Whether a text like {@code MARTIN Léa (CE2)} may be about them; rather once too often. */
  public boolean isMeantBy(String text) {
    int label = text.indexOf(" (");
    String who = label < 0 ? text : text.substring(0, label);
    Set<String> said = words(who);
    Set<String> first = words(firstName.strip().split(" ", 2)[0]);
    boolean named =
        !first.isEmpty()
            && said.containsAll(first)
            && (holds(said, lastName) || holds(said, usageName));
    return named || is(who, externalId) || is(who, ine);
  }

  private static boolean holds(Set<String> said, String name) {
    Set<String> wanted = words(name);
    return !wanted.isEmpty() && said.containsAll(wanted);
  }

  private static boolean is(String who, String id) {
    return !id.isEmpty()
        && who.strip().toUpperCase(Locale.ROOT).equals(id.strip().toUpperCase(Locale.ROOT));
  }

  private static Set<String> words(String text) {
    String folded = NameFolding.words(text);
    Set<String> words = new HashSet<>();
    if (folded != null) {
      words.addAll(Arrays.asList(folded.split(" ", -1)));
      words.remove("");
    }
    return words;
  }
}
