package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.PersonThere;
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
  @Inject MembersOrganisation organisation;
  @Inject GroupWords groups;
  @Inject MemberWords members;

  private @Nullable ReviewSheet sheet;
  private boolean looked;

  private Optional<ReviewSheet> sheet() {
    if (!looked) {
      GrantPlace place = place();
      desk.settle(visitor.caller(), place);
      sheet = desk.sheet(visitor.caller(), place).orElse(null);
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

  public boolean isOpen() {
    return isThere() && view().closedAt().isEmpty();
  }

  public boolean isOverdue() {
    return isThere() && view().overdue();
  }

  /** How far it is. */
  public String getProgress() {
    ReviewView view = view();
    String since = dates.day(view.askedAt());
    return view.closedAt()
        .map(at -> texts().text("review.closed", since, dates.day(at)))
        .orElseGet(
            () ->
                texts()
                    .text(
                        "review.progress",
                        view.confirmed(),
                        view.people(),
                        dates.day(view.dueAt())));
  }

  public List<Row> getRows() {
    return sheet().map(ReviewSheet::people).orElse(List.of()).stream().map(this::row).toList();
  }

  private Row row(ReviewedPerson one) {
    PersonThere person = one.person();
    return new Row(
        person.account().toString(),
        person.name().full(),
        CurrentVisitor.initials(person.name()),
        person.login(),
        rights(person),
        person.lastSignInAt().orElse(null),
        person.since(),
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
    return !isOpen() && permissions.allowsEverywhere(visitor.caller(), Permission.ACCOUNT_MANAGE);
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
