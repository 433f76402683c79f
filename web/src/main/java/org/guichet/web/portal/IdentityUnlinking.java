package org.guichet.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.UUID;
import org.guichet.account.boundary.OwnIdentities;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;
import org.jspecify.annotations.Nullable;

/** Ends the link with an identity of the provider, by its button in the list. */
public class IdentityUnlinking extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient OwnIdentities identities;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean done =
        identities
            .unlink(visitor.caller(), id(request.getParameter("identity")))
            .fold(unlinked -> true, sent -> false, refused -> false);
    if (done) {
      NoticeCookie.write("identities.UNLINKED", request, response);
    } else {
      NoticeCookie.warn("identities.LAST_WAY_IN", request, response);
    }
    response.sendRedirect(request.getContextPath() + "/portal/identities");
  }

  private static UUID id(@Nullable String text) {
    try {
      return UUID.fromString(String.valueOf(text));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NOT_ALLOWED, "malformed id");
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/portal/identities");
  }
}
