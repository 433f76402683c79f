package org.guichet.canary.deposit.control;

import jakarta.transaction.Transactional;
import org.guichet.canary.Breaks;

/** The same with the other annotation. */
@Breaks("transactions_start_at_boundaries")
@Transactional
public class AnnotatedSorting {
  public boolean sorted() {
    return true;
  }
}
