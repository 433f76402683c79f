package org.guichet.notice.entity;

import java.time.Instant;
import java.util.UUID;

/** A notice that somebody holds the lease of, and is to send now. */
public record Letter(UUID id, Notice notice, Instant postedAt) {}
