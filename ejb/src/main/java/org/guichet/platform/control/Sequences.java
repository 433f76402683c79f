package org.guichet.platform.control;

import jakarta.persistence.EntityManager;

/** Numbers that people are shown: growing, gaps allowed. */
public final class Sequences {
  private Sequences() {}

  /**
   * The next value of a database sequence, in the one spelling that H2 and PostgreSQL share.
   *
   * @param sequence a constant of the code, never input
   */
  public static long next(EntityManager em, String sequence) {
    return ((Number) em.createNativeQuery("select nextval('" + sequence + "')").getSingleResult())
        .longValue();
  }
}
