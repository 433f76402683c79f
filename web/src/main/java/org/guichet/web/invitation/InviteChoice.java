package org.guichet.web.invitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.entity.Catalogue.Application;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.GrantPlace;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.RightBox;

/** What there is to choose while codes are made: organisation or application, group, rights. */
@RequestScoped
public class InviteChoice {
  @Inject CurrentVisitor visitor;
  @Inject InvitationWords words;
  @Inject CatalogueDesk desk;

  /**
   * Organisations, then each application once; it stands for the group that is chosen, if one is.
   */
  List<CodesPage.Choice> places(List<InvitationPlace> places, Optional<InvitationPlace> here) {
    Map<String, CodesPage.Choice> choices = new LinkedHashMap<>();
    List<InvitationPlace> all =
        Stream.concat(here.filter(place -> !places.contains(place)).stream(), places.stream())
            .toList(); // whoever runs the portal may be sent to any organisation
    for (InvitationPlace place : all) {
      boolean chosen = here.equals(Optional.of(place));
      Optional<Application> application = application(place);
      String key = application.map(Application::code).orElse("").concat("/");
      if (application.isEmpty()) {
        choices.put(CodesListing.word(place), choice(place, words.place(place), chosen));
      } else if (chosen || !choices.containsKey(key)) {
        choices.put(key, choice(place, application.get().names().in(locale()), chosen));
      }
    }
    return new ArrayList<>(choices.values());
  }

  /** The groups of one application among these. */
  List<CodesPage.Choice> siblings(List<InvitationPlace> places, InvitationPlace here) {
    Optional<Application> application = application(here);
    return places.stream()
        .filter(place -> !place.organisation())
        .filter(place -> application(place).equals(application))
        .map(place -> choice(place, group(place), place.equals(here)))
        .toList();
  }

  private Optional<Application> application(InvitationPlace place) {
    return place.place().group().flatMap(words.catalogue()::serviceOfGroup);
  }

  private String group(InvitationPlace place) {
    return words
        .catalogue()
        .group(place.code())
        .map(group -> group.names().in(locale()))
        .orElse(place.code());
  }

  private static CodesPage.Choice choice(InvitationPlace place, String text, boolean chosen) {
    return new CodesPage.Choice(CodesListing.word(place), text, chosen);
  }

  private Locale locale() {
    return words.locale();
  }

  /** Profiles of services that the organisation uses, or roles, as the catalogue groups them. */
  List<Group> groups(GrantPlace place, Set<String> ticked) {
    return place.fold(organisation -> profiles(organisation, ticked), code -> roles(code, ticked));
  }

  private List<Group> profiles(OrganisationId organisation, Set<String> ticked) {
    Set<String> connected = Set.copyOf(desk.connected(visitor.caller(), organisation));
    return words.catalogue().services().stream()
        .filter(service -> connected.contains(service.code()))
        .flatMap(service -> service.profileGroups().stream())
        .map(group -> group(group, ticked))
        .toList();
  }

  private List<Group> roles(String code, Set<String> ticked) {
    return words.catalogue().group(code).stream().map(group -> group(group, ticked)).toList();
  }

  private Group group(RightGroup group, Set<String> ticked) {
    return new Group(
        group.names().in(locale()),
        boxes(group.rights().stream().filter(Right::administrator), ticked),
        boxes(group.rights().stream().filter(right -> !right.administrator()), ticked));
  }

  private List<RightBox> boxes(Stream<Right> rights, Set<String> ticked) {
    return rights
        .map(
            right -> RightBox.of(words.catalogue(), right, locale(), ticked.contains(right.code())))
        .toList();
  }

  /** What is shown together; user rights do the work, administrator rights authorise others. */
  public record Group(String name, List<RightBox> administrators, List<RightBox> users) {
    public Group {
      administrators = List.copyOf(administrators);
      users = List.copyOf(users);
    }
  }
}
