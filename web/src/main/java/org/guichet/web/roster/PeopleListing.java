package org.guichet.web.roster;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.PageRequest;
import org.guichet.roster.entity.PeopleQuery;
import org.guichet.roster.entity.PersonStanding;
import org.guichet.roster.entity.Profile;
import org.guichet.web.Asked;
import org.guichet.web.portal.WorkedFor;

/**
 * What the table of people shows, as its address says it: {@code q}, {@code profile}, {@code
 * class}, {@code state}, {@code import}, {@code sort}, {@code page}, and {@code of} which
 * organisation. Nonsense counts for nothing.
 */
record PeopleListing(Asked asked) {
  static final int SIZE = 25;

  private static final String BACKWARDS = "-name";

  static PeopleListing asked(HttpServletRequest request) {
    return new PeopleListing(new Asked(request));
  }

  String text() {
    return asked.text("q");
  }

  Optional<Profile> profile() {
    return asked.one("profile", Profile.class);
  }

  Optional<PersonStanding> state() {
    return asked.one("state", PersonStanding.class);
  }

  Optional<UUID> schoolClass() {
    return id("class");
  }

  /** The import whose people are shown. */
  Optional<UUID> changedBy() {
    return id("import");
  }

  private Optional<UUID> id(String name) {
    try {
      return Optional.of(asked.text(name)).filter(text -> !text.isEmpty()).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean descending() {
    return asked.text("sort").equals(BACKWARDS);
  }

  /** What the button at the names asks for. */
  String turned() {
    return descending() ? "name" : BACKWARDS;
  }

  boolean filtered() {
    return !text().isEmpty()
        || profile().isPresent()
        || state().isPresent()
        || schoolClass().isPresent()
        || changedBy().isPresent();
  }

  /** What is asked for besides the order and the page. */
  String filter() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("q", text());
    parameters.put("profile", profile().map(Enum::name).orElse(""));
    return Asked.query(parameters) + rest();
  }

  /** What is asked for besides words, profile, order and page: what a file has a say in. */
  String rest() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("class", schoolClass().map(UUID::toString).orElse(""));
    parameters.put("state", state().map(Enum::name).orElse(""));
    parameters.put("import", changedBy().map(UUID::toString).orElse(""));
    parameters.put(WorkedFor.PARAMETER, asked.text(WorkedFor.PARAMETER));
    return Asked.query(parameters);
  }

  /** What is asked for besides the page. */
  String query() {
    return filter() + (descending() ? "sort=" + BACKWARDS + "&" : "");
  }

  PeopleQuery page() {
    return query(new PageRequest((asked.page() - 1) * SIZE, SIZE));
  }

  PeopleQuery query(PageRequest part) {
    return new PeopleQuery(
        text(), profile(), schoolClass(), state(), changedBy(), descending(), part);
  }

  /**
   * The same as a file: of the profile that the address names, of pupils where it names none; of
   * those who stay, unless it names others: an import would bring back whoever it finds there.
   */
  PeopleQuery file() {
    return new PeopleQuery(
        text(),
        profile().or(() -> Optional.of(Profile.PUPIL)),
        schoolClass(),
        state().or(() -> Optional.of(PersonStanding.ACTIVE)),
        changedBy(),
        false,
        PageRequest.from(0));
  }
}
