package org.guichet.notice.entity;

import java.time.Instant;

/**
 * What became of a mail, for whoever may know that there was one.
 *
 * @param to hardly readable: {@code c…@exemple.fr}
 * @param changedAt when it got where it stands
 */
public record MailState(
    String to, String subject, NoticeStatus status, Instant postedAt, Instant changedAt) {
  /** Of an address only what somebody who knows it recognises. */
  public static String masked(String address) {
    int at = address.lastIndexOf('@');
    return at < 1 ? "…" : address.substring(0, 1) + "…" + address.substring(at);
  }
}
