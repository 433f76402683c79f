package org.guichet.canary.deposit.control;

/** Control for others to misuse. */
public interface Sorting {
  boolean sorted();
}
