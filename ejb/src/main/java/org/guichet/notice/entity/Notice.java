package org.guichet.notice.entity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/**
 * A mail to be sent.
 *
 * @param template name of its texts in the bundle {@code notice}: {@code <template>.subject} and
 *     {@code <template>.body}, with {@code {name}} for each argument
 * @param arguments what the texts quote
 * @param rows of its table, where the texts have one: what each row quotes
 * @param attachments documents of the file store
 * @param dedupKey at most one notice of this key is ever sent
 * @param organisation whom it is for, so that its administrators see what became of it
 * @param thread what it is about: mails about the same hang together
 * @param confidential whether it holds a link or a code that opens something: what it says is
 *     forgotten once it is sent, or nobody tries any more
 */
public record Notice(
    String to,
    Locale language,
    String template,
    Map<String, String> arguments,
    List<Map<String, String>> rows,
    List<Attachment> attachments,
    String dedupKey,
    Optional<OrganisationId> organisation,
    Optional<UUID> thread,
    boolean confidential) {
  public Notice {
    arguments = Map.copyOf(arguments);
    rows = rows.stream().map(row -> Map.copyOf(row)).toList();
    attachments = List.copyOf(attachments);
  }

  /** A mail without a table, for nobody's organisation and in no thread. */
  public Notice(
      String to,
      Locale language,
      String template,
      Map<String, String> arguments,
      List<Attachment> attachments,
      String dedupKey) {
    this(
        to,
        language,
        template,
        arguments,
        List.of(),
        attachments,
        dedupKey,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** The same, as one for this organisation about this. */
  public Notice about(OrganisationId whom, UUID what) {
    return new Notice(
        to,
        language,
        template,
        arguments,
        rows,
        attachments,
        dedupKey,
        Optional.of(whom),
        Optional.of(what),
        confidential);
  }

  /** The same; {@code secret} says whether it holds what opens something. */
  public Notice holding(boolean secret) {
    return new Notice(
        to,
        language,
        template,
        arguments,
        rows,
        attachments,
        dedupKey,
        organisation,
        thread,
        secret);
  }

  /** The same, with these rows in its table. */
  public Notice with(List<Map<String, String>> tableRows) {
    return new Notice(
        to,
        language,
        template,
        arguments,
        tableRows,
        attachments,
        dedupKey,
        organisation,
        thread,
        confidential);
  }

  /** A document that goes with a mail. */
  public record Attachment(String name, String mediaType, Sha256 content) {}
}
