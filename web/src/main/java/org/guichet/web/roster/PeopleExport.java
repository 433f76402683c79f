package org.guichet.web.roster;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.boundary.PeopleFiles;
import org.guichet.roster.entity.PeopleSheet;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.SheetPart;
import org.guichet.web.Sheet;
import org.guichet.web.SheetFile;
import org.guichet.web.Texts;
import org.guichet.web.portal.WorkedFor;

/**
 * People of one profile as a file that an import reads again: what the table shows, all its pages.
 * {@code /portal/people.csv}, {@code /portal/people.xlsx}.
 */
public class PeopleExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient PeopleFiles files;
  @Inject transient PeopleWords words;
  @Inject transient WorkedFor worked;
  @Inject transient Settings settings;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PeopleListing listing = PeopleListing.asked(request);
    OrganisationId organisation = worked.id();
    PeopleSheet plan = files.begin(worked.caller(), organisation, listing.file());
    Texts texts = words.texts();
    ZoneId zone = settings.zone();
    Profile profile = plan.query().profile().orElseThrow();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    SheetPart part = files.rows(worked.caller(), organisation, plan, Optional.empty());
    try (Sheet sheet =
        new SheetFile(request, response, texts, zone)
            .begin(texts.text("people.file." + profile) + "-" + today, words.profile(profile))) {
      sheet.head(plan.heads());
      write(sheet, part);
      while (part.last().isPresent()) {
        part = files.rows(worked.caller(), organisation, plan, part.last());
        write(sheet, part);
      }
    }
  }

  private static void write(Sheet sheet, SheetPart part) throws IOException {
    for (var row : part.rows()) {
      sheet.row(row);
    }
  }
}
