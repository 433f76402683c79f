package org.guichet.deposit.entity;

import org.guichet.flux.FindingCode;
import org.guichet.flux.Severity;

/** In how many passages of a deposit something was found. */
public record CauseCount(FindingCode code, Severity severity, int passages) {}
