package org.guichet.notice.entity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guichet.platform.entity.Sha256;

/**
 * A mail to be sent.
 *
 * @param template name of its texts in the bundle {@code notice}: {@code <template>.subject} and
 *     {@code <template>.body}, with {@code {name}} for each argument
 * @param arguments what the texts quote
 * @param attachments documents of the file store
 * @param dedupKey at most one notice of this key is ever sent
 */
public record Notice(
    String to,
    Locale language,
    String template,
    Map<String, String> arguments,
    List<Attachment> attachments,
    String dedupKey) {
  public Notice {
    arguments = Map.copyOf(arguments);
    attachments = List.copyOf(attachments);
  }

  /** A document that goes with a mail. */
  public record Attachment(String name, String mediaType, Sha256 content) {}
}
