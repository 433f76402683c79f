package org.guichet.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guichet.notice.control.MailAddresses;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.entity.Settings;

/** Notices about invented deposits. */
public final class NoticeSamples {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private NoticeSamples() {}

  /** A sender without a return path of its own. */
  public static MailAddresses addresses(String from) {
    return new MailAddresses(new Settings.Mail(from, Optional.empty(), LocalTime.NOON));
  }

  /** That a file is received, with these documents. */
  public static Notice received(String key, Notice.Attachment... attachments) {
    return received(key, Locale.FRENCH, attachments);
  }

  public static Notice received(String key, Locale language, Notice.Attachment... attachments) {
    return new Notice(
        "contact@lycee.example",
        language,
        "receipt.reception.ok",
        Map.of("depositNumber", "42", "fileName", "certifiés été.xml", "receiptNumber", "R-7"),
        List.of(attachments),
        key);
  }
}
