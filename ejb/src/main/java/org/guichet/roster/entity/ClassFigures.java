package org.guichet.roster.entity;

/**
 * How many pupils a class has.
 *
 * @param named whether the files name it
 * @param goes whether it goes with the school year
 */
public record ClassFigures(String label, int before, int after, boolean named, boolean goes) {}
