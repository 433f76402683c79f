package org.guichet.roster.entity;

import java.util.UUID;

/** Something about this import has changed, or will have when this transaction ends well. */
public record ImportMoved(UUID id) {}
