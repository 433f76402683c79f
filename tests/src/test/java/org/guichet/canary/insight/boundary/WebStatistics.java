package org.guichet.canary.insight.boundary;

import org.guichet.canary.Breaks;
import org.guichet.canary.web.SortingPage;

/** Knows a door. */
@Breaks("components_know_only_those_before_them")
public record WebStatistics(SortingPage page) {}
