package org.guichet.canary.insight.control;

import org.guichet.canary.Breaks;
import org.guichet.canary.deposit.control.Sorting;

/** Uses another component's control. */
@Breaks("control_is_private_to_its_component")
public record SortingStatistics(Sorting sorting) {}
