package org.guichet.platform.entity;

import java.time.Instant;

/**
 * A file of the store, as the disk tells it.
 *
 * @param digest by its name; whether its bytes are still those, only reading it shows
 * @param size in bytes
 * @param cameAt when somebody last brought these bytes
 */
public record KeptFile(Sha256 digest, long size, Instant cameAt) {}
