package org.guichet.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.guichet.account.boundary.OwnProfile;
import org.guichet.web.CurrentVisitor;

/** What the portal knows about the visitor, as a file to keep. */
public class MyData extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient OwnProfile profile;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String data = profile.myData(visitor.caller());
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"guichet.json\"");
    response.getWriter().print(data);
  }
}
