package org.guichet.deposit.entity;

/**
 * How far a correction has come.
 *
 * @param all passages that aren't accepted yet
 * @param faulty those that would still be refused
 * @param ready those that would be accepted
 * @param leftOut those that aren't to be dropped again
 * @param sound those that nothing is wrong with, of a file that was refused as a whole: they go
 *     with the mended ones
 */
public record CorrectionCounts(int all, int faulty, int ready, int leftOut, int sound) {}
