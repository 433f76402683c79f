package org.guichet.organisation.entity;

/**
 * How a certifier wants its files checked.
 *
 * @param identity what it wants where it has a register; without one nobody is looked up
 */
public record CheckingChoice(CheckingMode mode, IdentityCheck identity) {}
