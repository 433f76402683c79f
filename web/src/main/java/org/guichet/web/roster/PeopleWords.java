package org.guichet.web.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.entity.PersonAccess;
import org.guichet.roster.entity.PersonCard;
import org.guichet.roster.entity.PersonLine;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** How pages speak of people. */
@RequestScoped
public class PeopleWords {
  @Inject PageLanguage language;

  Texts texts() {
    return Texts.in(language.getLocale());
  }

  String profile(Profile profile) {
    return texts().text("people.profile." + profile);
  }

  String field(RosterField field) {
    return texts().text("people.field." + field);
  }

  /** What is known of somebody, as it is read. */
  String shown(RosterField field, PersonCard card, Moments dates) {
    String value = card.value(field);
    return switch (field) {
      case BIRTH_DATE -> dates.day(LocalDate.parse(value));
      case SEX -> texts().text("people.sex." + value);
      default -> value;
    };
  }

  String access(PersonAccess access) {
    return texts().text("people.access." + access);
  }

  static String look(PersonAccess access) {
    return switch (access) {
      case ACCOUNT -> "ok";
      case SLIP -> "ru";
      case NONE -> "ne";
    };
  }

  static String icon(PersonAccess access) {
    return switch (access) {
      case ACCOUNT -> "check";
      case SLIP -> "key";
      case NONE -> "clock";
    };
  }

  Row row(PersonLine person) {
    return new Row(
        person.id(),
        person.name(),
        person.usageName(),
        profile(person.profile()),
        person.birthDate().orElse(null),
        person.login(),
        person.classes(),
        access(person.access()),
        look(person.access()),
        icon(person.access()),
        person.lastDay().orElse(null));
  }

  /** An id as an address names it. */
  static UUID id(@Nullable String text) {
    try {
      return UUID.fromString(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_PERSON, "malformed id");
    }
  }

  /**
   * Somebody in a table.
   *
   * @param lastDay of who is pre-deleted, else null
   */
  public record Row(
      UUID id,
      String name,
      String usageName,
      String profile,
      @Nullable LocalDate birthDate,
      String login,
      String classes,
      String access,
      String look,
      String icon,
      @Nullable LocalDate lastDay) {}
}
