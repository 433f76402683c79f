package org.guichet.roster.entity;

import java.util.UUID;

/**
 * A slip on its way to the printer.
 *
 * @param earlier whether an earlier one still works
 */
public record Slip(UUID person, String name, String login, boolean earlier) {}
