package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A passage that was typed in part, or hasn't been dropped yet.
 *
 * @param version which state it is: who changes it says which one was seen
 * @param editor name of who typed last
 */
public record KeptEntry(
    UUID id, long version, NewPassage passage, String editor, Instant editedAt) {}
