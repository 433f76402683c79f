package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.boundary.OperatorRoles;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.OperatorView;
import org.guichet.account.entity.OperatorView.HeldRole;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.RightBox;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/operator-roles}: the roles of one account, named by {@code account}. Ticked
 * ones come as parameters {@code role}, with the group before a slash.
 */
@Named
@RequestScoped
public class OperatorRolesPage {
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject Permissions permissions;
  @Inject OperatorRoles operators;
  @Inject CatalogueDesk desk;

  private @Nullable OperatorView view;

  private OperatorView view() {
    if (view == null) {
      view = operators.find(visitor.caller(), id());
    }
    return view;
  }

  private AccountId id() {
    try {
      return new AccountId(UUID.fromString(getAccount()));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_ACCOUNT, "malformed id");
    }
  }

  public String getAccount() {
    return Optional.ofNullable(notices.request().getParameter("account")).orElse("");
  }

  public @Nullable String save() {
    return operators
        .change(visitor.caller(), id(), ticked())
        .<@Nullable String>fold(
            changed -> notices.info("operators.CHANGED", getName()).to("/portal/operators"),
            same -> notices.info("operators.UNCHANGED").to("/portal/operators"),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  private Set<HeldRole> ticked() {
    String[] sent = notices.request().getParameterValues("role");
    return Stream.of(sent == null ? new String[0] : sent)
        .filter(text -> text.indexOf('/') > 0)
        .map(
            text ->
                new HeldRole(
                    text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1)))
        .collect(Collectors.toSet());
  }

  private Set<HeldRole> shown() {
    return notices.request().getParameter("ticking") == null
        ? Set.copyOf(view().roles())
        : ticked();
  }

  public String getName() {
    return CurrentVisitor.full(view().account().name());
  }

  public String getLogin() {
    return view().account().login();
  }

  public String getEmail() {
    return view().account().email();
  }

  /** Whether the visitor may change them. */
  public boolean isChanging() {
    return permissions.allowsEverywhere(visitor.caller(), Permission.OPERATOR_CREATE);
  }

  public boolean isFactor() {
    return view().secondFactor();
  }

  /** Roles to tick, by their groups. */
  public List<Group> getGroups() {
    Set<HeldRole> held = shown();
    Catalogue catalogue = desk.catalogue(visitor.caller());
    return catalogue.services().stream()
        .flatMap(
            service ->
                service.groups().stream().map(group -> group(catalogue, service, group, held)))
        .toList();
  }

  private Group group(
      Catalogue catalogue, Catalogue.Application service, RightGroup group, Set<HeldRole> held) {
    return new Group(
        service.names().in(language.getLocale()),
        group.names().in(language.getLocale()),
        group.rights().stream()
            .map(
                role ->
                    RightBox.of(
                            catalogue,
                            role,
                            language.getLocale(),
                            held.contains(new HeldRole(group.code(), role.code())))
                        .sentAs(group.code() + "/" + role.code()))
            .toList());
  }

  /** Whether any of these excludes another. */
  public boolean isExclusive() {
    return getGroups().stream()
        .flatMap(group -> group.boxes().stream())
        .anyMatch(RightBox::exclusive);
  }

  /** Codes of roles that are retired: they allow nothing, and go when roles are saved. */
  public String getPast() {
    Catalogue catalogue = desk.catalogue(visitor.caller());
    return view().roles().stream()
        .filter(held -> catalogue.role(held.group(), held.role()).isEmpty())
        .map(HeldRole::role)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Roles that are shown together. */
  public record Group(String service, String name, List<RightBox> boxes) {
    public Group {
      boxes = List.copyOf(boxes);
    }
  }
}
