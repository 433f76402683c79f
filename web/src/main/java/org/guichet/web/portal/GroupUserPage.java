package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.account.boundary.GroupMembers;
import org.guichet.account.boundary.GroupRights;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.GroupMemberView;
import org.guichet.invitation.boundary.InvitationDesk;
import org.guichet.platform.entity.AccountId;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.RightBox;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/group-user}: one person ({@code id}) of a service's group ({@code group}),
 * for its administrators to change. Ticked roles come as parameters {@code role}.
 */
@Named
@RequestScoped
public class GroupUserPage {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject Moments dates;
  @Inject GroupMembers members;
  @Inject GroupRights groups;
  @Inject InvitationDesk invitations;
  @Inject GroupWords words;

  private @Nullable GroupMemberView view;

  private GroupMemberView view() {
    if (view == null) {
      view = members.find(visitor.caller(), getGroup(), id());
    }
    return view;
  }

  private AccountId id() {
    return MembersOrganisation.account(request.getParameter("id"));
  }

  public String getGroup() {
    return new Asked(request).text("group");
  }

  public String getId() {
    return id().toString();
  }

  public String getName() {
    return view().account().name().full();
  }

  public String getLogin() {
    return view().account().login();
  }

  public String getGroupName() {
    return words.group(getGroup());
  }

  public String getService() {
    return words.service(getGroup());
  }

  public String getState() {
    return words.standing(view().account());
  }

  public String getLook() {
    return MemberWords.look(view().account());
  }

  public String getIcon() {
    return MemberWords.icon(view().account());
  }

  /** Address of the list that the person stands in. */
  public String getList() {
    return "/portal/group-users?" + Asked.query(Map.of("group", getGroup()));
  }

  /** What is known of the account. */
  public List<OrganisationPage.Fact> getFacts() {
    AccountView account = view().account();
    List<OrganisationPage.Fact> facts = new ArrayList<>();
    facts.add(fact("email", account.email()));
    facts.add(
        fact("seen", account.lastSignInAt().map(dates::fully).orElseGet(() -> word("not-yet"))));
    facts.add(fact("factor", word(view().secondFactor() ? "factor.on" : "factor.off")));
    facts.add(fact("since", dates.day(view().since())));
    invitations
        .invited(visitor.caller(), GrantPlace.in(getGroup()), id())
        .ifPresent(invited -> facts.add(fact("invited", words.invited(invited, dates))));
    return facts;
  }

  private OrganisationPage.Fact fact(String key, String value) {
    return new OrganisationPage.Fact(word(key), value, false);
  }

  private String word(String key) {
    return words.texts().text("member." + key);
  }

  /** Roles to tick: those for administrators, and those for users. */
  public List<Group> getKinds() {
    Set<String> chosen = request.getParameter("ticking") == null ? view().roles() : ticked();
    return Stream.of(true, false)
        .map(
            administrator ->
                new Group(
                    words
                        .texts()
                        .text(administrator ? "group-user.administrators" : "group-user.users"),
                    words.roles(getGroup()).stream()
                        .filter(right -> right.administrator() == administrator)
                        .map(right -> words.box(right, chosen.contains(right.code())))
                        .toList()))
        .filter(group -> !group.boxes().isEmpty())
        .toList();
  }

  /** Whether any of these excludes another. */
  public boolean isExclusive() {
    return getKinds().stream().flatMap(kind -> kind.boxes().stream()).anyMatch(RightBox::exclusive);
  }

  /** Roles that saving would take away, since nobody can be given them any more. */
  public String getPast() {
    return String.join(", ", words.past(getGroup(), view().roles()));
  }

  private Set<String> ticked() {
    String[] sent = request.getParameterValues("role");
    return Set.copyOf(Stream.of(sent == null ? new String[0] : sent).distinct().toList());
  }

  public @Nullable String save() {
    return members
        .change(visitor.caller(), getGroup(), id(), ticked())
        .<@Nullable String>fold(
            changed ->
                notices
                    .info("group-user.CHANGED", changed.member().account().name().full())
                    .to(seenStill()),
            same -> notices.info("group-user.UNCHANGED").to(address()),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  private String address() {
    return "/portal/group-user?group=" + getGroup() + "&id=" + getId();
  }

  /** Whoever gave up their own administration may see the page no more. */
  private String seenStill() {
    return groups.administers(visitor.caller(), getGroup()) ? address() : "/portal/users";
  }

  public @Nullable String remove() {
    String name = getName();
    return members
        .remove(visitor.caller(), getGroup(), id())
        .<@Nullable String>fold(
            gone -> notices.info("group-user.REMOVED", name, getGroupName()).to(after()),
            same -> notices.info("group-user.UNCHANGED").to(address()),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  /** Whoever took themselves out may see the group no more. */
  private String after() {
    boolean self = visitor.caller().account().filter(id()::equals).isPresent();
    return self ? "/portal/users" : "/portal/group-users?group=" + getGroup();
  }

  /** Roles that are shown together. */
  public record Group(String name, List<RightBox> boxes) {
    public Group {
      boxes = List.copyOf(boxes);
    }
  }
}
