package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.entity.Catalogue.Application;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.CatalogueChange;
import org.guichet.account.entity.CatalogueMistake;
import org.guichet.account.entity.CatalogueStanding;
import org.guichet.account.entity.ServiceGroupView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Permission;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/catalogue}: services, profiles and roles, as they hold now. */
@Named
@RequestScoped
public class CataloguePage {
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject Permissions permissions;
  @Inject CatalogueDesk desk;

  private @Nullable CatalogueStanding standing;

  private CatalogueStanding standing() {
    if (standing == null) {
      standing = desk.standing(visitor.caller());
    }
    return standing;
  }

  /** Reads the file anew. */
  public @Nullable String reload() {
    Instant before = standing().readAt();
    List<CatalogueMistake> mistakes = desk.reload(visitor.caller());
    standing = null;
    if (!mistakes.isEmpty()) {
      return notices.error("catalogue.NOT_TAKEN").stay();
    }
    return notices
        .info(standing().readAt().equals(before) ? "catalogue.SAME" : "catalogue.TAKEN")
        .to("/portal/catalogue");
  }

  /** Whether the visitor may have it read anew, and there is a file to read. */
  public boolean isReloading() {
    return permissions.allowsEverywhere(visitor.caller(), Permission.CATALOGUE_MANAGE);
  }

  /** Which file it is from, or that it came with this version. */
  public String getSource() {
    return standing()
        .file()
        .map(name -> texts().text("catalogue.file", name))
        .orElseGet(() -> texts().text("catalogue.shipped"));
  }

  public Instant getReadAt() {
    return standing().readAt();
  }

  public List<CatalogueMistake> getMistakes() {
    return standing().mistakes();
  }

  /** What the catalogue in force changed of the one before. */
  public List<Change> getChanges() {
    return standing().changes().stream().map(change -> Change.of(change, texts())).toList();
  }

  /** What people have that allows nothing any more. */
  public List<Past> getRetired() {
    return standing().retired().stream()
        .map(
            one ->
                new Past(
                    texts().text("catalogue.sort." + one.sort()),
                    one.code(),
                    texts().text("catalogue.people", one.people()),
                    one.people() == 0 ? "" : holders(one.sort(), one.code())))
        .toList();
  }

  private static String holders(CatalogueChange.Sort sort, String code) {
    return "/portal/holders?" + Asked.query(Map.of("sort", sort.name(), "code", code));
  }

  /** Groups that operators made and retired. */
  public List<Gone> getGone() {
    return standing().made().stream()
        .filter(ServiceGroupView::retired)
        .map(
            group ->
                new Gone(
                    group.code(),
                    group.names().in(language.getLocale()),
                    group.service(),
                    group.retiredAt().orElseThrow()))
        .toList();
  }

  public List<Offer> getServices() {
    return standing().catalogue().services().stream().map(this::offer).toList();
  }

  private Offer offer(Application service) {
    return new Offer(
        service.code(),
        service.names().in(language.getLocale()),
        service.connected(),
        !service.roles().isEmpty(),
        Stream.concat(
                service.profileGroups().stream().map(group -> group(group, true)),
                service.groups().stream().map(group -> group(group, false)))
            .toList());
  }

  private Group group(RightGroup group, boolean profiles) {
    return new Group(
        group.code(),
        group.names().in(language.getLocale()),
        profiles,
        standing().made().stream().anyMatch(made -> made.code().equals(group.code())),
        group.rights().stream()
            .map(
                right ->
                    entry(
                        right,
                        profiles ? right.code() : group.code() + "/" + right.code(),
                        profiles))
            .toList());
  }

  private Entry entry(Right right, String code, boolean profile) {
    Set<String> permissions = new TreeSet<>();
    right
        .permissions()
        .forEach(permission -> permissions.add(texts().text("permission." + permission)));
    String excludes =
        standing().catalogue().against(right).stream()
            .map(other -> other.names().in(language.getLocale()))
            .collect(Collectors.joining(", "));
    return new Entry(
        right.code(),
        right.names().in(language.getLocale()) + (excludes.isEmpty() ? "" : " *"),
        right.administrator(),
        excludes.isEmpty() ? "" : texts().text("catalogue.excludes", excludes),
        List.copyOf(permissions),
        holders(profile ? CatalogueChange.Sort.PROFILE : CatalogueChange.Sort.ROLE, code));
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /**
   * An application, with what people may be given for it.
   *
   * @param offering whether it has roles, which a group could offer
   */
  public record Offer(
      String code, String name, boolean connected, boolean offering, List<Group> groups) {
    public Offer {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Entries that are shown together.
   *
   * @param profiles whether these are profiles of organisations; else roles of the whole portal
   * @param made whether an operator made it; else it is the file's
   */
  public record Group(
      String code, String name, boolean profiles, boolean made, List<Entry> entries) {
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A profile or a role.
   *
   * @param exclusion what it can't be combined with, in words; empty for nothing
   * @param permissions what it allows, in words
   * @param holders address of the page that says who has it
   */
  public record Entry(
      String code,
      String name,
      boolean administrator,
      String exclusion,
      List<String> permissions,
      String holders) {
    public Entry {
      permissions = List.copyOf(permissions);
    }
  }

  /** A difference to the catalogue before; {@code look} and {@code icon} show what became of it. */
  public record Change(
      String look,
      String icon,
      String what,
      String sort,
      String code,
      String before,
      String after) {
    static Change of(CatalogueChange change, Texts texts) {
      String what = change.added() ? "added" : change.removed() ? "removed" : "changed";
      return new Change(
          change.added() ? "ok" : change.removed() ? "ne" : "ru",
          change.added() ? "up" : change.removed() ? "ban" : "edit",
          texts.text("catalogue." + what),
          texts.text("catalogue.sort." + change.sort()),
          change.code(),
          change.before(),
          change.after());
    }
  }

  /** An entry that isn't there any more; {@code holders} is empty where nobody has it. */
  public record Past(String sort, String code, String people, String holders) {}

  /** A group that was retired. */
  public record Gone(String code, String name, String service, Instant at) {}
}
