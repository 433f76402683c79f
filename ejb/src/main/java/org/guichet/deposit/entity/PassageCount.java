package org.guichet.deposit.entity;

/** How many files were decided, and what became of their passages. */
public record PassageCount(long files, long accepted, long rejected) {}
