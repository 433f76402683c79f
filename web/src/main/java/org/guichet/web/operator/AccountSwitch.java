package org.guichet.web.operator;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.UUID;
import org.guichet.account.boundary.AccountDirectory;
import org.guichet.account.entity.AccountMistake;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;
import org.jspecify.annotations.Nullable;

/** Disables any account of the deployment, or enables it again, by its button in the table. */
public class AccountSwitch extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final String PAGE = "/portal/accounts";

  @Inject transient AccountDirectory directory;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AccountId id = id(request.getParameter("account"));
    String key = "accounts.ENABLED";
    if ("disable".equals(request.getParameter("change"))) {
      key =
          directory
              .disable(visitor.caller(), id)
              .map(AccountMistake::code)
              .map(code -> "accounts." + code)
              .orElse("accounts.DISABLED");
    } else {
      directory.enable(visitor.caller(), id);
    }
    NoticeCookie.write(key, request, response);
    response.sendRedirect(request.getContextPath() + PAGE);
  }

  private static AccountId id(@Nullable String text) {
    try {
      return new AccountId(UUID.fromString(String.valueOf(text)));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_ACCOUNT, "malformed id");
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + PAGE);
  }
}
