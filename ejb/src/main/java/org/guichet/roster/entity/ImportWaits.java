package org.guichet.roster.entity;

/** Some import waits for a worker. */
public record ImportWaits() {}
