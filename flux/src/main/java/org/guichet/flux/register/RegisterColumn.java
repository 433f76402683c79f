package org.guichet.flux.register;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns of a register in CSV. Headers are recognised without case, accents, blanks and
 * hyphens, under the name in the flux and under usual ones.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list never changes
public enum RegisterColumn {
  LAST_NAME("nomNaissance", "nom de naissance", "nom de famille", "nom", "birth name", "last name"),
  FIRST_NAME("prenom1", "prénom", "premier prénom", "prénom de naissance", "first name"),
  SEX("sexe", "civilité", "sex", "gender"),
  BIRTH_DATE("dateNaissance", "date de naissance", "né(e) le", "né le", "birth date"),
  BIRTH_YEAR("anneeNaissance", "année de naissance", "birth year"),
  BIRTH_MONTH("moisNaissance", "mois de naissance", "birth month"),
  BIRTH_DAY("jourNaissance", "jour de naissance", "birth day"),
  USAGE_NAME("nomUsage", "nom d'usage", "nom marital", "usage name"),
  SECOND_NAME("prenom2", "deuxième prénom", "second first name"),
  THIRD_NAME("prenom3", "troisième prénom", "third first name"),
  BIRTH_TOWN(
      "codeInsee", "codeInseeNaissance", "code commune naissance", "code insee de naissance"),
  BIRTH_POSTAL_CODE("codePostal", "codePostalNaissance", "code postal de naissance"),
  BIRTH_TOWN_NAME(
      "libelleCommuneNaissance", "commune de naissance", "ville de naissance", "lieu de naissance"),
  BIRTH_COUNTRY("codePaysNaissance", "code pays de naissance", "birth country");

  private final String header;
  private final List<String> keys;

  RegisterColumn(String header, String... others) {
    this.header = header;
    this.keys =
        Stream.concat(Stream.of(header), Stream.of(others)).map(RegisterColumn::key).toList();
  }

  /** The name that documents use. */
  public String header() {
    return header;
  }

  /** Which columns stand where; of two alike the first counts, and unknown ones are left out. */
  static Map<RegisterColumn, Integer> in(List<String> names) {
    Map<RegisterColumn, Integer> columns = new EnumMap<>(RegisterColumn.class);
    for (int i = 0; i < names.size(); i++) {
      String key = key(names.get(i));
      for (RegisterColumn column : values()) {
        if (column.keys.contains(key)) {
          columns.putIfAbsent(column, i);
        }
      }
    }
    return columns;
  }

  /** Those among the present ones that are missing and without which nobody can be looked up. */
  static List<RegisterColumn> missing(Collection<RegisterColumn> present) {
    return Stream.of(LAST_NAME, FIRST_NAME).filter(column -> !present.contains(column)).toList();
  }

  private static String key(String header) {
    return NameFolding.key(header).replaceAll("[^A-Z0-9]", "");
  }
}
