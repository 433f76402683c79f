package org.guichet.web.deposits;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.boundary.Incoming;
import org.guichet.deposit.boundary.Spool;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.DropName;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;
import org.guichet.web.Notices;

/** Takes files from the page's form where no script sends them: {@code /portal/drop-files}. */
public class DropFiles extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Spool spool;
  @Inject transient CurrentVisitor visitor;
  @Inject transient Settings.Deposit settings;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Asked asked = new Asked(request);
    DepositKind kind = asked.one("kind", DepositKind.class).orElse(DepositKind.REAL);
    List<Notices.Carried> news = new ArrayList<>();
    int taken = 0;
    for (Part part : request.getParts()) {
      String name = name(part);
      if (part.getName().equals("files") && !name.isEmpty()) {
        if (!DropName.counts(name)) {
          news.add(Notices.Carried.of(false, "drop.name.wrong", name));
        } else if (part.getSize() > settings.maxSize()) {
          news.add(Notices.Carried.of(false, "drop.large.named", name));
        } else {
          take(
              visitor.caller(),
              DropFolder.of(kind),
              name,
              DropPage.number(asked.text("corrects")),
              part);
          taken++;
        }
      }
    }
    if (taken > 0) {
      news.add(0, Notices.Carried.of(true, "drop.taken", Integer.toString(taken)));
    } else if (news.isEmpty()) {
      news.add(Notices.Carried.of(false, "drop.none"));
    }
    NoticeCookie.write(news, request, response);
    response.sendRedirect(
        request.getContextPath() + (taken > 0 ? "/portal/deposits" : "/portal/drop"));
  }

  /** Some browsers once told the folder as well. */
  private static String name(Part part) {
    String told = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
    return told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf('\\')) + 1);
  }

  private void take(
      Caller caller, DropFolder folder, String name, Optional<Long> corrects, Part part)
      throws IOException {
    Incoming incoming =
        corrects.isPresent() && folder == DropFolder.REAL
            ? spool.beginCorrection(caller, name, corrects.get())
            : spool.begin(caller, folder, name);
    try (InputStream from = part.getInputStream()) {
      WritableByteChannel to = incoming;
      from.transferTo(Channels.newOutputStream(to));
    } catch (IOException e) {
      spool.cutShort(caller, incoming);
      throw e;
    }
    spool.close(caller, incoming);
  }
}
