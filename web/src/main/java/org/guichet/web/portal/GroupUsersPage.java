package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.account.boundary.GroupMembers;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.GroupMemberView;
import org.guichet.account.entity.GroupQuery;
import org.guichet.account.entity.GroupQuery.Sort;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Extent;
import org.guichet.web.SortedBy;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/group-users}: the people of the service's group that {@code group} names.
 * Its address says what is shown.
 */
@Named
@RequestScoped
public class GroupUsersPage {
  private static final int SIZE = 25;

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject GroupMembers members;
  @Inject GroupWords words;

  private @Nullable Page<GroupMemberView> found;

  private Page<GroupMemberView> found() {
    if (found == null) {
      GroupQuery query =
          new GroupQuery(
              getText(),
              Optional.of(getRole()).filter(role -> !role.isEmpty()),
              order().by(),
              order().descending(),
              new PageRequest((getPage() - 1) * SIZE, SIZE));
      found = members.list(visitor.caller(), getGroup(), query);
    }
    return found;
  }

  /** The page’s name; whether the visitor may see it is judged with it. */
  public String getTitle() {
    found();
    return words.group(getGroup());
  }

  public String getGroup() {
    return asked().text("group");
  }

  public String getService() {
    return words.service(getGroup());
  }

  /** Whether the group is retired, or never was: then its roles allow nothing. */
  public boolean isRetired() {
    return words.roles(getGroup()).isEmpty();
  }

  public List<Row> getRows() {
    return found().rows().stream().map(this::row).toList();
  }

  private Row row(GroupMemberView member) {
    AccountView account = member.account();
    return new Row(
        account.id().toString(),
        account.name().full(),
        CurrentVisitor.initials(account.name()),
        account.login(),
        account.email(),
        words.roles(getGroup(), member.roles()),
        MemberWords.look(account),
        MemberWords.icon(account),
        words.standing(account),
        account.lastSignInAt().orElse(null),
        member.since());
  }

  public String getText() {
    return asked().text("q");
  }

  public String getRole() {
    return asked().text("role");
  }

  public boolean isFiltered() {
    return !getText().isEmpty() || !getRole().isEmpty();
  }

  /** Roles to choose from. */
  public List<MembersPage.Choice> getRoles() {
    return words.roles(getGroup()).stream().map(this::choice).toList();
  }

  private MembersPage.Choice choice(Right right) {
    return new MembersPage.Choice(right.code(), words.role(right), right.code().equals(getRole()));
  }

  public String getSort() {
    return order().word();
  }

  public List<SortedBy.Column> getColumns() {
    return Stream.of(Sort.LAST_SIGN_IN, Sort.SINCE)
        .map(sort -> order().column(sort, "group-users."))
        .toList();
  }

  public SortedBy.Column getNamed() {
    return order().column(Sort.NAME, "group-users.");
  }

  private SortedBy<Sort> order() {
    return SortedBy.asked(asked(), Sort.NAME);
  }

  /** What is asked for besides the order and the page. */
  public String getFilter() {
    return Asked.query(Map.of("group", getGroup()))
        + Asked.query(Map.of("q", getText()))
        + Asked.query(Map.of("role", getRole()));
  }

  /** What is asked for besides the page. */
  public String getQuery() {
    return getFilter() + "sort=" + getSort() + "&";
  }

  /** From 1. */
  public int getPage() {
    return asked().page();
  }

  public boolean isMore() {
    return extent().more();
  }

  public String getExtent() {
    return extent().text(words.texts(), "members.extent");
  }

  private Extent extent() {
    return new Extent(getPage(), SIZE, found().rows().size(), found().total());
  }

  private Asked asked() {
    return new Asked(request);
  }

  /** A person in the table; {@code look} and {@code icon} show the state. */
  public record Row(
      String id,
      String name,
      String initials,
      String login,
      String email,
      List<String> roles,
      String look,
      String icon,
      String state,
      @Nullable Instant seenAt,
      Instant since) {
    public Row {
      roles = List.copyOf(roles);
    }
  }
}
