package org.guichet.web.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.platform.entity.Page;
import org.guichet.roster.boundary.RosterPeople;
import org.guichet.roster.entity.ClassLink;
import org.guichet.roster.entity.PersonLine;
import org.guichet.roster.entity.PersonStanding;
import org.guichet.roster.entity.Profile;
import org.guichet.web.Extent;
import org.guichet.web.portal.WorkedFor;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/people}: the people whom an organisation imported. */
@Named
@RequestScoped
public class PeoplePage {
  /** A longer list isn't one to choose from: the page of classes leads here. */
  private static final int MOST_CLASSES = 300;

  @Inject HttpServletRequest request;
  @Inject WorkedFor worked;
  @Inject RosterPeople people;
  @Inject PeopleWords words;

  private @Nullable PeopleListing listing;
  private @Nullable Page<PersonLine> found;
  private @Nullable List<ClassLink> classes;

  private PeopleListing listing() {
    if (listing == null) {
      listing = PeopleListing.asked(request);
    }
    return listing;
  }

  private Page<PersonLine> found() {
    if (found == null) {
      found = people.list(worked.caller(), worked.id(), listing().page());
    }
    return found;
  }

  private List<ClassLink> classLinks() {
    if (classes == null) {
      classes = people.classLinks(worked.caller(), worked.id());
    }
    return classes;
  }

  public List<PeopleWords.Row> getRows() {
    return found().rows().stream().map(words::row).toList();
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

  /** What asks for the names the other way round. */
  public String getTurned() {
    return listing().turned();
  }

  /** As {@code aria-sort} says it. */
  public String getSort() {
    return listing().descending() ? "descending" : "ascending";
  }

  /** What this list is asked for with, as a form sends it on. */
  public String getSortWord() {
    return listing().descending() ? "-name" : "";
  }

  public List<Choice> getProfiles() {
    return Stream.of(Profile.values())
        .map(one -> choice(one.name(), words.profile(one), listing().profile().map(Enum::name)))
        .toList();
  }

  public List<Choice> getStates() {
    return Stream.of(PersonStanding.values())
        .map(
            one ->
                choice(
                    one.name(),
                    words.texts().text("people.state." + one),
                    listing().state().map(Enum::name)))
        .toList();
  }

  /** Classes to choose from; only the chosen one where there are too many. */
  public List<Choice> getClasses() {
    Optional<String> chosen = listing().schoolClass().map(UUID::toString);
    List<ClassLink> all = classLinks();
    return all.stream()
        .filter(
            one -> all.size() <= MOST_CLASSES || chosen.equals(Optional.of(one.id().toString())))
        .map(one -> choice(one.id().toString(), one.label(), chosen))
        .toList();
  }

  private static Choice choice(String word, String text, Optional<String> chosen) {
    return new Choice(word, text, chosen.equals(Optional.of(word)));
  }

  /** The import whose people are shown; empty for all. */
  public String getChangedBy() {
    return listing().changedBy().map(UUID::toString).orElse("");
  }

  /** The same people without that filter. */
  public String getWithoutImport() {
    return "?" + listing().filter().replaceAll("import=[^&]*&", "");
  }

  /** Files that can be had of this list: of one profile each, as an import reads them. */
  public List<Choice> getFiles() {
    return Stream.of(Profile.values())
        .filter(one -> listing().profile().isEmpty() || listing().profile().get() == one)
        .map(one -> choice(fileQuery(one), words.profile(one), Optional.empty()))
        .toList();
  }

  private String fileQuery(Profile profile) {
    String query =
        listing().filter().replaceAll("profile=[^&]*&", "") + "profile=" + profile.name();
    return "?" + query;
  }

  /** From 1. */
  public int getPage() {
    return listing().asked().page();
  }

  public boolean isMore() {
    return extent().more();
  }

  public String getExtent() {
    return extent().text(words.texts(), "people.extent");
  }

  private Extent extent() {
    return new Extent(getPage(), PeopleListing.SIZE, found().rows().size(), found().total());
  }

  /** Something to choose, by the word that the address has for it. */
  public record Choice(String word, String text, boolean chosen) {}
}
