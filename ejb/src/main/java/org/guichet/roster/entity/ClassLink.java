package org.guichet.roster.entity;

import java.util.UUID;

/** A class by its name. */
public record ClassLink(UUID id, String label) {}
