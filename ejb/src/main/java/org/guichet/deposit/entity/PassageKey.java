package org.guichet.deposit.entity;

/**
 * Names a passage among all.
 *
 * @param number of the deposit
 * @param passage position in its file, from 1
 */
public record PassageKey(long number, int passage) {}
