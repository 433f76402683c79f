package org.guichet.insight.control;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.guichet.platform.control.SqlText;

/**
 * Holds rows of {@code passage_deadline} before they are changed, everybody in the same order: a
 * verdict and a reminder may wait one for the other, but never each for the other.
 */
final class DeadlineOrder {
  private static final int PART = 1_000;

  private DeadlineOrder() {}

  /** Until the transaction ends, all rows for which {@code condition} holds. */
  static void hold(EntityManager em, String condition, Object... values) {
    String issuer = "";
    String key = "";
    List<Object[]> held;
    do {
      held =
          new SqlText()
              .add("select issuer, id_technique from passage_deadline where ")
              .add(condition, values)
              .add(" and (issuer > ? or (issuer = ? and id_technique > ?))", issuer, issuer, key)
              .add(" order by issuer, id_technique fetch first " + PART + " rows only for update")
              .rows(em);
      if (!held.isEmpty()) {
        Object[] last = held.get(held.size() - 1);
        issuer = SqlText.text(last[0]);
        key = SqlText.text(last[1]);
      }
    } while (!held.isEmpty());
  }
}
