package org.guichet.canary.deposit.boundary;

import org.guichet.canary.Breaks;

/** A name that says nothing. */
@Breaks("names_say_what_a_class_is_for")
public interface DepositHelper {
  void help();
}
