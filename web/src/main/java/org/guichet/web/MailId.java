package org.guichet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.guichet.platform.entity.RefusedException;

/** Which mail a button is about, by the parameter {@code mail}. */
public final class MailId {
  private MailId() {}

  /**
   * The id that was sent.
   *
   * @throws RefusedException with {@code NO_SUCH_MAIL} for nonsense
   */
  public static UUID asked(HttpServletRequest request) {
    try {
      return UUID.fromString(String.valueOf(request.getParameter("mail")));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_MAIL, "malformed id");
    }
  }
}
