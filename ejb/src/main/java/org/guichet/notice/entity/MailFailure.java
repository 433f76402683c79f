package org.guichet.notice.entity;

import org.jspecify.annotations.Nullable;

/**
 * Why a mail did not get where it should.
 *
 * @param answer what the mail server answered, by its numbers: {@code 550 5.1.1}; null when none
 *     did
 * @param words of the mail server or the machine, on one line, without any mail address
 */
public record MailFailure(Kind kind, @Nullable String answer, String words) {
  /** A sort of failure; worded for operators in the bundle of the command line. */
  public enum Kind {
    /** No mail server answers there, or it sends everybody away. */
    OUT_OF_REACH(true, false),
    /** Its certificate is vouched for by nobody whom this server trusts, or is another's. */
    CERTIFICATE_NOT_TRUSTED(true, false),
    /** The connection is to be protected, and the mail server offers no protection. */
    NOT_PROTECTED(true, false),
    /** It takes no mails without signing in, or neither user nor password. */
    SIGN_IN_REFUSED(true, false),
    /** It takes no mails from our sender's address. */
    SENDER_REFUSED(true, false),
    /** It asks to come again later with this mail. */
    LATER(false, false),
    /** It takes this mail neither now nor later. */
    REFUSED(false, true),
    /** The connection broke, or a document of the mail could not be read. */
    BROKEN_OFF(false, false),
    /** It was taken, and came back. */
    BOUNCED(false, true);

    private final boolean anyMail;
    private final boolean forGood;

    Kind(boolean anyMail, boolean forGood) {
      this.anyMail = anyMail;
      this.forGood = forGood;
    }

    /** Whether any other mail would fail as well now. */
    public boolean anyMail() {
      return anyMail;
    }

    /** Whether trying again by itself is pointless. */
    public boolean forGood() {
      return forGood;
    }
  }
}
