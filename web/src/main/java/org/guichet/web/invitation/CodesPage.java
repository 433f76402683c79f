package org.guichet.web.invitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.invitation.boundary.Invitations;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationQuery.Sort;
import org.guichet.invitation.entity.InvitationStatus;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.platform.entity.Page;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Extent;
import org.guichet.web.Notices;
import org.guichet.web.SortedBy;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/codes}: invitation codes of all that the visitor administers. */
@Named
@RequestScoped
public class CodesPage {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject InvitationDesk desk;
  @Inject Invitations invitations;
  @Inject InvitationWords words;
  @Inject Notices notices;

  private @Nullable CodesListing listing;
  private @Nullable Page<InvitationView> found;

  private CodesListing listing() {
    if (listing == null) {
      listing = CodesListing.asked(request, desk, visitor.caller());
    }
    return listing;
  }

  private Page<InvitationView> found() {
    if (found == null) {
      found =
          listing().astray()
              ? new Page<>(List.of(), 0)
              : desk.list(visitor.caller(), listing().page());
    }
    return found;
  }

  /**
   * Looks for what was typed. A whole code leads to its own page: no address ever holds one, since
   * addresses are kept by browsers and proxies.
   */
  public @Nullable String act() {
    if (!request.getMethod().equals("POST")) {
      return notices.stay();
    }
    Optional<String> code =
        desk.locate(visitor.caller(), listing().text()).map(id -> "/portal/code?id=" + id);
    if (code.isPresent()) {
      return notices.to(code.get());
    }
    if (listing().isCode()) {
      return notices.warning("codes.NOT_FOUND").to("/portal/codes");
    }
    return notices.to("/portal/codes" + getFileQuery());
  }

  /** Whether there is anything that the visitor can make codes for. */
  public boolean isInviting() {
    return !invitations.places(visitor.caller()).isEmpty();
  }

  public List<InvitationWords.Row> getRows() {
    return found().rows().stream().map(words::row).toList();
  }

  /** The same, codes of one place together under its name; in one part without a name else. */
  public List<Part> getParts() {
    if (!listing().grouped()) {
      return List.of(new Part("", getRows()));
    }
    Map<InvitationPlace, List<InvitationWords.Row>> parts = new LinkedHashMap<>();
    for (InvitationView view : found().rows()) {
      parts.computeIfAbsent(view.place(), place -> new ArrayList<>()).add(words.row(view));
    }
    return parts.entrySet().stream()
        .map(part -> new Part(words.heading(part.getKey()), part.getValue()))
        .toList();
  }

  public boolean isGrouped() {
    return listing().grouped();
  }

  /** The query of the same list, grouped when it isn't now, and the other way round. */
  public String getRegrouped() {
    String query = listing().regrouped();
    return query.isEmpty() ? "" : query.substring(0, query.length() - 1);
  }

  /** Whether the address asks for a place that the visitor doesn't administer. */
  public boolean isAstray() {
    return listing().astray();
  }

  /** How many columns the table has. */
  public int getWidth() {
    return isDeactivating() ? 9 : 8;
  }

  /** Whether any code in the table can be deactivated. */
  public boolean isDeactivating() {
    return found().rows().stream().anyMatch(view -> view.status() == InvitationStatus.VALID);
  }

  public String getText() {
    return listing().text();
  }

  public boolean isFiltered() {
    return listing().filtered();
  }

  public String getFilter() {
    return listing().filter();
  }

  public String getQuery() {
    return listing().query();
  }

  public String getSort() {
    return listing().order().word();
  }

  /** What is shown now as the query of a file. */
  public String getFileQuery() {
    String query = getQuery();
    return query.isEmpty() ? "" : "?" + query.substring(0, query.length() - 1);
  }

  public List<SortedBy.Column> getColumns() {
    return Stream.of(Sort.CREATOR, Sort.PLACE, Sort.CREATED, Sort.LAST_DAY)
        .map(sort -> listing().order().column(sort, "codes."))
        .toList();
  }

  public List<Choice> getStatuses() {
    Optional<InvitationStatus> chosen = listing().status();
    return Stream.of(InvitationStatus.values())
        .map(
            status ->
                new Choice(
                    status.name(),
                    words.texts().text("codes.status." + status),
                    chosen.equals(Optional.of(status))))
        .toList();
  }

  public List<Choice> getPlaces() {
    return listing().places().stream()
        .map(
            place ->
                new Choice(
                    CodesListing.word(place),
                    words.place(place),
                    CodesListing.word(place).equals(listing().placeWord())))
        .toList();
  }

  /** From 1. */
  public int getPage() {
    return listing().asked().page();
  }

  public boolean isMore() {
    return extent().more();
  }

  public String getExtent() {
    return extent().text(words.texts(), "codes.extent");
  }

  private Extent extent() {
    return new Extent(getPage(), CodesListing.SIZE, found().rows().size(), found().total());
  }

  /** Codes that stand together; the name may be empty. */
  public record Part(String name, List<InvitationWords.Row> rows) {
    public Part {
      rows = List.copyOf(rows);
    }
  }

  /** Something to choose, by the word that the address has for it. */
  public record Choice(String word, String text, boolean chosen) {}
}
