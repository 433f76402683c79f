package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guichet.account.boundary.UserOverview;
import org.guichet.account.entity.Catalogue.Application;
import org.guichet.account.entity.Headcount;
import org.guichet.account.entity.PeopledGroup;
import org.guichet.account.entity.PeopledOrganisation;
import org.guichet.organisation.entity.OrganisationState;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Extent;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/users}: the organisations and the groups of services whose people the
 * visitor manages. {@code q} narrows the organisations.
 */
@Named
@RequestScoped
public class UsersPage {
  private static final int SIZE = 25;

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject UserOverview overview;

  private @Nullable Page<PeopledOrganisation> found;
  private @Nullable List<Offering> services;

  private Page<PeopledOrganisation> found() {
    if (found == null) {
      found =
          overview.organisations(
              visitor.caller(), getText(), new PageRequest((getPage() - 1) * SIZE, SIZE));
    }
    return found;
  }

  /** Whether the visitor manages nobody at all. */
  public boolean isNobody() {
    return getText().isEmpty() && getOrganisations().isEmpty() && getServices().isEmpty();
  }

  /** Whether there are so many organisations that they are searched. */
  public boolean isSearching() {
    return !getText().isEmpty() || found().total() > SIZE;
  }

  public List<Place> getOrganisations() {
    return found().rows().stream()
        .map(
            one ->
                place(
                    one.organisation().name(),
                    one.organisation().matricule().value(),
                    "/portal/members?of=" + one.organisation().matricule(),
                    one.count(),
                    one.organisation().state() == OrganisationState.SUSPENDED))
        .toList();
  }

  /** Applications, each with its groups. */
  public List<Offering> getServices() {
    if (services == null) {
      Map<Application, List<Place>> all = new LinkedHashMap<>();
      for (PeopledGroup one : overview.groups(visitor.caller())) {
        all.computeIfAbsent(one.group().service(), service -> new ArrayList<>()).add(group(one));
      }
      services =
          all.entrySet().stream()
              .map(
                  entry ->
                      new Offering(
                          entry.getKey().code(),
                          entry.getKey().names().in(language.getLocale()),
                          entry.getValue()))
              .toList();
    }
    return services;
  }

  private Place group(PeopledGroup one) {
    return place(
        one.group().group().names().in(language.getLocale()),
        one.group().code(),
        "/portal/group-users?group=" + one.group().code(),
        one.count(),
        false);
  }

  private Place place(
      String name, String code, String address, Headcount count, boolean suspended) {
    return new Place(
        name,
        code,
        address,
        texts().text("users.people", count.people()),
        texts().text("users.administrators", count.administrators()),
        suspended);
  }

  /** What is searched for; empty for nothing. */
  public String getText() {
    return asked().text("q");
  }

  /** What is asked for besides the page. */
  public String getQuery() {
    return Asked.query(Map.of("q", getText()));
  }

  /** From 1. */
  public int getPage() {
    return asked().page();
  }

  public boolean isMore() {
    return extent().more();
  }

  public String getExtent() {
    return isSearching() ? extent().text(texts(), "organisations.extent") : "";
  }

  private Extent extent() {
    return new Extent(getPage(), SIZE, found().rows().size(), found().total());
  }

  private Asked asked() {
    return new Asked(request);
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** An application with groups that the visitor administers. */
  public record Offering(String code, String name, List<Place> groups) {
    public Offering {
      groups = List.copyOf(groups);
    }
  }

  /**
   * An organisation or a group.
   *
   * @param address of the page of its people
   * @param people how many, in words
   * @param suspended whether nobody gets in there, so that nobody is invited either
   */
  public record Place(
      String name,
      String code,
      String address,
      String people,
      String administrators,
      boolean suspended) {}
}
