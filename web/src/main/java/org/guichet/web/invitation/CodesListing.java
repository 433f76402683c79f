package org.guichet.web.invitation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guichet.account.entity.GrantPlace;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationQuery;
import org.guichet.invitation.entity.InvitationQuery.Sort;
import org.guichet.invitation.entity.InvitationStatus;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.SortedBy;

/**
 * What the table of codes shows, as its address says it: {@code q}, {@code status}, which place,
 * {@code sort}, {@code page}; {@code flat} when codes of one place don't stand together.
 */
record CodesListing(Asked asked, List<InvitationPlace> places) {
  static final int SIZE = 25;

  private static final String USUAL = "-created";
  private static final String ORGANISATION = "o-";
  private static final String FLAT = "flat=1&";
  private static final Pattern CODE =
      Pattern.compile("[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");

  /** What the address asks for, of what the caller administers. */
  static CodesListing asked(HttpServletRequest request, InvitationDesk desk, Caller caller) {
    Asked asked = new Asked(request);
    List<InvitationPlace> places = desk.places(caller);
    String wanted = asked.text("place");
    return new CodesListing(
        asked,
        Stream.concat(
                places.stream(),
                places.stream().anyMatch(place -> word(place).equals(wanted))
                    ? Stream.empty()
                    : organisation(desk, caller, wanted).stream())
            .toList());
  }

  /** One of the many that whoever runs the portal administers, and that isn't offered. */
  private static Optional<InvitationPlace> organisation(
      InvitationDesk desk, Caller caller, String wanted) {
    return Optional.of(wanted)
        .filter(word -> word.startsWith(ORGANISATION))
        .flatMap(word -> Matricule.parse(word.substring(ORGANISATION.length())))
        .flatMap(matricule -> desk.place(caller, matricule));
  }

  /** How an address names a place. */
  static String word(InvitationPlace place) {
    return (place.organisation() ? ORGANISATION : "g-") + place.code();
  }

  String text() {
    return asked.text("q");
  }

  /** Whether a whole code is looked for. */
  boolean isCode() {
    return CODE.matcher(text()).matches();
  }

  Optional<InvitationStatus> status() {
    return asked.one("status", InvitationStatus.class);
  }

  String placeWord() {
    String wanted = asked.text("place");
    return place(wanted).isPresent() ? wanted : "";
  }

  /** Whether a place is asked for that the visitor doesn't administer, or that isn't there. */
  boolean astray() {
    return !asked.text("place").isEmpty() && placeWord().isEmpty();
  }

  boolean grouped() {
    return asked.text("flat").isEmpty();
  }

  /** What asks for the same, grouped or not as now. */
  private String kept() {
    return grouped() ? "" : FLAT;
  }

  /** The query that asks for the same, with codes of one place together or not, unlike now. */
  String regrouped() {
    String sort = order().word();
    return narrowed() + (sort.equals(USUAL) ? "" : "sort=" + sort + "&") + (grouped() ? FLAT : "");
  }

  private Optional<GrantPlace> place(String wanted) {
    return places.stream()
        .filter(place -> word(place).equals(wanted))
        .map(InvitationPlace::place)
        .findFirst();
  }

  SortedBy<Sort> order() {
    return asked.text("sort").isEmpty()
        ? new SortedBy<>(Sort.CREATED, true)
        : SortedBy.asked(asked, Sort.CREATED);
  }

  boolean filtered() {
    return !text().isEmpty() || status().isPresent() || !asked.text("place").isEmpty();
  }

  /** What is asked for besides the order and the page. */
  String filter() {
    return narrowed() + kept();
  }

  private String narrowed() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("q", text());
    parameters.put("status", status().map(Enum::name).orElse(""));
    parameters.put("place", placeWord());
    return Asked.query(parameters);
  }

  /** What is asked for besides the page. */
  String query() {
    String sort = order().word();
    return filter() + (sort.equals(USUAL) ? "" : "sort=" + sort + "&");
  }

  InvitationQuery part(PageRequest part) {
    return new InvitationQuery(
        text(),
        status(),
        place(asked.text("place")),
        order().by(),
        order().descending(),
        grouped(),
        part);
  }

  InvitationQuery page() {
    return part(new PageRequest((asked.page() - 1) * SIZE, SIZE));
  }
}
