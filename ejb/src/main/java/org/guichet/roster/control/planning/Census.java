package org.guichet.roster.control.planning;

import static org.guichet.roster.entity.RosterField.ADDRESS;
import static org.guichet.roster.entity.RosterField.BIRTH_DATE;
import static org.guichet.roster.entity.RosterField.EMAIL;
import static org.guichet.roster.entity.RosterField.EXTERNAL_ID;
import static org.guichet.roster.entity.RosterField.FIRST_NAME;
import static org.guichet.roster.entity.RosterField.INE;
import static org.guichet.roster.entity.RosterField.LAST_NAME;
import static org.guichet.roster.entity.RosterField.POSTAL_CODE;
import static org.guichet.roster.entity.RosterField.USAGE_NAME;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guichet.roster.entity.ClassUse;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RowRef;

/**
 * Who is in the files of an import, before anything is decided: rows by ids, by names and birth
 * date, children by names and class, parents by names and address. Rows are numbered as they come.
 * Some hundred bytes a row.
 */
public final class Census {
  private static final int PLACE_BITS = 40;

  private final PersonKeys keys;
  private final KeyTable table = new KeyTable();
  private final Map<String, ClassUse> classes = new LinkedHashMap<>();
  private long[] refs = new long[1 << 10];
  private int rows;

  private Census(PersonKeys keys) {
    this.keys = keys;
  }

  /** How often the files name each class, as they write it: what there is to choose. */
  public static Map<String, ClassUse> classes(ImportRequest request, LocalDate today)
      throws IOException {
    ImportRequest asWritten =
        new ImportRequest(
            request.files(),
            ClassMapping.AS_WRITTEN,
            request.options(),
            request.choices(),
            request.edits());
    return take(new ImportRows(asWritten, today), new PersonKeys()).classes;
  }

  static Census take(ImportRows rows, PersonKeys keys) throws IOException {
    Census census = new Census(keys);
    rows.readIdentities(
        new ImportRows.Sink() {
          @Override
          public void person(ReadPerson person) {
            census.add(person);
          }

          @Override
          public void fileEnds() {
            // Rows of all files are numbered on.
          }
        });
    return census;
  }

  private void add(ReadPerson person) {
    if (rows == refs.length) {
      refs = Arrays.copyOf(refs, rows * 2);
    }
    int row = rows;
    refs[row] = ((long) person.ref().file() << PLACE_BITS) | person.ref().line();
    rows++;
    countClasses(person);
    Profile profile = person.profile();
    if (!person.value(EXTERNAL_ID).isEmpty()) {
      table.put(keys.id(profile, person.value(EXTERNAL_ID)), row);
    }
    if (!person.value(INE).isEmpty()) {
      table.put(keys.ine(person.value(INE)), row);
    }
    String first = keys.fold(person.value(FIRST_NAME));
    String last = keys.fold(person.value(LAST_NAME));
    if (last.isEmpty() || first.isEmpty()) {
      return;
    }
    table.put(keys.exactly(profile, last, first, person.value(BIRTH_DATE)), row);
    if (profile == Profile.PARENT) {
      contacts(person).forEach(contact -> table.put(contact, row));
    }
    if (profile == Profile.PUPIL) {
      asChild(person, last, first, row);
      String usage = keys.fold(person.value(USAGE_NAME));
      if (!usage.isEmpty()) {
        asChild(person, usage, first, row);
      }
    }
  }

  private void asChild(ReadPerson person, String last, String first, int row) {
    for (String label : person.classes()) {
      table.put("c:" + PersonKeys.names(last, first) + "|" + keys.fold(label), row);
    }
  }

  private void countClasses(ReadPerson person) {
    boolean pupil = person.profile() == Profile.PUPIL;
    for (String label : person.classes()) {
      classes.merge(label, new ClassUse(pupil ? 1 : 0, pupil ? 0 : 1, 0), ClassUse::plus);
    }
    person
        .children()
        .forEach(
            child ->
                child
                    .classes()
                    .forEach(c -> classes.merge(c, new ClassUse(0, 0, 1), ClassUse::plus)));
  }

  /** What makes two rows of the same names one parent: the address, or the e-mail. */
  private List<String> contacts(ReadPerson person) {
    String who =
        PersonKeys.names(keys.fold(person.value(LAST_NAME)), keys.fold(person.value(FIRST_NAME)));
    List<String> contacts = new ArrayList<>(2);
    if (!person.value(ADDRESS).isEmpty()) {
      contacts.add(
          "a:" + who + "|" + keys.fold(person.value(ADDRESS)) + "|" + person.value(POSTAL_CODE));
    }
    if (!person.value(EMAIL).isEmpty()) {
      contacts.add("m:" + who + "|" + keys.mail(Profile.PARENT, person.value(EMAIL)));
    }
    return contacts;
  }

  /** The earlier row of the same parent: of the same id, or the same names and contact. */
  int earlierParent(ReadPerson person, int row) {
    int earliest = row;
    if (!person.value(EXTERNAL_ID).isEmpty()) {
      int first = table.first(keys.id(Profile.PARENT, person.value(EXTERNAL_ID)));
      earliest = first == KeyTable.NONE ? earliest : Math.min(earliest, first);
    }
    for (String contact : contacts(person)) {
      int first = table.first(contact);
      earliest = first == KeyTable.NONE ? earliest : Math.min(earliest, first);
    }
    return earliest;
  }

  /** The earlier row of a person of the same id; {@link KeyTable#NONE} for none. */
  int earlierById(ReadPerson person, int row) {
    String id = person.value(EXTERNAL_ID);
    int byId = id.isEmpty() ? KeyTable.NONE : table.first(keys.id(person.profile(), id));
    if (byId >= 0 && byId < row) {
      return byId;
    }
    String ine = person.value(INE);
    int byIne = ine.isEmpty() ? KeyTable.NONE : table.first(keys.ine(ine));
    return byIne >= 0 && byIne < row ? byIne : KeyTable.NONE;
  }

  /** The first row of these names and this birth date. */
  int firstOf(ReadPerson person) {
    return table.first(exactly(person));
  }

  /** Whether several rows have these names and this birth date. */
  boolean isHomonym(ReadPerson person) {
    return table.hasSeveral(exactly(person));
  }

  private String exactly(ReadPerson person) {
    return keys.exactly(
        person.profile(),
        keys.fold(person.value(LAST_NAME)),
        keys.fold(person.value(FIRST_NAME)),
        person.value(BIRTH_DATE));
  }

  /** The only row that has the key; {@link KeyTable#NONE} for none. */
  int first(String key) {
    return table.first(key);
  }

  boolean hasSeveral(String key) {
    return table.hasSeveral(key);
  }

  /** The numbers of rows that stand there; without those that there aren't. */
  Map<RowRef, Integer> at(Set<RowRef> wanted) {
    Map<RowRef, Integer> numbers = new HashMap<>();
    for (int row = 0; row < rows && numbers.size() < wanted.size(); row++) {
      RowRef ref = ref(row);
      if (wanted.contains(ref)) {
        numbers.put(ref, row);
      }
    }
    return numbers;
  }

  RowRef ref(int row) {
    return new RowRef((int) (refs[row] >>> PLACE_BITS), refs[row] & ((1L << PLACE_BITS) - 1));
  }

  int rows() {
    return rows;
  }

  Map<String, ClassUse> classes() {
    return classes;
  }
}
