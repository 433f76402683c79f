package org.guichet.roster.control.planning;

import java.util.Locale;

/** Exports of ONDE, made up: people that don't exist, in the columns that it has. */
final class Onde {
  static final String PUPIL_HEADER =
      "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;"
          + "Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;Identifiant classe;"
          + "Attestation fournie;Autorisation associations;Autorisation photo;Décision de"
          + " passage\r\n";

  /** Before 2017: no INE, one column of the class. */
  static final String OLD_PUPIL_HEADER =
      "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Sexe;Adresse1;Cp1;Commune1;"
          + "Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Classe\r\n";

  private static final String GUARDIAN =
      "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse"
          + " responsable;CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;"
          + "Téléphone travail;Numéro de poste;Téléphone portable";
  private static final String CHILD =
      ";Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";
  private static final String CHILD_AS_PUPIL =
      ";Nom d'usage élève;Nom de famille élève;Prénom élève;Classes élèves";

  private Onde() {}

  static String pupil(String last, String first, int number, String label) {
    return row(
        last,
        "",
        first,
        date(number),
        number % 2 == 0 ? "F" : "H",
        String.format(Locale.ROOT, "%09dAB", number),
        number + " rue des Tilleuls",
        "75011",
        "Paris",
        "France",
        "",
        "",
        "",
        "",
        "CYCLE II",
        "CE1",
        label,
        Integer.toString(number / 25),
        "Oui",
        "Non",
        "Non",
        "");
  }

  static String oldPupil(String last, String first, int number, String label) {
    String address = number + " rue des Tilleuls";
    return row(
        last,
        "",
        first,
        date(number),
        "M",
        address,
        "75011",
        "Paris",
        "France",
        "",
        "",
        "",
        "",
        "CYCLE II",
        "CE1",
        label);
  }

  static String date(int number) {
    return String.format(
        Locale.ROOT, "%d-%02d-%02d", 2012 + number % 8, 1 + number % 12, 1 + number % 28);
  }

  static String guardianHeader(int children) {
    return GUARDIAN + CHILD.repeat(children) + "\r\n";
  }

  static String guardianHeaderAsPupil(int children) {
    return GUARDIAN + CHILD_AS_PUPIL.repeat(children) + "\r\n";
  }

  /** With children of last name, first name and class, three values each. */
  static String guardian(String last, String first, int number, String... children) {
    StringBuilder row =
        new StringBuilder(
            row(
                number % 2 == 0 ? "Mme" : "M.",
                "",
                last,
                first,
                number + " rue des Tilleuls",
                "75011",
                "Paris",
                "France",
                "p" + number + "@example.org",
                "01 99 00 12 34",
                "",
                "",
                "06 39 98 12 34"));
    row.setLength(row.length() - 2);
    for (int i = 0; i < children.length; i += 3) {
      row.append(";;").append(children[i]).append(';').append(children[i + 1]);
      row.append(';').append(children[i + 2]);
    }
    return row.append("\r\n").toString();
  }

  /** The same with every cell quoted, and a separator behind the last. */
  static String quoted(String rows) {
    StringBuilder quoted = new StringBuilder();
    for (String row : rows.split("\r\n", -1)) {
      if (!row.isEmpty()) {
        quoted.append('"').append(row.replace(";", "\";\"")).append("\";\r\n");
      }
    }
    return quoted.toString();
  }

  private static String row(String... cells) {
    return String.join(";", cells) + "\r\n";
  }
}
