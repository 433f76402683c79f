package org.guichet.account.entity;

import java.time.Instant;

/** What an activation link shows before it is followed. */
public record ActivationView(String login, PersonName name, Instant expiresAt) {}
