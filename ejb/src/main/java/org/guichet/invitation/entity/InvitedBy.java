package org.guichet.invitation.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * How somebody came by rights somewhere: by whose code, and when.
 *
 * @param inviter name; empty when that account was erased
 */
public record InvitedBy(Optional<String> inviter, Instant usedAt) {}
