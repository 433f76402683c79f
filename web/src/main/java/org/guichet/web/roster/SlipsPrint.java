package org.guichet.web.roster;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.guichet.roster.boundary.SlipDesk;
import org.guichet.web.Texts;
import org.guichet.web.portal.WorkedFor;

/**
 * Slips as PDF: {@code POST /portal/print-slips}, since it makes new codes and kills those of
 * earlier slips.
 */
public class SlipsPrint extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient SlipDesk desk;
  @Inject transient PeopleWords words;
  @Inject transient WorkedFor worked;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Texts texts = words.texts();
    byte[] paper =
        desk.print(worked.caller(), worked.id(), SlipsPage.target(request), texts.language());
    response.setContentType("application/pdf");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + texts.text("slips.file") + ".pdf\"");
    response.getOutputStream().write(paper);
  }
}
