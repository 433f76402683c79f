package org.guichet.roster.entity;

/**
 * A cell of a row as its file says it, or as somebody typed it since.
 *
 * @param column its place, from 0
 * @param header of the column, as written
 * @param block of columns of one child, from 1; 0 for what isn't of a child
 */
public record RowCell(int column, String header, RosterField field, int block, String value) {}
