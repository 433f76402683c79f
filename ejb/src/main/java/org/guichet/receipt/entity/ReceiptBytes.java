package org.guichet.receipt.entity;

import org.guichet.platform.entity.Sha256;

/**
 * Which bytes a receipt says it has.
 *
 * @param size in bytes
 */
public record ReceiptBytes(String number, Sha256 digest, long size) {}
