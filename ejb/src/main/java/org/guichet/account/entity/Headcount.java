package org.guichet.account.entity;

/**
 * How many people belong somewhere, deleted ones aside.
 *
 * @param people all of them
 * @param administrators those who may authorise others there
 */
public record Headcount(long people, long administrators) {}
