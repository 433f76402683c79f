package org.guichet.roster.entity;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan in figures.
 *
 * @param operations how many of each, by profile; what there is none of isn't there
 * @param findings how many of each code
 * @param blocking those that keep a row from being imported, of some profile
 * @param returning how many come back
 * @param fileFindings of whole files, with the place of the file; one that blocks ended its reading
 */
public record PlanSummary(
    Map<Profile, Map<Operation, Integer>> operations,
    Map<RosterCode, Integer> findings,
    Set<RosterCode> blocking,
    int returning,
    List<Departure> departures,
    List<ClassFigures> classes,
    Map<Integer, List<RosterFinding>> fileFindings,
    ChildFigures children) {
  public int count(Profile profile, Operation operation) {
    return operations.getOrDefault(profile, Map.of()).getOrDefault(operation, 0);
  }

  public int count(Operation operation) {
    return operations.values().stream().mapToInt(of -> of.getOrDefault(operation, 0)).sum();
  }

  /** Whether somebody has to type that so many may leave. */
  public boolean isGuarded() {
    return holds().contains(ImportHold.MANY_LEAVE);
  }

  /**
   * Whether it may be applied: every file was read to its end, no row waits, and something happens.
   * Rows that nobody can mend have to be left out by somebody, so that no one is lost in silence.
   */
  public boolean isApplicable() {
    return holds().stream().noneMatch(ImportHold::blocks);
  }

  /** All that a person would have to look at before it is done; empty where nothing is. */
  public Set<ImportHold> holds() {
    Set<ImportHold> holds = EnumSet.noneOf(ImportHold.class);
    hold(holds, ImportHold.UNREADABLE_FILE, unreadable() > 0);
    hold(holds, ImportHold.ROWS_IN_ERROR, count(Operation.ERROR) > 0);
    hold(holds, ImportHold.NOBODY, operations.values().stream().allMatch(Map::isEmpty));
    hold(holds, ImportHold.MANY_LEAVE, departures.stream().anyMatch(Departure::isGuarded));
    hold(holds, ImportHold.UNREADABLE_CHARACTERS, isFound(RosterCode.UNREADABLE_CHARACTERS));
    hold(holds, ImportHold.CHILDREN_MISSING, children.isGuarded());
    hold(holds, ImportHold.POSSIBLE_DUPLICATES, isFound(RosterCode.POSSIBLE_DUPLICATE));
    return holds;
  }

  private static void hold(Set<ImportHold> holds, ImportHold hold, boolean stands) {
    if (stands) {
      holds.add(hold);
    }
  }

  /** Files that weren't read to their end. */
  public long unreadable() {
    return fileFindings.values().stream()
        .filter(of -> of.stream().anyMatch(found -> found.severity() == RosterSeverity.FILE))
        .count();
  }

  private boolean isFound(RosterCode code) {
    return findings.containsKey(code)
        || fileFindings.values().stream().flatMap(List::stream).anyMatch(of -> of.code() == code);
  }
}
