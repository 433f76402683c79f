package org.guichet.organisation.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A session over SFTP as those see it who manage the organisation's keys.
 *
 * @param shown the key's name, or the certificate's fingerprint
 * @param ending whether somebody wants it to end: it does within seconds
 */
public record SftpSessionView(
    UUID id, String shown, boolean certificate, String address, Instant since, boolean ending) {}
