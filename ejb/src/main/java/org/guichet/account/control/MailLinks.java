package org.guichet.account.control;

import java.net.URI;
import org.guichet.account.entity.MailPurpose;

/** Where links in mails lead. Made from the setting of the public address, never from a request. */
public final class MailLinks {
  private MailLinks() {}

  public static String of(URI publicUrl, MailPurpose purpose, String token) {
    return publicUrl + path(purpose) + "?token=" + token;
  }

  /** The page behind links of a purpose. Opening it changes nothing; its button does. */
  public static String path(MailPurpose purpose) {
    return switch (purpose) {
      case ACTIVATION -> "/signin/activation.xhtml";
      case PASSWORD_RESET -> "/signin/reset.xhtml";
      case EMAIL_CHANGE -> "/signin/address.xhtml";
      case MEMBER_CHANGE -> "/signin/change.xhtml";
    };
  }
}
