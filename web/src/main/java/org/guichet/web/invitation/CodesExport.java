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
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Sheet;
import org.guichet.web.SheetFile;
import org.guichet.web.Texts;

/**
 * The table of codes as a file: the same filters and order as the address says, all its pages.
 * {@code /portal/codes.csv}, {@code /portal/codes.xlsx}. A file lies about, so it never holds a
 * code that works: only how each begins.
 */
public class CodesExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS =
      List.of(
          "creator",
          "begins",
          "place",
          "mode",
          "created",
          "last_day",
          "status",
          "rights",
          "used_by",
          "used_at");

  @Inject transient InvitationDesk desk;
  @Inject transient InvitationWords words;
  @Inject transient CurrentVisitor visitor;
  @Inject transient Settings settings;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CodesListing listing = CodesListing.asked(request, desk, visitor.caller());
    if (listing.astray()) {
      throw new RefusedException(
          RefusedException.Code.NOT_ALLOWED, "codes of " + listing.asked().text("place"));
    }
    Texts texts = words.texts();
    ZoneId zone = settings.zone();
    Page<InvitationView> first = part(listing, 0); // refused before the first byte is written
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    try (Sheet sheet =
        new SheetFile(request, response, texts, zone)
            .begin(texts.text("codes.file") + "-" + today, texts.text("codes.title"))) {
      sheet.head(COLUMNS.stream().map(column -> texts.text("codes." + column)).toList());
      SheetFile.write(sheet, first, from -> part(listing, from), this::cells);
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
