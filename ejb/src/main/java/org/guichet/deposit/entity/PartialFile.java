package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that has come in part, or under a name that doesn't count yet.
 *
 * @param open whether a session is writing it now
 * @param broken whether its upload was cut short
 */
public record PartialFile(
    UUID id,
    DropFolder folder,
    String name,
    long size,
    Instant startedAt,
    Instant changedAt,
    boolean open,
    boolean broken) {}
