package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.PersonForm;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/new-member}: makes an account in the organisation, of an administrator or of
 * a user ({@code as}).
 */
@Named
@RequestScoped
public class NewMemberPage {
  private static final String ADMINISTRATOR = "administrator";

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Notices notices;
  @Inject Members members;
  @Inject MembersOrganisation organisation;
  @Inject ProfileChoice profiles;

  private final PersonForm person = new PersonForm();
  private @Nullable String tongue;

  /** The page’s name; whether the visitor may do this is judged with it. */
  public String getTitle() {
    if (!organisation.isManaged()) {
      throw new RefusedException(
          RefusedException.Code.NOT_ALLOWED, Permission.MEMBER_MANAGE + " to see its form");
    }
    return texts().text(isAdministrator() ? "new-member.administrator" : "new-member.user");
  }

  public boolean isAdministrator() {
    return ADMINISTRATOR.equals(request.getParameter("as"));
  }

  public String getAs() {
    return isAdministrator() ? ADMINISTRATOR : "user";
  }

  /** Users do the work; administrators authorise others, and may work as well. */
  private boolean offered(Right right) {
    return isAdministrator() || !right.administrator();
  }

  public List<ProfileChoice.Group> getGroups() {
    return profiles.groups(
        this::offered,
        profiles.ticking() || !isAdministrator()
            ? profiles.ticked()
            : profiles.codes(Right::administrator));
  }

  public boolean isExclusive() {
    return ProfileChoice.exclusive(getGroups());
  }

  public @Nullable String create() {
    Set<String> chosen = profiles.ticked();
    return members
        .create(
            visitor.caller(),
            organisation.id(),
            person.reading(Locale.forLanguageTag(getTongue())),
            chosen)
        .<@Nullable String>fold(
            created ->
                notices
                    .info(
                        "new-member.CREATED",
                        created.account().name().full(),
                        created.account().login(),
                        created.account().email())
                    .to("/portal/member?id=" + created.account().id() + organisation.getSuffix()),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  public List<PageLanguage.Other> getTongues() {
    return language.getAll();
  }

  /** Who it is. */
  public PersonForm getPerson() {
    return person;
  }

  public String getTongue() {
    return tongue == null ? language.getCode() : tongue;
  }

  public void setTongue(String tongue) {
    this.tongue = tongue;
  }
}
