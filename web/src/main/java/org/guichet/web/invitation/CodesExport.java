package org.guichet.web.invitation;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.invitation.boundary.Invitations;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CsvSheet;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Sheet;
import org.guichet.web.Texts;
import org.guichet.web.XlsxSheet;

/**
 * The table of codes as a file: the same filters and order as the address says, all its pages.
 * {@code /portal/codes.csv}, {@code /portal/codes.xlsx}. A file lies about, so it never holds a
 * code that works: only how each begins.
 */
public class CodesExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient InvitationDesk desk;
  @Inject transient Invitations invitations;
  @Inject transient InvitationWords words;
  @Inject transient CurrentVisitor visitor;
  @Inject transient Settings settings;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CodesListing listing = CodesListing.asked(request, invitations.places(visitor.caller()));
    Texts texts = words.texts();
    ZoneId zone = settings.zone();
    boolean csv = request.getServletPath().endsWith(".csv");
    // Refused before the first byte is written.
    Page<InvitationView> first = part(listing, 0);
    String name =
        texts.text("codes.file")
            + "-"
            + LocalDate.ofInstant(clock.instant(), zone)
            + (csv ? ".csv" : ".xlsx");
    response.setContentType(csv ? CsvSheet.TYPE : XlsxSheet.TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    try (Sheet sheet =
        csv
            ? new CsvSheet(response.getOutputStream(), texts.language(), zone)
            : new XlsxSheet(response.getOutputStream(), texts.text("codes.title"), zone)) {
      write(sheet, listing, texts, first);
    }
  }

  private void write(Sheet sheet, CodesListing listing, Texts texts, Page<InvitationView> first)
      throws IOException {
    sheet.head(
        Stream.of(
                "creator",
                "begins",
                "place",
                "mode",
                "created",
                "last_day",
                "status",
                "rights",
                "used_by",
                "used_at")
            .map(column -> texts.text("codes." + column))
            .toList());
    Page<InvitationView> page = first;
    int written = 0;
    while (!page.rows().isEmpty()) {
      for (InvitationView view : page.rows()) {
        sheet.row(cells(view));
      }
      written += page.rows().size();
      page = written < page.total() ? part(listing, written) : new Page<>(List.of(), written);
    }
  }

  private Page<InvitationView> part(CodesListing listing, int from) {
    return desk.list(visitor.caller(), listing.part(PageRequest.from(from)));
  }

  private List<Object> cells(InvitationView view) {
    return List.of(
        view.creator().orElse(""),
        view.beginning(),
        words.place(view.place()),
        words.mode(view.place()),
        view.createdAt(),
        view.lastDay().toString(),
        words.status(view),
        String.join(", ", view.rights().stream().sorted().toList()),
        view.usedBy().orElse(""),
        time(view.usedAt()));
  }

  private static Object time(Optional<Instant> time) {
    return time.<Object>map(known -> known).orElse("");
  }
}
