package org.guichet.receipt.entity;

/**
 * What a receipt may be called where it lies.
 *
 * @param plain as certifiers' programs look for it
 * @param numbered when the sender was given a receipt of the plain name before; no other receipt
 *     can have it
 */
public record ReceiptNames(String plain, String numbered) {}
