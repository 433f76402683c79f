package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.invitation.entity.InvitedBy;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.RightBox;
import org.guichet.web.Texts;

/** How the portal speaks of a service's group and its roles. */
@RequestScoped
public class GroupWords {
  @Inject PageLanguage language;
  @Inject MemberWords words;

  /** Its name; the code of one that isn't there any more. */
  String group(String code) {
    return words
        .catalogue()
        .group(code)
        .map(group -> group.names().in(language.getLocale()))
        .orElse(code);
  }

  /** The name of the service that it belongs to; empty for one that isn't there any more. */
  String service(String group) {
    return words
        .catalogue()
        .serviceOfGroup(group)
        .map(service -> service.names().in(language.getLocale()))
        .orElse("");
  }

  /** The roles that a group offers. */
  List<Right> roles(String group) {
    return words.catalogue().group(group).map(RightGroup::rights).orElse(List.of());
  }

  String role(Right right) {
    return right.names().in(language.getLocale());
  }

  /** A role to tick. */
  RightBox box(Right right, boolean ticked) {
    return RightBox.of(words.catalogue(), right, language.getLocale(), ticked);
  }

  /** Roles that somebody has, in the catalogue’s order, retired ones last. */
  List<String> roles(String group, Set<String> held) {
    return Stream.concat(
            roles(group).stream()
                .filter(right -> held.contains(right.code()))
                .map(right -> role(right) + " (" + right.code() + ")"),
            past(group, held).stream())
        .toList();
  }

  /** The retired ones of them. */
  List<String> past(String group, Set<String> held) {
    List<String> offered = roles(group).stream().map(Right::code).toList();
    return held.stream()
        .filter(code -> !offered.contains(code))
        .sorted()
        .map(code -> texts().text("member.profile.retired", code))
        .toList();
  }

  String invited(InvitedBy invited, Moments dates) {
    return words.invited(invited, dates);
  }

  String standing(AccountView account) {
    return words.standing(account);
  }

  Texts texts() {
    return words.texts();
  }
}
