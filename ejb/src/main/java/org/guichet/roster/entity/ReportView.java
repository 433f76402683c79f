package org.guichet.roster.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A report as its folder lists it.
 *
 * @param size in bytes
 */
public record ReportView(UUID id, String name, long size, Instant at) {}
