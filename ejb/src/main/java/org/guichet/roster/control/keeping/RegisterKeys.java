package org.guichet.roster.control.keeping;

import java.time.LocalDate;
import org.guichet.flux.register.NameFolding;
import org.guichet.roster.control.planning.KeyDigest;
import org.guichet.roster.entity.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What a person of the register of holders is found near by, beside the names that {@code
 * person_key} has: whoever writes names, birth date or profile of a person writes these, too.
 *
 * @param year of name at birth and year of birth, for {@code birth_year_key}; null where there is
 *     none
 * @param day of first name and day of birth, for {@code birth_day_key}; null where there is none
 */
public record RegisterKeys(@Nullable Long year, @Nullable Long day) {
  private static final RegisterKeys NONE = new RegisterKeys(null, null);

  /** Of somebody; only pupils are in the register. */
  public static RegisterKeys of(
      Profile profile, String lastName, String firstName, @Nullable LocalDate birthDate) {
    if (profile != Profile.PUPIL || birthDate == null) {
      return NONE;
    }
    return new RegisterKeys(
        year(NameFolding.key(lastName), birthDate.getYear()),
        day(
            NameFolding.key(firstName),
            birthDate.getYear(),
            birthDate.getMonthValue(),
            birthDate.getDayOfMonth()));
  }

  /** What those of this name at birth, folded, and this year have. */
  static long year(String lastKey, int year) {
    return KeyDigest.of("y:" + lastKey + "|" + year);
  }

  /** What those of this first name, folded, and this day have. */
  static long day(String firstKey, int year, int month, int day) {
    return KeyDigest.of("d:" + firstKey + "|" + year + "|" + month + "|" + day);
  }

  /** What {@code person_key} has for these names, folded: at birth, or of usage. */
  static long names(String lastKey, String firstKey) {
    return KeyDigest.of("n:p:" + lastKey + "|" + firstKey);
  }
}
