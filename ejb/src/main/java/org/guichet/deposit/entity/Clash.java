package org.guichet.deposit.entity;

import java.time.Instant;

/**
 * A passage that somebody else has changed meanwhile, so that nothing was kept of an edit.
 *
 * @param editor name of who did
 */
public record Clash(int position, String editor, Instant editedAt) {}
