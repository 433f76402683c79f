package org.guichet.deposit.entity;

import org.guichet.platform.entity.Sha256;

/**
 * Which bytes of the store a deposit needs.
 *
 * @param size in bytes
 */
public record DepositBytes(long number, Sha256 digest, long size) {}
