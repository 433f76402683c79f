package org.guichet.deposit.entity;

/** How many passages of a file are taken, and how many aren't. */
public record Tally(int accepted, int rejected) {}
