package org.guichet.canary.deposit.boundary;

import jakarta.transaction.UserTransaction;
import org.guichet.canary.Breaks;

/** Begins transactions by hand. */
@Breaks("nobody_begins_a_transaction_by_hand")
public record ManualCounter(UserTransaction transaction) {}
