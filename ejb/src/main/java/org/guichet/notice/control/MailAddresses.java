package org.guichet.notice.control;

import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Settings;

/**
 * By which addresses a mail and its notice know each other: the Message-ID, and the return path
 * where each mail has its own.
 */
public final class MailAddresses {
  private static final String WILD = "*";

  private final String from;
  private final Optional<String> returnPath;
  private final Optional<String> replyTo;

  public MailAddresses(Settings.Mail mail) {
    this.from = mail.from();
    this.returnPath = mail.returnPath();
    this.replyTo = mail.replyTo();
  }

  public String from() {
    return from;
  }

  /** Where answers are to go; empty: to the sender. */
  public Optional<String> replyTo() {
    return replyTo;
  }

  /** Whether this is where our mails come from, or where answers to them go. */
  public boolean ours(String address) {
    return address.equalsIgnoreCase(bare(from))
        || replyTo.filter(to -> address.equalsIgnoreCase(bare(to))).isPresent();
  }

  private static String bare(String address) {
    return address.substring(address.indexOf('<') + 1).replace(">", "").strip();
  }

  /** The Message-ID of a notice, the same whenever it is sent again. */
  public String messageId(UUID notice) {
    return "<" + notice + "@" + domain() + ">";
  }

  /** Where mail servers send a notice back to; empty: to the sender. */
  public Optional<String> returnPath(UUID notice) {
    return returnPath.map(path -> path.replace(WILD, notice.toString()));
  }

  /** Which notice has this Message-ID, if it is one of ours. */
  public Optional<UUID> byMessageId(String messageId) {
    String text = messageId.strip();
    int at = text.lastIndexOf('@');
    return text.startsWith("<")
            && text.endsWith(">")
            && at > 0
            && text.substring(at + 1, text.length() - 1).equalsIgnoreCase(domain())
        ? id(text.substring(1, at))
        : Optional.empty();
  }

  /** Which notice has this return path, where each has its own. */
  public Optional<UUID> byReturnPath(String address) {
    int wild = returnPath.map(path -> path.indexOf(WILD)).orElse(-1);
    if (wild < 0) {
      return Optional.empty();
    }
    String path = returnPath.orElseThrow();
    String before = path.substring(0, wild);
    String after = path.substring(wild + 1);
    return address.length() > before.length() + after.length()
            && address.regionMatches(true, 0, before, 0, before.length())
            && address.regionMatches(
                true, address.length() - after.length(), after, 0, after.length())
        ? id(address.substring(before.length(), address.length() - after.length()))
        : Optional.empty();
  }

  private String domain() {
    return from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
  }

  private static Optional<UUID> id(String text) {
    try {
      UUID id = UUID.fromString(text);
      return Optional.of(id).filter(read -> read.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
