package org.guichet.web.operator;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.entity.RetryOutcome;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;
import org.jspecify.annotations.Nullable;

/** Checks a file again whose checking broke down, or answers it KO, by its buttons. */
public class FailureDecision extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final String PAGE = "/portal/failures";

  @Inject transient DepositDesk desk;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long number = number(request.getParameter("deposit"));
    boolean again = !"give-up".equals(request.getParameter("decision"));
    RetryOutcome outcome =
        again ? desk.retry(visitor.caller(), number) : desk.giveUp(visitor.caller(), number);
    NoticeCookie.write(
        outcome.<String>fold(
            back -> again ? "failures.RETRIED" : "failures.GIVEN_UP", not -> "failures.NOT_FAILED"),
        request,
        response);
    response.sendRedirect(request.getContextPath() + PAGE);
  }

  private static long number(@Nullable String text) {
    try {
      return Long.parseLong(String.valueOf(text));
    } catch (NumberFormatException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_DEPOSIT, "malformed number");
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + PAGE);
  }
}
