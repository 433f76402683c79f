package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.PersonThere;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.invitation.entity.InvitedBy;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Permission;
import org.guichet.review.boundary.ReviewDesk;
import org.guichet.review.boundary.ReviewRound;
import org.guichet.review.entity.ReviewSheet;
import org.guichet.review.entity.ReviewView;
import org.guichet.review.entity.ReviewedPerson;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/review}: who still is to have rights in the group that {@code group} names,
 * else in an organisation ({@code of}, or the one that the visitor works for). People to confirm
 * come as parameters {@code person}.
 */
@Named
@RequestScoped
public class ReviewPage {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject Permissions permissions;
  @Inject ReviewDesk desk;
  @Inject ReviewRound round;
  @Inject InvitationDesk invitations;
  @Inject MembersOrganisation organisation;
  @Inject GroupWords groups;
  @Inject MemberWords members;

  private @Nullable ReviewSheet sheet;
  private boolean looked;

  private Optional<ReviewSheet> sheet() {
    if (!looked) {
      sheet = desk.sheet(visitor.caller(), place()).orElse(null);
      looked = true;
    }
    return Optional.ofNullable(sheet);
  }

  private GrantPlace place() {
    return getGroup().isEmpty() ? GrantPlace.in(organisation.id()) : GrantPlace.in(getGroup());
  }

  public String getGroup() {
    return new Asked(request).text("group");
  }

  /** The page’s name; whether the visitor may see it is judged with it. */
  public String getTitle() {
    sheet();
    return texts().text("review.title", getPlace());
  }

  /** Name of the organisation or the group. */
  public String getPlace() {
    return getGroup().isEmpty() ? organisation.getName() : groups.group(getGroup());
  }

  /** Whether there is one, open or closed. */
  public boolean isThere() {
    return sheet().isPresent();
  }

  private ReviewView view() {
    return sheet().orElseThrow().review();
  }

  /** Whether anything is left to be answered. */
  public boolean isOpen() {
    return isThere() && view().closedAt().isEmpty() && !view().resting() && view().left() > 0;
  }

  public boolean isResting() {
    return isThere() && view().closedAt().isEmpty() && view().resting();
  }

  public boolean isOverdue() {
    return isOpen() && view().overdue();
  }

  /** How far it is. */
  public String getProgress() {
    ReviewView view = view();
    String since = dates.day(view.askedAt());
    if (view.closedAt().isPresent()) {
      return texts().text("review.closed", since, dates.day(view.closedAt().get()));
    }
    if (isResting()) {
      return texts().text("review.resting");
    }
    return isOpen()
        ? texts().text("review.progress", view.confirmed(), view.people(), dates.day(view.dueAt()))
        : texts().text("review.done", since);
  }

  public List<Row> getRows() {
    Map<AccountId, InvitedBy> inviters = invitations.inviters(visitor.caller(), place());
    return sheet().map(ReviewSheet::people).orElse(List.of()).stream()
        .map(one -> row(one, Optional.ofNullable(inviters.get(one.person().account()))))
        .toList();
  }

  private Row row(ReviewedPerson one, Optional<InvitedBy> invited) {
    PersonThere person = one.person();
    return new Row(
        person.account().toString(),
        person.name().full(),
        CurrentVisitor.initials(person.name()),
        person.login(),
        rights(person),
        person.lastSignInAt().orElse(null),
        person.since(),
        invited.map(by -> members.invited(by, dates)).orElse(""),
        one.confirmedAt().map(dates::day).orElse(""),
        one.confirmedBy(),
        isOpen() && one.asked() && one.confirmedAt().isEmpty(),
        one.asked(),
        address(person));
  }

  private List<String> rights(PersonThere person) {
    return getGroup().isEmpty()
        ? person.rights().stream().sorted().map(members::profile).toList()
        : groups.roles(getGroup(), person.rights());
  }

  /** Where the person’s rights are changed or taken away. */
  private String address(PersonThere person) {
    return getGroup().isEmpty()
        ? "/portal/member?id=" + person.account() + organisation.getSuffix()
        : "/portal/group-user?group=" + getGroup() + "&id=" + person.account();
  }

  /** Whether the visitor may have one asked for now: there is none that is open. */
  public boolean isAsking() {
    return (!isThere() || view().closedAt().isPresent())
        && permissions.allowsEverywhere(visitor.caller(), Permission.ACCOUNT_MANAGE);
  }

  public @Nullable String ask() {
    return round.askNow(visitor.caller(), place())
        ? notices.info("review.ASKED").to(getAddress())
        : notices.warning("review.ASKED_ALREADY").to(getAddress());
  }

  public @Nullable String confirm() {
    String[] sent = request.getParameterValues("person");
    Set<AccountId> people =
        Stream.of(sent == null ? new String[0] : sent)
            .map(MembersOrganisation::account)
            .collect(Collectors.toSet());
    if (people.isEmpty()) {
      return notices.error("review.NOBODY").stay();
    }
    int done = desk.confirm(visitor.caller(), place(), people);
    looked = false;
    return (isOpen()
            ? notices.info("review.CONFIRMED", Integer.toString(done))
            : notices.info("review.CLOSED"))
        .to(getAddress());
  }

  /** Address of this page. */
  public String getAddress() {
    return "/portal/review"
        + (getGroup().isEmpty() ? organisation.getQuery() : "?group=" + getGroup());
  }

  public String getOf() {
    return getGroup().isEmpty() ? organisation.getOf() : "";
  }

  /** Address of the page of a review. */
  static String address(ReviewView review) {
    boolean group = review.place().group().isPresent();
    return "/portal/review?" + (group ? "group=" : "of=") + review.code();
  }

  /** Address of the people’s page. */
  public String getPeople() {
    return getGroup().isEmpty()
        ? "/portal/members" + organisation.getQuery()
        : "/portal/group-users?group=" + getGroup();
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /**
   * A person in the table.
   *
   * @param invited by whom and when; empty for whoever came another way
   * @param confirmed the day; empty for not
   * @param waiting whether the person can be confirmed
   * @param asked false for whoever came after the review was asked for
   * @param address of the page where rights are changed
   */
  public record Row(
      String id,
      String name,
      String initials,
      String login,
      List<String> rights,
      @Nullable Instant seenAt,
      Instant since,
      String invited,
      String confirmed,
      String by,
      boolean waiting,
      boolean asked,
      String address) {
    public Row {
      rights = List.copyOf(rights);
    }
  }
}
