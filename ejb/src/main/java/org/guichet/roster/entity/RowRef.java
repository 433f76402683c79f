package org.guichet.roster.entity;

/**
 * A row of an import.
 *
 * @param file the place of its file among those of the import, from 0
 * @param line on which it begins, from 1; 0 for somebody who is in no file
 */
public record RowRef(int file, long line) {}
