package org.guichet.roster.entity;

/**
 * What undoing an import would do.
 *
 * @param reversed people who would be as they were before
 * @param kept people who were changed since, or came in, and stay
 */
public record UndoLook(long reversed, long kept) {}
