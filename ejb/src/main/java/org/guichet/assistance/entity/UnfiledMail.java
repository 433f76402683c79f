package org.guichet.assistance.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that an operator is to look at.
 *
 * @param text all of it, as plain text
 * @param attachments names of what came with it and isn't kept
 * @param number of the request that it says it is about
 */
public record UnfiledMail(
    UUID id,
    UnfiledReason reason,
    String sender,
    String subject,
    String text,
    List<String> attachments,
    Optional<Long> number,
    Instant receivedAt) {
  public UnfiledMail {
    attachments = List.copyOf(attachments);
  }
}
