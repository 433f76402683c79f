package org.guichet.roster.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * An import that changed somebody.
 *
 * @param made whether it brought them, else it changed them
 * @param undone whether it was undone since
 */
public record PersonTrace(UUID owner, Instant at, boolean made, boolean undone) {}
