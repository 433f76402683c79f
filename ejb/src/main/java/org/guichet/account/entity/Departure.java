package org.guichet.account.entity;

import java.net.URI;

/**
 * The way to the provider.
 *
 * @param address where the browser goes
 * @param kept what the browser shows when it comes back; closed, so that only we can read it
 */
public record Departure(URI address, String kept) {}
