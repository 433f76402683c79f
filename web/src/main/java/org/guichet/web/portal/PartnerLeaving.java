package org.guichet.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.guichet.account.boundary.OwnRights;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;

/** Ends the visitor's membership of an organisation, by its button. */
public class PartnerLeaving extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final String PAGE = "/portal/partners";

  @Inject transient OwnRights own;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String matricule = String.valueOf(request.getParameter("organisation"));
    Belonging organisation =
        visitor.person().map(SignedInPerson::belongings).orElse(List.of()).stream()
            .filter(one -> one.matricule().equals(matricule))
            .findFirst()
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Code.NO_SUCH_ORGANISATION, "not one's own"));
    String key =
        own.leave(visitor.caller(), organisation.organisation()).isPresent()
            ? "partners.LAST_ADMINISTRATOR"
            : "partners.LEFT";
    NoticeCookie.write(key, request, response);
    response.sendRedirect(request.getContextPath() + PAGE);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + PAGE);
  }
}
