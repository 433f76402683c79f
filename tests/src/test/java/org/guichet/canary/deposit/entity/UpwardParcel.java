package org.guichet.canary.deposit.entity;

import org.guichet.canary.Breaks;
import org.guichet.canary.deposit.control.Sorting;

/** A value that knows a rule. */
@Breaks("entities_look_at_nothing_above_them")
public record UpwardParcel(Sorting sorting) {}
