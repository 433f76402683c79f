package org.guichet.account.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An identity at the provider that an account is linked with.
 *
 * @param label by which its owner recognises it
 * @param lastUsedAt empty: never, since it was linked
 */
public record IdentityView(UUID id, String label, Instant linkedAt, Optional<Instant> lastUsedAt) {}
