package org.guichet.account.entity;

/** A service's group whose people somebody administers. */
public record PeopledGroup(AdministeredGroup group, Headcount count) {}
