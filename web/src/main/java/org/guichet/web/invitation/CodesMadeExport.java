package org.guichet.web.invitation;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.invitation.boundary.Invitations;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CsvSheet;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Sheet;
import org.guichet.web.Texts;

/**
 * Codes that the visitor has made at once, with whom each is for: to be handed out. {@code
 * /portal/codes-made.csv?batch=…}, {@code .pdf}; for who made them only, while they work.
 */
public class CodesMadeExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Invitations invitations;
  @Inject transient InvitationWords words;
  @Inject transient CurrentVisitor visitor;
  @Inject transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UUID batch = CodePage.id(request.getParameter("batch"));
    if (request.getServletPath().endsWith(".pdf")) {
      print(batch, response);
    } else {
      write(batch, response);
    }
  }

  private void print(UUID batch, HttpServletResponse response) throws IOException {
    Texts texts = words.texts();
    byte[] paper = invitations.print(visitor.caller(), batch, texts.language());
    response.setContentType("application/pdf");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + texts.text("codes.made.file") + ".pdf\"");
    response.getOutputStream().write(paper);
  }

  private void write(UUID batch, HttpServletResponse response) throws IOException {
    // Refused before the first byte is written.
    List<InvitationView> made = invitations.made(visitor.caller(), batch);
    Texts texts = words.texts();
    response.setContentType(CsvSheet.TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + texts.text("codes.made.file") + ".csv\"");
    try (Sheet sheet =
        new CsvSheet(response.getOutputStream(), texts.language(), settings.zone())) {
      sheet.head(
          Stream.of("codes.holder", "person.email", "codes.code", "codes.place", "codes.last_day")
              .map(texts::text)
              .toList());
      for (InvitationView view : made) {
        if (view.code().isPresent()) {
          sheet.row(
              List.of(
                  view.holder().map(InvitationView.Holder::name).orElse(""),
                  view.holder().map(InvitationView.Holder::email).orElse(""),
                  view.code().get(),
                  words.place(view.place()),
                  view.lastDay().toString()));
        }
      }
    }
  }
}
