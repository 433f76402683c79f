package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.MemberView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/members-deletion}: says who would be deleted, and asks how many they are.
 */
@Named
@RequestScoped
public class MembersDeletionPage {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Members members;
  @Inject MembersOrganisation organisation;

  private @Nullable List<Person> people;

  public List<Person> getPeople() {
    if (people == null) {
      String[] chosen = request.getParameterValues("member");
      people =
          chosen == null
              ? List.of()
              : Arrays.stream(chosen)
                  .distinct()
                  .map(MembersOrganisation::account)
                  .map(id -> members.find(visitor.caller(), organisation.id(), id))
                  .map(MembersDeletionPage::person)
                  .toList();
    }
    return people;
  }

  /** The page’s name; whether the visitor may see these people is judged with it. */
  public String getTitle() {
    return Texts.in(language.getLocale()).text("members-deletion.title", getPeople().size());
  }

  private static Person person(MemberView member) {
    return new Person(
        member.account().id().toString(),
        member.account().name().full(),
        member.account().login(),
        member.ownAlone());
  }

  /**
   * Somebody to be deleted.
   *
   * @param alone whether the account is deleted; else it only leaves the organisation
   */
  public record Person(String id, String name, String login, boolean alone) {}
}
