package org.guichet.roster.control.planning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guichet.roster.entity.ChildFigures;
import org.guichet.roster.entity.ClassFigures;
import org.guichet.roster.entity.Departure;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;

/** Counts a plan while it is made. */
final class Figures {
  private final Map<Profile, Map<Operation, Integer>> operations = new EnumMap<>(Profile.class);
  private final Map<RosterCode, Integer> findings = new EnumMap<>(RosterCode.class);
  private final Set<RosterCode> blocking = EnumSet.noneOf(RosterCode.class);
  private final List<Departure> departures = new ArrayList<>();
  private final Map<String, Integer> before = new TreeMap<>();
  private final Map<String, Integer> after = new TreeMap<>();
  private int returning;
  private int mentioned;
  private int missing;
  private int alone;

  void count(PlanRow row) {
    operations
        .computeIfAbsent(row.read().profile(), p -> new EnumMap<>(Operation.class))
        .merge(row.operation(), 1, Integer::sum);
    for (RosterFinding finding : row.findings()) {
      findings.merge(finding.code(), 1, Integer::sum);
      if (row.operation() == Operation.ERROR && finding.blocks()) {
        blocking.add(finding.code());
      }
    }
    returning += row.returning() ? 1 : 0;
    if (row.operation() != Operation.ERROR && row.operation() != Operation.LEFT_OUT) {
      children(row);
    }
  }

  /** One who is said to be nobody is named and not missing: somebody has looked. */
  private void children(PlanRow row) {
    int notLinked = 0;
    int notRead = 0;
    for (RosterFinding finding : row.findings()) {
      switch (finding.code()) {
        case CHILD_NOT_FOUND, CHILD_AMBIGUOUS, CHILD_ROW_IN_ERROR -> notLinked++;
        case CHILD_INCOMPLETE -> notRead++;
        default -> {
          // About something else.
        }
      }
    }
    mentioned += row.read().children().size() + notRead;
    missing += notLinked + notRead;
    boolean none = row.children().isEmpty() && notLinked + notRead > 0;
    alone += none && row.operation() != Operation.MERGE ? 1 : 0; // of those: in the first row
  }

  /** A row that stays or comes, where the import is done. */
  void attends(List<String> classes) {
    classes.forEach(label -> after.merge(label, 1, Integer::sum));
  }

  void attended(KnownPerson pupil) {
    pupil.classes().forEach(label -> before.merge(label, 1, Integer::sum));
  }

  void departure(Departure departure) {
    departures.add(departure);
  }

  /**
   * All of it.
   *
   * @param named the classes that the files name
   */
  PlanSummary summary(
      Set<String> named, boolean yearChange, Map<Integer, List<RosterFinding>> fileFindings) {
    Set<String> labels = new TreeSet<>(before.keySet());
    labels.addAll(after.keySet());
    labels.addAll(named);
    List<ClassFigures> classes =
        labels.stream()
            .map(
                label -> {
                  boolean goes = yearChange && !named.contains(label);
                  int later = goes ? 0 : after.getOrDefault(label, 0);
                  return new ClassFigures(
                      label, before.getOrDefault(label, 0), later, named.contains(label), goes);
                })
            .toList();
    return new PlanSummary(
        operations,
        findings,
        blocking,
        returning,
        departures,
        classes,
        fileFindings,
        new ChildFigures(mentioned, missing, alone));
  }
}
