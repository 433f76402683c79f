package org.guichet.insight.entity;

/**
 * How many refused passages wait to be declared.
 *
 * @param late those whose last day is over
 * @param soon those whose last day comes within the days that organisations are reminded in
 * @param acceptedLate passages that were accepted after their last day, in the last twelve months
 */
public record DeadlineCount(long late, long soon, long acceptedLate) {}
