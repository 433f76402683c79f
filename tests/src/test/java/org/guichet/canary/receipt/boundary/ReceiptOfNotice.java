package org.guichet.canary.receipt.boundary;

import org.guichet.canary.Breaks;
import org.guichet.canary.notice.boundary.NoticeOfReceipt;
import org.jspecify.annotations.Nullable;

/** The other half of the cycle. */
@Breaks("components_are_free_of_cycles")
public record ReceiptOfNotice(@Nullable NoticeOfReceipt notice) {}
