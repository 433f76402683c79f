package org.guichet.roster.control.planning;

import static org.guichet.roster.entity.RosterField.EMAIL;
import static org.guichet.roster.entity.RosterField.EXTERNAL_ID;
import static org.guichet.roster.entity.RosterField.FIRST_NAME;
import static org.guichet.roster.entity.RosterField.INE;
import static org.guichet.roster.entity.RosterField.LAST_NAME;
import static org.guichet.roster.entity.RosterField.USAGE_NAME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guichet.flux.register.NameFolding;
import org.guichet.roster.entity.ChildMention;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RosterField;

/**
 * What people are looked up by: ids, names folded, e-mails, and for children names with class. Not
 * for several threads at once.
 */
public final class PersonKeys {
  private static final int KEPT = 50_000;

  private final Map<String, String> folded = new HashMap<>();

  /** All that somebody known is found under. */
  public Set<String> of(KnownPerson person) {
    Set<String> keys = new LinkedHashSet<>();
    Profile profile = person.profile();
    ids(profile, person.value(EXTERNAL_ID), person.value(INE), keys);
    for (RosterField name : new RosterField[] {LAST_NAME, USAGE_NAME}) {
      String last = fold(person.value(name));
      if (!last.isEmpty()) {
        String names = names(last, fold(person.value(FIRST_NAME)));
        keys.add("n:" + letter(profile) + names);
        if (profile == Profile.PUPIL) {
          person.classes().forEach(label -> keys.add("c:" + names + "|" + fold(label)));
        }
      }
    }
    mail(profile, person.value(EMAIL), keys);
    return keys;
  }

  /** All that somebody in a file may be known under. */
  Set<String> lookups(ReadPerson person) {
    Set<String> keys = new LinkedHashSet<>();
    Profile profile = person.profile();
    ids(profile, person.value(EXTERNAL_ID), person.value(INE), keys);
    String first = fold(person.value(FIRST_NAME));
    for (RosterField name : new RosterField[] {LAST_NAME, USAGE_NAME}) {
      String last = fold(person.value(name));
      if (!last.isEmpty()) {
        keys.add("n:" + letter(profile) + names(last, first));
      }
    }
    mail(profile, person.value(EMAIL), keys);
    return keys;
  }

  /** What a child may be known under, the surest first: by its id alone where it has one. */
  List<String> child(ChildMention child) {
    List<String> keys = new ArrayList<>(4);
    if (!child.externalId().isEmpty()) {
      Set<String> ids = new LinkedHashSet<>();
      String ine = CellText.ine(child.externalId());
      ids(Profile.PUPIL, child.externalId(), ine == null ? "" : ine, ids);
      keys.addAll(ids);
      return keys;
    }
    String first = fold(child.firstName());
    for (String name : new String[] {child.lastName(), child.usageName()}) {
      String last = fold(name);
      if (!last.isEmpty()) {
        child.classes().forEach(l -> keys.add("c:" + names(last, first) + "|" + fold(l)));
      }
    }
    return keys;
  }

  /** What a row of names and, where it says it, birth date is, within a file. */
  String exactly(Profile profile, String lastKey, String firstKey, String birthDate) {
    return "d:" + letter(profile) + names(lastKey, firstKey) + "|" + birthDate;
  }

  String id(Profile profile, String externalId) {
    return "x:" + letter(profile) + externalId;
  }

  String ine(String ine) {
    return "i:" + ine;
  }

  String mail(Profile profile, String email) {
    return "e:" + letter(profile) + email.toLowerCase(Locale.ROOT);
  }

  static String names(String lastKey, String firstKey) {
    return lastKey + "|" + firstKey;
  }

  private void ids(Profile profile, String externalId, String ine, Set<String> keys) {
    if (!externalId.isEmpty()) {
      keys.add(id(profile, externalId));
    }
    if (!ine.isEmpty()) {
      keys.add(ine(ine));
    }
  }

  private void mail(Profile profile, String email, Set<String> keys) {
    if (!email.isEmpty()) {
      keys.add(mail(profile, email));
    }
  }

  /** First names and classes come again and again. */
  String fold(String name) {
    if (name.isEmpty()) {
      return name;
    }
    String known = folded.get(name);
    if (known != null) {
      return known;
    }
    if (folded.size() >= KEPT) {
      folded.clear();
    }
    String key = NameFolding.key(name);
    folded.put(name, key);
    return key;
  }

  private static String letter(Profile profile) {
    return switch (profile) {
      case PUPIL -> "p:";
      case PARENT -> "r:";
      case TEACHER -> "t:";
      case STAFF -> "s:";
      case GUEST -> "g:";
    };
  }
}
