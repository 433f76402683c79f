package org.guichet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.account.boundary.UserOverview;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.boundary.MyRecord;

/**
 * The places of the portal that the one who is signed in may go to. Only what is there and allowed
 * is shown; whether it is allowed is judged again by the boundaries.
 */
@Named("navigation")
@RequestScoped
public class Navigation {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject Permissions permissions;
  @Inject UserOverview overview;
  @Inject MyRecord record;

  public List<Part> getParts() {
    List<Part> parts = new ArrayList<>();
    List<Place> first = new ArrayList<>();
    first.add(place("/portal/dashboard", "shell.dashboard", "home"));
    if (visitor.getOrganisations().isEmpty()
        ? everywhere(Permission.DEPOSIT_VIEW)
        : may(Permission.DEPOSIT_VIEW)) {
      first.add(place("/portal/deposits", "shell.deposits", "inbox"));
      first.add(place("/portal/deadlines", "shell.deadlines", "clock"));
      first.add(place("/portal/statistics", "shell.statistics", "chart"));
    }
    if (may(Permission.PEOPLE_VIEW)) {
      first.add(people());
      first.add(imports());
    }
    if (record.isThere(visitor.caller())) {
      first.add(place("/portal/my-record", "shell.record", "user"));
    }
    parts.add(new Part("", first));
    if (!visitor.getOrganisations().isEmpty()) {
      parts.add(new Part("shell.organisation", organisation()));
    }
    List<Place> settings = new ArrayList<>();
    if (overview.manages(visitor.caller())) {
      settings.add(users());
    }
    settings.add(place("/portal/profile", "shell.profile", "user"));
    settings.add(place("/portal/second-factor", "shell.second-factor", "shield"));
    settings.add(place("/portal/sessions", "shell.sessions", "clock"));
    parts.add(new Part("shell.settings", settings));
    List<Place> assistance = new ArrayList<>();
    assistance.add(place("/portal/assistance", "shell.assistance.mine", "mail"));
    if (answersTickets()) {
      assistance.add(place("/portal/tickets", "shell.assistance.queue", "inbox"));
    }
    parts.add(new Part("shell.assistance", assistance));
    List<Place> operator = operator();
    if (!operator.isEmpty()) {
      parts.add(new Part("shell.operator", operator));
    }
    return parts;
  }

  /** Whether the one who is signed in may add organisations. */
  public boolean isAdding() {
    return everywhere(Permission.ORGANISATION_CREATE);
  }

  private List<Place> operator() {
    List<Place> places = new ArrayList<>();
    offer(places, Permission.ORGANISATION_VIEW, "organisations", "building");
    offer(places, Permission.ACCOUNT_VIEW, "accounts", "people");
    offer(places, Permission.ACCOUNT_VIEW, "operators", "shield");
    offer(places, Permission.ACCOUNT_VIEW, "reviews", "clock");
    offer(places, Permission.CATALOGUE_VIEW, "catalogue", "table");
    offer(places, Permission.DEPOSIT_RETRY, "failures", "warn");
    offer(places, Permission.MAIL_VIEW, "mails", "mail");
    offer(places, Permission.AUDIT_VIEW, "audit", "search");
    return places;
  }

  private void offer(List<Place> places, Permission permission, String page, String icon) {
    if (everywhere(permission)) {
      places.add(place("/portal/" + page, "shell.operator." + page, icon));
    }
  }

  private boolean everywhere(Permission permission) {
    return permissions.allowsEverywhere(visitor.caller(), permission);
  }

  private boolean answersTickets() {
    Caller caller = visitor.caller();
    return permissions.allowsEverywhere(caller, Permission.TICKET_VIEW)
        || caller
            .organisation()
            .filter(own -> permissions.allows(caller, Permission.MEMBER_MANAGE, own))
            .isPresent();
  }

  private List<Place> organisation() {
    List<Place> places = new ArrayList<>();
    places.add(place("/portal/organisation", "shell.organisation.identity", "building"));
    if (may(Permission.MEMBER_VIEW)) {
      places.add(place("/portal/members", "shell.organisation.members", "people"));
    }
    if (may(Permission.MANDATE_VIEW)) {
      places.add(place("/portal/mandates", "shell.organisation.mandates", "shield"));
    }
    if (may(Permission.KEY_VIEW)) {
      places.add(place("/portal/keys", "shell.organisation.keys", "key"));
    }
    if (may(Permission.RECIPIENT_VIEW)) {
      places.add(place("/portal/settings", "shell.organisation.settings", "gear"));
    }
    return places;
  }

  private boolean may(Permission permission) {
    Belonging organisation = visitor.getOrganisation();
    return organisation != null
        && permissions.allows(visitor.caller(), permission, organisation.organisation());
  }

  /** One place with two tabs: users, codes. */
  private Place users() {
    Place users = place("/portal/users", "shell.users", "people");
    boolean here = users.here() || place("/portal/codes", users.text(), users.icon()).here();
    return new Place(users.address(), users.text(), users.icon(), here);
  }

  /** People and their classes. */
  private Place people() {
    Place people = place("/portal/people", "shell.people", "people");
    boolean here =
        Stream.of("/portal/people", "/portal/classes", "/portal/person", "/portal/slips")
            .anyMatch(page -> place(page, people.text(), people.icon()).here());
    return new Place(people.address(), people.text(), people.icon(), here);
  }

  /** One place with the pages of its steps. */
  private Place imports() {
    Place imports = place("/portal/imports", "shell.imports", "table");
    boolean here = imports.here() || request.getServletPath().startsWith("/portal/import-");
    return new Place(imports.address(), imports.text(), imports.icon(), here);
  }

  private Place place(String address, String text, String icon) {
    String here = request.getServletPath();
    return new Place(address, text, icon, here.equals(address) || here.equals(address + ".xhtml"));
  }

  /**
   * Places under a heading.
   *
   * @param heading key of its text; empty for none
   */
  public record Part(String heading, List<Place> places) {
    public Part {
      places = List.copyOf(places);
    }
  }

  /**
   * A page to go to.
   *
   * @param address from the root of this application
   * @param text key of its name
   * @param icon name of its picture
   * @param here whether it is the page being shown
   */
  public record Place(String address, String text, String icon, boolean here) {}
}
