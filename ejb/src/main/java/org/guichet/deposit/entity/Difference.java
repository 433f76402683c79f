package org.guichet.deposit.entity;

/**
 * Something that store, rows and outboxes disagree about.
 *
 * @param about what it is about: a deposit's number, a receipt's, a digest, an id, a file's name
 * @param mended whether it is right now; else somebody has to look at it
 */
public record Difference(DifferenceKind kind, String about, boolean mended) {}
