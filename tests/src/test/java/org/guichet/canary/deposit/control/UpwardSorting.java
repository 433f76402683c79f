package org.guichet.canary.deposit.control;

import org.guichet.canary.Breaks;
import org.guichet.canary.deposit.boundary.Counter;

/** Control that calls a use case. */
@Breaks("control_looks_down_only")
public record UpwardSorting(Counter counter) {}
