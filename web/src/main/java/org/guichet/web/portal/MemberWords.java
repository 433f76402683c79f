package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.MemberQuery.Standing;
import org.guichet.account.entity.MemberView;
import org.guichet.invitation.entity.InvitedBy;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** How the portal speaks of a member: state, profiles. */
@RequestScoped
public class MemberWords {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject CatalogueDesk desk;

  private @Nullable Catalogue catalogue;

  Catalogue catalogue() {
    if (catalogue == null) {
      catalogue = desk.catalogue(visitor.caller());
    }
    return catalogue;
  }

  Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** {@code Dépose des fichiers (DEPOT)}; a code of the past says so. */
  String profile(String code) {
    return catalogue()
        .profile(code)
        .map(right -> right.names().in(language.getLocale()) + " (" + code + ")")
        .orElseGet(() -> texts().text("member.profile.retired", code));
  }

  /** In the catalogue’s order, retired ones last. */
  List<String> profiles(MemberView member) {
    return Stream.concat(
            catalogue().profiles().map(Right::code).filter(member.profiles()::contains),
            member.profiles().stream().filter(code -> catalogue().profile(code).isEmpty()).sorted())
        .map(this::profile)
        .toList();
  }

  /** {@code Expiré le 15 novembre 2026}. */
  String standing(AccountView account) {
    Standing standing = account.standing();
    String key = "member.state." + standing;
    return switch (standing) {
      case EXPIRED -> texts().text(key, dates.day(account.expiresAt()));
      case DELETED -> texts().text(key, account.erasedAt().map(dates::day).orElse(""));
      case PENDING, ACTIVE, DISABLED -> texts().text(key);
    };
  }

  static String look(AccountView account) {
    return account.standing() == Standing.ACTIVE ? "ok" : "ne";
  }

  static String icon(AccountView account) {
    return switch (account.standing()) {
      case ACTIVE -> "up";
      case PENDING -> "clock";
      case EXPIRED, DISABLED -> "ban";
      case DELETED -> "trash";
    };
  }

  Optional<Right> right(String code) {
    return catalogue().profile(code);
  }

  /** Who invited somebody, and when. */
  String invited(InvitedBy invited, Moments dates) {
    return texts()
        .text(
            "member.invited.by",
            invited.inviter().orElseGet(() -> texts().text("codes.erased")),
            dates.day(invited.usedAt()));
  }
}
