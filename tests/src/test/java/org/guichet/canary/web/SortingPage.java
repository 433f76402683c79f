package org.guichet.canary.web;

import org.guichet.canary.Breaks;
import org.guichet.canary.deposit.control.Sorting;

/** Goes behind the boundary; called a page, but no view could name it. */
@Breaks({"doors_use_boundaries_and_values_only", "what_is_called_page_is_one"})
public record SortingPage(Sorting sorting) {}
