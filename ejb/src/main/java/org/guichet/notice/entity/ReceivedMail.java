package org.guichet.notice.entity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Sha256;

/**
 * A mail that somebody wrote to us. Whoever can send mails can write anything in it.
 *
 * @param digest of sender and Message-ID: the same whenever it is read again
 * @param sender the address that it says it comes from
 * @param text all of it as plain text, what it quotes included
 * @param attachments names of what came with it; none of that is kept
 * @param whole whether it was read to its end
 * @param answersOurs whether it says that it answers a mail of ours, true or not
 * @param addressed whether it was sent to the address that our mails come from
 * @param about thread of the newest mail that it answers and that we really sent to its sender
 */
public record ReceivedMail(
    Sha256 digest,
    String sender,
    String subject,
    String text,
    List<String> attachments,
    boolean whole,
    boolean answersOurs,
    boolean addressed,
    Optional<UUID> about) {
  public ReceivedMail {
    attachments = List.copyOf(attachments);
  }
}
