package org.guichet.flux.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;

/** Whether a file says that somebody was born in France or abroad. */
final class BirthCountry {
  static final String FRANCE = "100";

  private static final Set<String> FRENCH =
      Stream.of(
              "France",
              "France métropolitaine",
              "République française",
              "FR",
              "FRA",
              "Guadeloupe",
              "Martinique",
              "Guyane",
              "Guyane française",
              "La Réunion",
              "Île de la Réunion",
              "Mayotte",
              "Saint-Pierre-et-Miquelon",
              "Saint-Barthélemy",
              "Saint-Martin",
              "Wallis-et-Futuna",
              "Polynésie française",
              "Nouvelle-Calédonie")
          .map(name -> TownName.of(name).folded())
          .collect(Collectors.toUnmodifiableSet());

  private BirthCountry() {}

  /** Three digits as INSEE's codes have them behind 99. */
  static boolean isCode(String code) {
    return code.length() == 3 && code.charAt(0) != '0' && Digits.only(code);
  }

  /**
   * By the code of the country; without one of a good form by the code of the place, then by the
   * country's name. Who says nothing of it was born in France.
   */
  static boolean abroad(Fields passage) {
    String country = passage.stripped(Field.BIRTH_COUNTRY);
    if (isCode(country)) {
      return !country.equals(FRANCE) && !overseas(country);
    }
    String insee = passage.get(Field.BIRTH_INSEE);
    if (insee != null && Insee.isOne(insee)) {
      return Insee.abroad(insee) && !Insee.country(insee).equals(FRANCE);
    }
    String name = passage.stripped(Field.BIRTH_COUNTRY_NAME);
    return !name.isEmpty() && !isFrance(name);
  }

  /** By the name of the country, or of a part of it overseas. */
  static boolean isFrance(String name) {
    return name.equals("FRANCE") || FRENCH.contains(TownName.of(name).folded());
  }

  /** Departments and territories overseas, whose number some write for their country. */
  static boolean overseas(String country) {
    return country.startsWith("97") || country.startsWith("98");
  }
}
