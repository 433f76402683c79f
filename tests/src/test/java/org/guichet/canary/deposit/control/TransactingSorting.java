package org.guichet.canary.deposit.control;

import jakarta.ejb.Stateless;
import org.guichet.canary.Breaks;

/** A bean below the boundary that begins transactions of its own. */
@Breaks("transactions_start_at_boundaries")
@Stateless
public class TransactingSorting {
  public boolean sorted() {
    return true;
  }
}
