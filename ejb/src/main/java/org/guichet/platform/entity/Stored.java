package org.guichet.platform.entity;

/**
 * Bytes that the file store holds.
 *
 * @param size in bytes
 */
public record Stored(Sha256 digest, long size) {}
