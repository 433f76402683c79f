package org.guichet.web.invitation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guichet.account.entity.GrantPlace;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationQuery;
import org.guichet.invitation.entity.InvitationQuery.Sort;
import org.guichet.invitation.entity.InvitationStatus;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.SortedBy;

/**
 * What the table of codes shows, as its address says it: {@code q}, {@code status}, which place,
 * {@code sort}, {@code page}.
 */
record CodesListing(Asked asked, List<InvitationPlace> places) {
  static final int SIZE = 25;

  private static final String USUAL = "-created";
  private static final Pattern CODE =
      Pattern.compile("[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");

  static CodesListing asked(HttpServletRequest request, List<InvitationPlace> places) {
    return new CodesListing(new Asked(request), places);
  }

  /** How an address names a place. */
  static String word(InvitationPlace place) {
    return (place.organisation() ? "o-" : "g-") + place.code();
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
    return !text().isEmpty() || status().isPresent() || !placeWord().isEmpty();
  }

  /** What is asked for besides the order and the page. */
  String filter() {
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
        text(), status(), place(asked.text("place")), order().by(), order().descending(), part);
  }

  InvitationQuery page() {
    return part(new PageRequest((asked.page() - 1) * SIZE, SIZE));
  }
}
