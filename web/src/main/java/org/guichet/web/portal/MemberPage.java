package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.account.boundary.MemberCare;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.MemberOutcome;
import org.guichet.account.entity.MemberView;
import org.guichet.account.entity.PersonName;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/member}: one person ({@code id}) of an organisation, for its administrators
 * to change, for others who may to see.
 */
@Named
@RequestScoped
public class MemberPage {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject Moments dates;
  @Inject Members members;
  @Inject MemberCare care;
  @Inject MembersOrganisation organisation;
  @Inject ProfileChoice choice;
  @Inject MemberWords words;
  @Inject InvitationDesk invitations;
  @Inject Settings settings;

  private @Nullable MemberView view;
  private @Nullable String given;
  private @Nullable String family;
  private @Nullable String email;
  private String until = "";

  private MemberView view() {
    if (view == null) {
      view = members.find(visitor.caller(), organisation.id(), id());
    }
    return view;
  }

  private AccountView account() {
    return view().account();
  }

  private AccountId id() {
    return MembersOrganisation.account(request.getParameter("id"));
  }

  /** The person’s name; whether the visitor may see it is judged with it. */
  public String getName() {
    return account().name().full();
  }

  public String getId() {
    return id().toString();
  }

  public String getLogin() {
    return account().login();
  }

  /** Address of this page. */
  public String getAddress() {
    return "/portal/member?id=" + id() + organisation.getSuffix();
  }

  public String getState() {
    return words.standing(account());
  }

  public String getLook() {
    return MemberWords.look(account());
  }

  public String getIcon() {
    return MemberWords.icon(account());
  }

  /** Whether the visitor may change anything. */
  public boolean isManaged() {
    return organisation.isManaged();
  }

  /** Whether the visitor may change what the person shares with no other organisation. */
  public boolean isAlone() {
    return view().ownAlone();
  }

  public boolean isDeleted() {
    return account().state() == AccountState.DELETED;
  }

  public boolean isSelf() {
    return visitor.caller().account().equals(Optional.of(id()));
  }

  public boolean isRenewable() {
    return isManaged() && account().state() == AccountState.ACTIVE;
  }

  /** What is known of the account, beside what can be changed. */
  public List<OrganisationPage.Fact> getFacts() {
    List<OrganisationPage.Fact> facts = new ArrayList<>();
    AccountView account = account();
    if (!isManaged()) {
      facts.add(fact("email", account.email()));
    }
    facts.add(fact("created", dates.day(account.createdAt())));
    facts.add(
        fact("activated", account.activatedAt().map(dates::day).orElseGet(() -> word("not-yet"))));
    facts.add(
        fact("seen", account.lastSignInAt().map(dates::fully).orElseGet(() -> word("not-yet"))));
    facts.add(fact("expires", dates.day(account.expiresAt())));
    facts.add(fact("factor", word(view().secondFactor() ? "factor.on" : "factor.off")));
    facts.add(fact("since", dates.day(view().since())));
    invitations
        .invited(visitor.caller(), GrantPlace.in(organisation.id()), account.id())
        .ifPresent(invited -> facts.add(fact("invited", words.invited(invited, dates))));
    return facts;
  }

  private OrganisationPage.Fact fact(String key, String value) {
    return new OrganisationPage.Fact(word(key), value, false);
  }

  private String word(String key) {
    return words.texts().text("member." + key);
  }

  /** What buttons do, beside renewing, which has a form. */
  public List<MemberDeed> getDeeds() {
    return isManaged()
        ? MemberDeed.possible(view(), isSelf()).stream()
            .filter(deed -> deed != MemberDeed.RENEW)
            .toList()
        : List.of();
  }

  /** The profiles that the person has, in words. */
  public List<String> getProfiles() {
    return words.profiles(view());
  }

  public List<ProfileChoice.Group> getGroups() {
    return choice.groups(right -> true, choice.ticking() ? choice.ticked() : view().profiles());
  }

  public boolean isExclusive() {
    return ProfileChoice.exclusive(getGroups());
  }

  /** Profiles that saving would take away, since nobody can be given them any more. */
  public String getPast() {
    return String.join(", ", choice.past(view()));
  }

  public @Nullable String save() {
    PersonName name = new PersonName(getGiven(), getFamily());
    return followed(
        members.edit(visitor.caller(), organisation.id(), id(), name, getEmail()), "member.SAVED");
  }

  public @Nullable String saveProfiles() {
    Set<String> chosen = choice.ticked();
    return followed(
        members.changeProfiles(visitor.caller(), organisation.id(), id(), chosen),
        "member.profiles.SAVED");
  }

  /** Until the end of a day, or until nobody uses the account any more. */
  public @Nullable String renew() {
    Optional<Instant> end = Optional.empty();
    if (!until.isBlank()) {
      try {
        LocalDate day = LocalDate.parse(until.strip());
        end = Optional.of(endOf(day));
      } catch (DateTimeException e) {
        return notices.errorAt("expires", "member.renew.odd").stay();
      }
    }
    return followed(care.renew(visitor.caller(), organisation.id(), id(), end), "member.RENEWED");
  }

  /** Its last second, so that the day that was typed is the day that is shown. */
  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(settings.zone()).toInstant().minusSeconds(1);
  }

  private @Nullable String followed(MemberOutcome outcome, String done) {
    return outcome.<@Nullable String>fold(
        changed -> notices.info(done, changed.member().account().name().full()).to(getAddress()),
        proposed -> notices.info("member.PROPOSED", getName()).to(getAddress()),
        left -> notices.info("member.DONE.LEAVE", getName()).to("/portal/members"),
        refused -> notices.mistakes(refused.mistakes()).stay());
  }

  public String getGiven() {
    return given == null ? account().name().given() : given;
  }

  public void setGiven(String given) {
    this.given = given;
  }

  public String getFamily() {
    return family == null ? account().name().family() : family;
  }

  public void setFamily(String family) {
    this.family = family;
  }

  public String getEmail() {
    return email == null ? account().email() : email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  /** The last day, as a date field has it; empty for none. */
  public String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = until == null ? "" : until;
  }
}
