package org.guichet.web.health;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the health checks said.
 *
 * @param checks in the order of their names
 */
public record HealthReport(List<Check> checks) {
  public HealthReport {
    checks = List.copyOf(checks);
  }

  /** Whether every check is up; so also when there is none. */
  public boolean up() {
    return checks.stream().allMatch(Check::up);
  }

  /**
   * One check's answer.
   *
   * @param data details, in the order of their names: texts, whole numbers and booleans
   */
  public record Check(String name, boolean up, Map<String, Object> data) {
    public Check {
      data = new TreeMap<>(data);
    }
  }
}
