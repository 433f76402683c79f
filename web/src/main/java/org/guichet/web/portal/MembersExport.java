package org.guichet.web.portal;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.MemberView;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Sheet;
import org.guichet.web.SheetFile;
import org.guichet.web.Texts;
import org.guichet.web.portal.MembersListing.Column;

/**
 * The table of people as a file: the same filters, order and columns as the address says, all its
 * pages. {@code /portal/members.csv}, {@code /portal/members.xlsx}.
 */
public class MembersExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Members members;
  @Inject transient MembersOrganisation organisation;
  @Inject transient MemberWords words;
  @Inject transient CurrentVisitor visitor;
  @Inject transient Settings settings;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MembersListing listing = MembersListing.asked(request);
    Texts texts = words.texts();
    ZoneId zone = settings.zone();
    Page<MemberView> first = part(listing, 0); // refused before the first byte is written
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    try (Sheet sheet =
        new SheetFile(request, response, texts, zone)
            .begin(
                texts.text("members.file") + "-" + organisation.getMatricule() + "-" + today,
                texts.text("members.title"))) {
      sheet.head(head(listing, texts));
      SheetFile.write(
          sheet, first, from -> part(listing, from), member -> cells(listing, member, texts));
    }
  }

  private Page<MemberView> part(MembersListing listing, int from) {
    return members.list(visitor.caller(), organisation.id(), listing.query(PageRequest.from(from)));
  }

  private static List<String> head(MembersListing listing, Texts texts) {
    List<String> names = new ArrayList<>();
    names.add(texts.text("person.family"));
    names.add(texts.text("person.given"));
    names.add(texts.text("members.column.LOGIN"));
    listing.columns().forEach(column -> names.add(texts.text("members.column." + column)));
    return names;
  }

  private List<Object> cells(MembersListing listing, MemberView member, Texts texts) {
    AccountView account = member.account();
    List<Object> cells = new ArrayList<>();
    cells.add(account.name().family());
    cells.add(account.name().given());
    cells.add(account.login());
    listing.columns().forEach(column -> cells.add(cell(column, member, texts)));
    return cells;
  }

  private Object cell(Column column, MemberView member, Texts texts) {
    AccountView account = member.account();
    return switch (column) {
      case EMAIL -> account.email();
      case PROFILES -> String.join(", ", words.profiles(member));
      case STATE -> words.standing(account);
      case FACTOR -> texts.text("member.factor." + (member.secondFactor() ? "on" : "off"));
      case SEEN -> time(account.lastSignInAt());
      case CREATED -> account.createdAt();
      case EXPIRES -> account.expiresAt();
    };
  }

  private static Object time(Optional<Instant> time) {
    return time.<Object>map(known -> known).orElse("");
  }
}
