package org.guichet.web.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Backs {@code /assistance/sent}: the number of a request that was just taken. */
@Named
@RequestScoped
public class AssistanceSentPage {
  @Inject HttpServletRequest request;

  /** Empty when the address names none. */
  public String getNumber() {
    String number = request.getParameter("number");
    return number != null && number.matches("\\d{1,12}") ? number : "";
  }
}
