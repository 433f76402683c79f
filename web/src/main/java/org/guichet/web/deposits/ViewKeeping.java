package org.guichet.web.deposits;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.guichet.account.boundary.OwnViews;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;
import org.guichet.web.Notices;

/**
 * Keeps what the list of deposits shows under a name, or forgets that: {@code
 * /portal/deposits-views}. The form says the filters as the list's address does, and they are read
 * in the same way, so nothing else gets into a view.
 */
public class ViewKeeping extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  /** Under which the views of this table are kept. */
  static final String TABLE = "deposits";

  @Inject transient OwnViews views;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = DepositsListing.asked(request).query();
    Asked asked = new Asked(request);
    String forgotten = asked.text("forget");
    Notices.Carried news =
        forgotten.isEmpty() ? keep(asked.text("view"), query) : forget(forgotten);
    NoticeCookie.write(List.of(news), request, response);
    response.sendRedirect(request.getContextPath() + "/portal/deposits?" + query);
  }

  private Notices.Carried keep(String name, String query) {
    OwnViews.Kept kept = views.keep(visitor.caller(), TABLE, name, query);
    return switch (kept) {
      case NEW, REPLACED -> Notices.Carried.of(true, "deposits.view." + kept, name);
      case WRONG_NAME, TOO_MANY ->
          Notices.Carried.of(false, "deposits.view." + kept, Integer.toString(OwnViews.MOST));
    };
  }

  /** One that isn't there any more is as good as forgotten. */
  private Notices.Carried forget(String id) {
    try {
      views.forget(visitor.caller(), UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Notices.Carried.of(false, "deposits.view.NONE");
    }
    return Notices.Carried.of(true, "deposits.view.forgotten");
  }
}
