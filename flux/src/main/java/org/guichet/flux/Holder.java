package org.guichet.flux;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who passed, as the file names them. Names and codes are as written; what is missing, nil or of a
 * wrong form is null.
 *
 * @param lastName at birth
 * @param sex {@code M} or {@code F}
 * @param birthTown code of the town of birth, INSEE's
 * @param birthPostalCode postal code of the town of birth
 * @param birthCountry the last three digits of INSEE's code of a country
 */
public record Holder(
    Kind kind,
    @Nullable String lastName,
    @Nullable String usageName,
    @Nullable String firstName,
    @Nullable String secondName,
    @Nullable String thirdName,
    @Nullable String sex,
    @Nullable Integer birthYear,
    @Nullable Integer birthMonth,
    @Nullable Integer birthDay,
    @Nullable String birthTown,
    @Nullable String birthPostalCode,
    @Nullable String birthTownName,
    @Nullable String birthCountry) {

  /** By what the file says who passed. */
  public enum Kind {
    /** Number of a training file, and two names. */
    DOSSIER,
    /** Civil status. */
    CIVIL_STATUS,
    /** National number, and the last name. */
    NIR,
    /** Nothing that could be read. */
    NONE
  }

  static Holder of(Fields passage) {
    return new Holder(
        kind(passage),
        passage.firstOf(Field.LAST_NAME, Field.LAST_NAME_IN_DOSSIER, Field.LAST_NAME_WITH_NIR),
        passage.get(Field.USAGE_NAME),
        passage.firstOf(Field.FIRST_NAME, Field.FIRST_NAME_IN_DOSSIER),
        passage.get(Field.SECOND_NAME),
        passage.get(Field.THIRD_NAME),
        known(passage.stripped(Field.SEX)),
        Days.number(passage.get(Field.BIRTH_YEAR)),
        Days.number(passage.get(Field.BIRTH_MONTH)),
        Days.number(passage.get(Field.BIRTH_DAY)),
        known(passage.stripped(Field.BIRTH_INSEE)),
        known(passage.stripped(Field.BIRTH_POSTAL)),
        passage.get(Field.BIRTH_TOWN),
        known(passage.stripped(Field.BIRTH_COUNTRY)));
  }

  /** Null when a part of it is missing, or there is no such day. */
  public @Nullable LocalDate birthDate() {
    return Days.day(birthYear, birthMonth, birthDay);
  }

  private static Kind kind(Fields passage) {
    if (passage.present(Field.LAST_NAME) || passage.present(Field.FIRST_NAME)) {
      return Kind.CIVIL_STATUS;
    }
    if (passage.present(Field.DOSSIER) || passage.present(Field.LAST_NAME_IN_DOSSIER)) {
      return Kind.DOSSIER;
    }
    return passage.present(Field.NIR) || passage.present(Field.LAST_NAME_WITH_NIR)
        ? Kind.NIR
        : Kind.NONE;
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }
}
