package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.boundary.GroupDesk;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.Catalogue.Application;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.GroupDraft;
import org.guichet.account.entity.GroupOutcome;
import org.guichet.account.entity.ServiceGroupView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/service-group}: makes a group of the service that {@code service} names, or
 * changes the one that {@code group} names. Ticked roles come as parameters {@code role}.
 */
@Named
@RequestScoped
public class ServiceGroupPage {
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject Permissions permissions;
  @Inject CatalogueDesk desk;
  @Inject GroupDesk groups;

  private @Nullable ServiceGroupView view;
  private String code = "";
  private @Nullable String french;
  private @Nullable String english;

  /** Whether there is a group already, which is changed. */
  public boolean isThere() {
    return !getGroup().isEmpty();
  }

  public String getGroup() {
    return parameter("group");
  }

  private String parameter(String name) {
    return Optional.ofNullable(notices.request().getParameter(name)).orElse("");
  }

  private ServiceGroupView view() {
    if (view == null) {
      view = groups.find(visitor.caller(), getGroup());
    }
    return view;
  }

  /** The page’s name; whether the visitor may see it is judged with it. */
  public String getTitle() {
    permissions.requireEverywhere(visitor.caller(), Permission.CATALOGUE_MANAGE);
    return isThere()
        ? view().names().in(language.getLocale())
        : texts().text("service-group.title");
  }

  public String getService() {
    return isThere() ? view().service() : service().code();
  }

  public String getServiceName() {
    return isThere() && known().isEmpty()
        ? view().service()
        : service().names().in(language.getLocale());
  }

  private Optional<Application> known() {
    String wanted = isThere() ? view().service() : parameter("service");
    return desk.catalogue(visitor.caller()).service(wanted);
  }

  private Application service() {
    return known()
        .orElseThrow(
            () ->
                new RefusedException(RefusedException.Code.NO_SUCH_SERVICE, parameter("service")));
  }

  public boolean isRetired() {
    return isThere() && view().retired();
  }

  /** Roles to tick, in the catalogue’s order. */
  public List<Box> getRoles() {
    Set<String> chosen =
        notices.request().getParameter("ticking") != null
            ? ticked()
            : isThere() ? view().roles() : Set.of();
    return known().map(Application::roles).orElse(List.of()).stream()
        .map(role -> box(role, chosen.contains(role.code())))
        .toList();
  }

  private Box box(Right role, boolean ticked) {
    String kind = texts().text("service-group." + role.kind());
    return new Box(
        role.code(),
        role.names().in(language.getLocale()) + (role.exclusion().isPresent() ? " *" : ""),
        "(" + role.code() + ") " + kind,
        ticked);
  }

  private Set<String> ticked() {
    String[] sent = notices.request().getParameterValues("role");
    return Set.copyOf(Stream.of(sent == null ? new String[0] : sent).distinct().toList());
  }

  public @Nullable String save() {
    Names names = new Names(getFrench(), getEnglish());
    GroupOutcome outcome =
        isThere()
            ? groups.change(visitor.caller(), getGroup(), names, ticked())
            : groups.make(
                visitor.caller(), new GroupDraft(code, service().code(), names, ticked()));
    return outcome.<@Nullable String>fold(
        kept ->
            notices
                .info(
                    isThere() ? "service-group.CHANGED" : "service-group.MADE",
                    kept.group().names().in(language.getLocale()))
                .to("/portal/catalogue"),
        refused -> notices.mistakes(refused.mistakes()).stay());
  }

  public @Nullable String retire() {
    Optional<AccountMistake> against = groups.retire(visitor.caller(), getGroup());
    return against.isPresent()
        ? notices.mistakes(List.of(against.get())).stay()
        : notices
            .info("service-group.RETIRED", view().names().in(language.getLocale()))
            .to("/portal/catalogue");
  }

  public @Nullable String reopen() {
    Optional<AccountMistake> against = groups.reopen(visitor.caller(), getGroup());
    if (against.isPresent()) {
      return notices.mistakes(List.of(against.get())).stay();
    }
    return notices
        .info("service-group.REOPENED", view().names().in(language.getLocale()))
        .to("/portal/catalogue");
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getFrench() {
    return french != null ? french : isThere() ? view().names().french() : "";
  }

  public void setFrench(String french) {
    this.french = french;
  }

  public String getEnglish() {
    return english != null ? english : isThere() ? view().names().english() : "";
  }

  public void setEnglish(String english) {
    this.english = english;
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** A role to tick. */
  public record Box(String code, String name, String what, boolean ticked) {}
}
