package org.guichet.account.entity;

/**
 * What keeps a catalogue file from being used.
 *
 * @param line where, from 1; 0 when it is the file as a whole
 * @param problem in the words of whoever read it
 */
public record CatalogueMistake(int line, String problem) {}
