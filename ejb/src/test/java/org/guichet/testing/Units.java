package org.guichet.testing;

/** Runs a piece of work as one transaction: at once in memory, for real on a database. */
@FunctionalInterface
public interface Units {
  /** For repositories in memory, which know no transactions. */
  Units AT_ONCE = Runnable::run;

  void run(Runnable work);
}
