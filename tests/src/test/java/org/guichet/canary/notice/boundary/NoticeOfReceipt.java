package org.guichet.canary.notice.boundary;

import org.guichet.canary.Breaks;
import org.guichet.canary.receipt.boundary.ReceiptOfNotice;

/** Knows a component that stands after its own, and so makes a cycle with it. */
@Breaks({"components_are_free_of_cycles", "components_know_only_those_before_them"})
public record NoticeOfReceipt(ReceiptOfNotice receipt) {}
