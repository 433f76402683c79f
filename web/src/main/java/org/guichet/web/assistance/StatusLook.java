package org.guichet.web.assistance;

import org.guichet.assistance.entity.TicketStatus;
import org.guichet.web.Texts;

/**
 * How a request's status is shown.
 *
 * @param look class of its colour
 * @param icon name of its picture
 */
public record StatusLook(String look, String icon, String text) {
  static StatusLook of(TicketStatus status, Texts texts) {
    String text = texts.text("ticket.status." + status);
    return switch (status) {
      case OPEN -> new StatusLook("wa", "clock", text);
      case ANSWERED -> new StatusLook("ru", "mail", text);
      case ACCEPTED -> new StatusLook("ok", "up", text);
      case REFUSED -> new StatusLook("ko", "ban", text);
      case CLOSED -> new StatusLook("ne", "check", text);
    };
  }
}
