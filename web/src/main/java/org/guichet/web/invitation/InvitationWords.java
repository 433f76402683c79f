package org.guichet.web.invitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationStatus;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.platform.entity.DayText;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** How pages and files speak of codes. */
@RequestScoped
public class InvitationWords {
  @Inject PageLanguage language;
  @Inject CurrentVisitor visitor;
  @Inject CatalogueDesk desk;

  private @Nullable Catalogue catalogue;

  Texts texts() {
    return Texts.in(language.getLocale());
  }

  Locale locale() {
    return language.getLocale();
  }

  Catalogue catalogue() {
    if (catalogue == null) {
      catalogue = desk.catalogue(visitor.caller());
    }
    return catalogue;
  }

  /** {@code Lycée d’Exemple (12ABC345)}. */
  String place(InvitationPlace place) {
    return place.names().in(language.getLocale()) + " (" + place.code() + ")";
  }

  /** Whether it is for an organisation or a service. */
  String mode(InvitationPlace place) {
    return texts().text(place.organisation() ? "codes.mode.organisation" : "codes.mode.service");
  }

  /** What stands above the codes of a place. */
  String heading(InvitationPlace place) {
    return texts()
        .text(
            place.organisation() ? "codes.part.organisation" : "codes.part.service", place(place));
  }

  String day(LocalDate day) {
    return DayText.day(day, language.getLocale());
  }

  /** Profiles or roles by name, with their codes; one that is retired by its code alone. */
  List<Named> rights(InvitationPlace place, Set<String> codes) {
    return codes.stream().sorted().map(code -> new Named(code, name(place, code))).toList();
  }

  private String name(InvitationPlace place, String code) {
    return place
        .place()
        .fold(organisation -> catalogue().profile(code), group -> catalogue().role(group, code))
        .map((Right right) -> right.names().in(language.getLocale()))
        .orElse(code);
  }

  /** What is copied of a code: where it leads, itself, and until when. */
  String copied(InvitationView view) {
    return view.code()
        .map(code -> texts().text("codes.copied", place(view.place()), code, day(view.lastDay())))
        .orElse("");
  }

  /** A code as the table shows it: whole while it is valid, else its beginning. */
  static String shown(InvitationView view) {
    return view.code().orElse(view.beginning() + "-…");
  }

  static String look(InvitationView view) {
    return switch (view.status()) {
      case VALID -> view.endsSoon() ? "wa" : "ok";
      case USED -> "ru";
      case DEACTIVATED, EXPIRED -> "ne";
    };
  }

  static String icon(InvitationView view) {
    return switch (view.status()) {
      case VALID -> view.endsSoon() ? "warn" : "up";
      case USED -> "check";
      case DEACTIVATED -> "ban";
      case EXPIRED -> "clock";
    };
  }

  /** Where it stands, in a word. */
  String status(InvitationView view) {
    return texts().text("codes.status." + view.status());
  }

  /** A profile or a role. */
  public record Named(String code, String name) {}

  /** A code in a table. */
  public record Row(
      String id,
      @Nullable String creator,
      String shown,
      @Nullable String copied,
      String place,
      String mode,
      Instant createdAt,
      LocalDate lastDay,
      String look,
      String icon,
      String status,
      boolean endsSoon,
      boolean valid,
      @Nullable String who) {}

  Row row(InvitationView view) {
    return new Row(
        view.id().toString(),
        view.creator().orElse(null),
        shown(view),
        view.code().isPresent() ? copied(view) : null,
        place(view.place()),
        mode(view.place()),
        view.createdAt(),
        view.lastDay(),
        look(view),
        icon(view),
        status(view),
        view.endsSoon(),
        view.status() == InvitationStatus.VALID,
        view.usedBy()
            .or(() -> view.holder().map(one -> one.name().isEmpty() ? one.email() : one.name()))
            .orElse(null));
  }
}
