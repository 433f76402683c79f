package org.guichet.account.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.platform.entity.Permission;

/**
 * Services, and the profiles and roles that people may be given for them. A code that isn't here
 * (any more) is retired: shown as such, and allowing nothing.
 */
public record Catalogue(List<Application> services) {
  public Catalogue {
    services = List.copyOf(services);
  }

  /** How something is called. */
  public record Names(String french, String english) {
    /** In the language that is asked for, else in French. */
    public String in(Locale language) {
      return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : french;
    }
  }

  /**
   * An application of the portal.
   *
   * @param connected whether organisations use it unless an operator says otherwise
   * @param profileGroups profiles act within one organisation
   * @param groups their roles hold in the whole deployment
   */
  public record Application(
      String code,
      Names names,
      boolean connected,
      List<RightGroup> profileGroups,
      List<RightGroup> groups) {
    public Application {
      profileGroups = List.copyOf(profileGroups);
      groups = List.copyOf(groups);
    }

    /** Roles of all its groups, each once. */
    public List<Right> roles() {
      return groups.stream().flatMap(group -> group.rights().stream()).distinct().toList();
    }

    private Application with(List<RightGroup> more) {
      return more.isEmpty()
          ? this
          : new Application(
              code,
              names,
              connected,
              profileGroups,
              Stream.concat(groups.stream(), more.stream()).toList());
    }
  }

  /** Profiles, or roles, that are shown together. */
  public record RightGroup(String code, Names names, List<Right> rights) {
    public RightGroup {
      rights = List.copyOf(rights);
    }
  }

  /**
   * A profile or a role.
   *
   * @param exclusion those that share it exclude each other
   */
  public record Right(
      String code,
      Names names,
      Kind kind,
      Set<Permission> permissions,
      Optional<String> exclusion) {
    public Right {
      permissions = Set.copyOf(permissions);
    }

    public boolean administrator() {
      return kind == Kind.ADMINISTRATOR;
    }
  }

  /** What a right is about. */
  public enum Kind {
    /** It only authorises others. */
    ADMINISTRATOR,
    /** It does the work. */
    USER
  }

  public Optional<Application> service(String code) {
    return services.stream().filter(service -> service.code().equals(code)).findFirst();
  }

  public Optional<Right> profile(String code) {
    return profiles().filter(profile -> profile.code().equals(code)).findFirst();
  }

  public Optional<Right> role(String group, String code) {
    return services.stream()
        .flatMap(service -> service.groups().stream())
        .filter(each -> each.code().equals(group))
        .flatMap(each -> each.rights().stream())
        .filter(role -> role.code().equals(code))
        .findFirst();
  }

  /** A group of a service. */
  public Optional<RightGroup> group(String code) {
    return services.stream()
        .flatMap(service -> service.groups().stream())
        .filter(group -> group.code().equals(code))
        .findFirst();
  }

  /** The service that a group belongs to. */
  public Optional<Application> serviceOfGroup(String code) {
    return services.stream()
        .filter(service -> service.groups().stream().anyMatch(g -> g.code().equals(code)))
        .findFirst();
  }

  /**
   * The same with these groups beside its own. A retired one is left out, and one whose code is
   * taken or whose service isn't there; roles that aren't there are not offered.
   */
  public Catalogue with(List<ServiceGroupView> made) {
    return new Catalogue(
        services.stream()
            .map(
                service ->
                    service.with(
                        made.stream()
                            .filter(group -> !group.retired())
                            .filter(group -> group.service().equals(service.code()))
                            .filter(group -> group(group.code()).isEmpty())
                            .map(group -> offered(service, group))
                            .toList()))
            .toList());
  }

  private static RightGroup offered(Application service, ServiceGroupView group) {
    return new RightGroup(
        group.code(),
        group.names(),
        service.roles().stream().filter(role -> group.roles().contains(role.code())).toList());
  }

  /** The service that a profile belongs to. */
  public Optional<Application> serviceOf(String profile) {
    return services.stream()
        .filter(
            service ->
                service.profileGroups().stream()
                    .flatMap(group -> group.rights().stream())
                    .anyMatch(each -> each.code().equals(profile)))
        .findFirst();
  }

  public Stream<Right> profiles() {
    return services.stream()
        .flatMap(service -> service.profileGroups().stream())
        .flatMap(group -> group.rights().stream());
  }

  /** Whether one of these profiles is of the administrator's kind. */
  public boolean administrates(Collection<String> profiles) {
    return profiles.stream().flatMap(code -> profile(code).stream()).anyMatch(Right::administrator);
  }

  /**
   * What these profiles allow.
   *
   * @param connected codes of services that the organisation uses
   */
  public Set<Permission> allowedBy(Collection<String> profiles, Predicate<String> connected) {
    return permissions(
        profiles.stream()
            .filter(code -> serviceOf(code).map(Application::code).filter(connected).isPresent())
            .flatMap(code -> profile(code).stream()));
  }

  /** What these roles of a group allow. */
  public Set<Permission> allowedBy(String group, Collection<String> roles) {
    return permissions(roles.stream().flatMap(code -> role(group, code).stream()));
  }

  private static Set<Permission> permissions(Stream<Right> rights) {
    Set<Permission> allowed = EnumSet.noneOf(Permission.class);
    rights.forEach(right -> allowed.addAll(right.permissions()));
    return allowed;
  }

  /** Codes of the first profiles among these that exclude each other; empty when none do. */
  public List<String> exclusive(Collection<String> profiles) {
    return clash(profiles.stream().flatMap(code -> profile(code).stream()).toList());
  }

  /** Codes of the first roles among these, of whatever group, that exclude each other. */
  public List<String> exclusiveRoles(Collection<String> codes) {
    return clash(
        services.stream()
            .flatMap(service -> service.roles().stream())
            .filter(role -> codes.contains(role.code()))
            .distinct()
            .toList());
  }

  /** Those that exclude this one: profiles a profile, roles of whatever group a role. */
  public List<Right> against(Right right) {
    Stream<Right> alike =
        profiles().anyMatch(right::equals)
            ? profiles()
            : services.stream().flatMap(service -> service.roles().stream());
    return right.exclusion().isEmpty()
        ? List.of()
        : alike
            .filter(other -> other.exclusion().equals(right.exclusion()))
            .filter(other -> !other.code().equals(right.code()))
            .distinct()
            .toList();
  }

  private static List<String> clash(List<Right> rights) {
    Map<String, List<Right>> sets =
        rights.stream()
            .filter(right -> right.exclusion().isPresent())
            .collect(Collectors.groupingBy(right -> right.exclusion().orElseThrow()));
    return sets.values().stream()
        .filter(set -> set.size() > 1)
        .findFirst()
        .map(set -> set.stream().map(Right::code).sorted().toList())
        .orElse(List.of());
  }

  /** All profiles of the services that {@code connected} names, in the catalogue's order. */
  public List<String> profilesOf(Predicate<String> connected) {
    List<String> codes = new ArrayList<>();
    services.stream()
        .filter(service -> connected.test(service.code()))
        .flatMap(service -> service.profileGroups().stream())
        .flatMap(group -> group.rights().stream())
        .map(Right::code)
        .forEach(codes::add);
    return codes;
  }

  /** All profiles of the first kind to be met of each exclusion set, for a first administrator. */
  public Set<String> everyCompatible(Predicate<String> connected) {
    Map<String, Right> byExclusion =
        profilesOf(connected).stream()
            .flatMap(code -> profile(code).stream())
            .collect(
                Collectors.toMap(
                    right -> right.exclusion().orElse("=" + right.code()),
                    Function.identity(),
                    (first, second) -> first));
    return byExclusion.values().stream().map(Right::code).collect(Collectors.toSet());
  }
}
