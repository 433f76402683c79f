package org.guichet.organisation.entity;

import java.time.Instant;

/**
 * Whom a certifier's register of people covers.
 *
 * @param people how many holders can be looked up
 * @param changedAt when anybody was last added, changed or taken out
 */
public record RegisterCoverage(long people, Instant changedAt) {}
