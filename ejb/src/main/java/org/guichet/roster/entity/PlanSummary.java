package org.guichet.roster.entity;

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
    Map<Integer, List<RosterFinding>> fileFindings) {
  public int count(Profile profile, Operation operation) {
    return operations.getOrDefault(profile, Map.of()).getOrDefault(operation, 0);
  }

  public int count(Operation operation) {
    return operations.values().stream().mapToInt(of -> of.getOrDefault(operation, 0)).sum();
  }

  /** Whether somebody has to type that so many may leave. */
  public boolean isGuarded() {
    return departures.stream().anyMatch(Departure::isGuarded);
  }

  /**
   * Whether it may be applied: every file was read to its end, no row waits, and something happens.
   * Rows that nobody can mend have to be left out by somebody, so that no one is lost in silence.
   */
  public boolean isApplicable() {
    boolean readable =
        fileFindings.values().stream()
            .flatMap(List::stream)
            .noneMatch(finding -> finding.severity() == RosterSeverity.FILE);
    return readable
        && count(Operation.ERROR) == 0
        && operations.values().stream().anyMatch(of -> !of.isEmpty());
  }
}
