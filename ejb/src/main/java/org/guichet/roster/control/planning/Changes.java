package org.guichet.roster.control.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guichet.roster.entity.FieldChange;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;

/** What a row changes of somebody known, field by field. What it doesn't say stays. */
final class Changes {
  private static final Set<RosterField> PROTECTED =
      Set.of(
          RosterField.LAST_NAME, RosterField.USAGE_NAME, RosterField.FIRST_NAME, RosterField.EMAIL);

  private Changes() {}

  /**
   * The changes; in {@code findings}, what isn't changed because an import may not.
   *
   * @param findings added to
   */
  static List<FieldChange> of(ReadPerson row, KnownPerson known, List<RosterFinding> findings) {
    List<FieldChange> changes = new ArrayList<>();
    for (Map.Entry<RosterField, String> value : row.values().entrySet()) {
      RosterField field = value.getKey();
      String before = known.value(field);
      if (isSame(field, before, value.getValue())) {
        continue;
      }
      if (!known.imported() && PROTECTED.contains(field)) {
        findings.add(
            RosterFinding.in(
                field, RosterCode.PROTECTED_ACCOUNT, row.ref().line(), value.getValue(), before));
      } else {
        changes.add(new FieldChange(field, before, value.getValue()));
      }
    }
    Set<String> classes = new HashSet<>(row.classes());
    if (!classes.isEmpty() && !classes.equals(new HashSet<>(known.classes()))) {
      changes.add(
          new FieldChange(
              RosterField.CLASS,
              String.join(", ", known.classes()),
              String.join(", ", row.classes())));
    }
    return changes;
  }

  /** Capitals in names and addresses come and go with the program that exports. */
  private static boolean isSame(RosterField field, String before, String after) {
    return switch (field) {
      case LAST_NAME, USAGE_NAME, FIRST_NAME, EMAIL, TOWN, ADDRESS, COUNTRY ->
          before.equalsIgnoreCase(after);
      default -> before.equals(after);
    };
  }
}
