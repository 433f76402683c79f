package org.guichet.account.entity;

/**
 * An identity that its person may link with the own account.
 *
 * @param provider what people call the provider
 * @param label by which its owner recognises it
 */
public record OfferView(String provider, String label) {}
