package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.entity.Catalogue.Application;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.MemberView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.RightBox;
import org.jspecify.annotations.Nullable;

/**
 * Profiles to tick: those of the services that the organisation uses, grouped as the catalogue
 * does. Ticked ones come as parameters {@code profile}.
 */
@RequestScoped
public class ProfileChoice {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject CatalogueDesk desk;
  @Inject MembersOrganisation organisation;
  @Inject MemberWords words;

  private @Nullable Set<String> connected;

  /** Whether profiles were sent, even if none is ticked. */
  boolean ticking() {
    return request.getParameter("ticking") != null;
  }

  /** What was ticked. */
  Set<String> ticked() {
    String[] codes = request.getParameterValues("profile");
    return codes == null ? Set.of() : new LinkedHashSet<>(List.of(codes));
  }

  private boolean offered(Application service) {
    if (connected == null) {
      connected = Set.copyOf(desk.connected(visitor.caller(), organisation.id()));
    }
    return connected.contains(service.code());
  }

  /**
   * What there is to tick.
   *
   * @param wanted which profiles
   * @param chosen codes of those that are ticked
   */
  List<Group> groups(Predicate<Right> wanted, Set<String> chosen) {
    return words.catalogue().services().stream()
        .filter(this::offered)
        .flatMap(service -> groups(service, wanted, chosen))
        .toList();
  }

  private Stream<Group> groups(Application service, Predicate<Right> wanted, Set<String> chosen) {
    Locale locale = language.getLocale();
    return service.profileGroups().stream()
        .map(
            group ->
                new Group(
                    service.names().in(locale),
                    group.names().in(locale),
                    boxes(group, wanted, chosen)))
        .filter(group -> !group.boxes().isEmpty());
  }

  private List<RightBox> boxes(RightGroup group, Predicate<Right> wanted, Set<String> chosen) {
    return group.rights().stream()
        .filter(wanted)
        .map(
            right ->
                RightBox.of(
                    words.catalogue(), right, language.getLocale(), chosen.contains(right.code())))
        .toList();
  }

  /** All codes that can be ticked. */
  Set<String> codes(Predicate<Right> wanted) {
    return words.catalogue().services().stream()
        .filter(this::offered)
        .flatMap(service -> service.profileGroups().stream())
        .flatMap(group -> group.rights().stream())
        .filter(wanted)
        .map(Right::code)
        .collect(Collectors.toSet());
  }

  /** What the member has and can’t be given any more: it goes when profiles are saved. */
  List<String> past(MemberView member) {
    Set<String> past = new TreeSet<>(member.profiles());
    past.removeAll(codes(right -> true));
    return past.stream().map(words::profile).toList();
  }

  /** Whether any of these excludes another. */
  static boolean exclusive(List<Group> groups) {
    return groups.stream().flatMap(group -> group.boxes().stream()).anyMatch(RightBox::exclusive);
  }

  /** Profiles that are shown together. */
  public record Group(String service, String name, List<RightBox> boxes) {
    public Group {
      boxes = List.copyOf(boxes);
    }
  }
}
