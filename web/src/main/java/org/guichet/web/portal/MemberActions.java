package org.guichet.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guichet.account.boundary.MemberCare;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.MemberOutcome;
import org.guichet.account.entity.MemberView;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.NoticeCookie;
import org.guichet.web.Notices.Carried;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Does something to one member or to several, by a button of the table or of the member’s page, and
 * leads back. Each is done or refused for itself.
 *
 * <p>Parameters: {@code one} ({@code <deed> <account>}), or {@code deed} and {@code member} for
 * each; {@code of} as {@link MembersOrganisation} says; {@code back}, the page to go back to.
 */
public class MemberActions extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final String TABLE = "/portal/members";
  private static final Pattern BACK =
      Pattern.compile("/portal/members?(\\?[A-Za-z0-9=&%+._~*-]*)?");
  private static final int NAMED = 3;

  @Inject transient Members members;
  @Inject transient MemberCare care;
  @Inject transient MembersOrganisation organisation;
  @Inject transient CurrentVisitor visitor;
  @Inject transient PageLanguage language;

  /** What was asked for. */
  private record Asked(MemberDeed deed, List<AccountId> accounts) {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Asked> asked = asked(request);
    String back = back(request.getParameter("back"));
    if (asked.isEmpty() || asked.get().accounts().isEmpty()) {
      NoticeCookie.write(List.of(Carried.of(false, "members.NOBODY")), request, response);
      response.sendRedirect(request.getContextPath() + back);
      return;
    }
    if (mustConfirm(asked.get(), request)) {
      if (request.getParameter("count") != null) {
        NoticeCookie.write(List.of(Carried.of(false, "members-deletion.wrong")), request, response);
      }
      response.sendRedirect(request.getContextPath() + confirmation(asked.get()));
      return;
    }
    NoticeCookie.write(done(asked.get()), request, response);
    response.sendRedirect(
        request.getContextPath() + (stays(asked.get()) ? back : TABLE + organisation.getQuery()));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + TABLE);
  }

  private static Optional<Asked> asked(HttpServletRequest request) {
    @Nullable String one = request.getParameter("one");
    if (one != null) {
      String[] parts = one.split(" ", 2);
      return MembersListing.named(MemberDeed.class, parts[0])
          .filter(deed -> parts.length == 2)
          .map(deed -> new Asked(deed, List.of(MembersOrganisation.account(parts[1]))));
    }
    String @Nullable [] chosen = request.getParameterValues("member");
    @Nullable String deed = request.getParameter("deed");
    return MembersListing.named(MemberDeed.class, deed == null ? "" : deed)
        .map(
            known ->
                new Asked(
                    known,
                    chosen == null
                        ? List.of()
                        : Arrays.stream(chosen)
                            .distinct()
                            .map(MembersOrganisation::account)
                            .toList()));
  }

  /** Only a place of ours, whatever the browser sends. */
  private static String back(@Nullable String asked) {
    return asked != null && BACK.matcher(asked).matches() ? asked : TABLE;
  }

  /** Many are deleted only by somebody who says how many. */
  private static boolean mustConfirm(Asked asked, HttpServletRequest request) {
    int many = asked.accounts().size();
    return asked.deed() == MemberDeed.DELETE
        && many > 1
        && !Integer.toString(many).equals(strip(request.getParameter("count")));
  }

  private static String strip(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private String confirmation(Asked asked) {
    StringBuilder address = new StringBuilder();
    asked.accounts().forEach(account -> address.append("&member=").append(account));
    return "/portal/members-deletion?" + address.substring(1) + organisation.getSuffix();
  }

  /** Whether the page that the button was on makes sense afterwards. */
  private static boolean stays(Asked asked) {
    return asked.deed() != MemberDeed.LEAVE;
  }

  private List<Carried> done(Asked asked) {
    List<String> good = new ArrayList<>();
    List<String> left = new ArrayList<>();
    Map<String, List<String>> refused = new LinkedHashMap<>();
    for (AccountId account : asked.accounts()) {
      MemberView member = members.find(visitor.caller(), organisation.id(), account);
      String name = member.account().name().full();
      act(asked.deed(), account)
          .<@Nullable Void>fold(
              done -> add(good, name),
              proposed -> add(good, name),
              gone -> add(left, name),
              no -> add(refused.computeIfAbsent(why(no), key -> new ArrayList<>()), name));
    }
    List<Carried> news = new ArrayList<>();
    if (!good.isEmpty()) {
      news.add(Carried.of(true, "member.DONE." + asked.deed(), names(good)));
    }
    if (!left.isEmpty()) {
      news.add(Carried.of(true, "member.DONE.LEAVE", names(left)));
    }
    refused.forEach(
        (why, whom) -> news.add(Carried.of(false, "member.NOT_DONE", names(whom), why)));
    return news;
  }

  private static @Nullable Void add(List<String> names, String name) {
    names.add(name);
    return null;
  }

  private MemberOutcome act(MemberDeed deed, AccountId account) {
    Caller caller = visitor.caller();
    OrganisationId id = organisation.id();
    return switch (deed) {
      case RENEW -> care.renew(caller, id, account, Optional.empty());
      case RESEND -> care.resendActivation(caller, id, account);
      case ENABLE -> care.enable(caller, id, account);
      case RESTORE -> care.restore(caller, id, account);
      case RESET_FACTOR -> care.resetSecondFactor(caller, id, account);
      case DISABLE -> care.disable(caller, id, account);
      case DELETE, LEAVE -> members.delete(caller, id, account);
    };
  }

  /** The reason, in the words that stand at a field elsewhere. */
  private String why(MemberOutcome.Refused refused) {
    Texts texts = Texts.in(language.getLocale());
    AccountMistake mistake = refused.mistakes().get(0);
    if (mistake.code() == AccountMistake.Code.STATE) {
      return texts.text("member.refused.STATE." + mistake.arguments().get(0));
    }
    return texts.of("account").text("mistake." + mistake.code(), mistake.arguments().toArray());
  }

  /** The first names, and how many more. */
  private String names(List<String> all) {
    String first = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
    return all.size() <= NAMED
        ? first
        : Texts.in(language.getLocale()).text("members.more", first, all.size() - NAMED);
  }
}
