package org.guichet.deposit.entity;

import java.time.Instant;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.Matricule;

/**
 * A file that came in part, or whose client hasn't given it its last name: no deposit.
 *
 * @param size in bytes, as far as it came
 * @param cutShort whether its upload broke off; false for one that waits for its last name
 */
public record UnfinishedUpload(
    Matricule sender,
    String fileName,
    long size,
    DropFolder folder,
    Channel channel,
    boolean cutShort,
    Instant startedAt,
    Instant changedAt) {}
