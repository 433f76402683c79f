package org.guichet.web.deposits;

import org.guichet.deposit.entity.DepositStanding;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.web.Texts;

/**
 * How a page shows what became of a deposit: never by its colour alone.
 *
 * @param look class of its colour
 * @param icon name of its picture
 * @param text in the page's language
 */
public record DepositLook(String look, String icon, String text) {
  public static DepositLook of(DepositStanding standing, Texts texts) {
    return new DepositLook(
        look(standing), icon(standing), texts.text("deposit.status." + standing));
  }

  public static DepositLook of(DepositStatus status, Texts texts) {
    return of(DepositStanding.valueOf(status.name()), texts);
  }

  private static String look(DepositStanding standing) {
    return switch (standing) {
      case ACCEPTED -> "ok";
      case REJECTED, FAILED -> "ko";
      case PARTLY_ACCEPTED, INCOMPLETE -> "wa";
      case RECEIVED, CHECKING -> "ru";
      case WITHDRAWN, DUPLICATE -> "ne";
    };
  }

  private static String icon(DepositStanding standing) {
    return switch (standing) {
      case ACCEPTED -> "up";
      case REJECTED -> "down";
      case FAILED -> "warn";
      case PARTLY_ACCEPTED, INCOMPLETE -> "half";
      case RECEIVED -> "clock";
      case CHECKING -> "run";
      case WITHDRAWN -> "ban";
      case DUPLICATE -> "copy";
    };
  }
}
