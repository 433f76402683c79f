package org.guichet.canary.deposit.boundary;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guichet.canary.Breaks;

/** Asks the database itself. */
@Breaks("only_control_touches_the_entity_manager")
public class QueryingCounter {
  @PersistenceContext EntityManager em;
}
