package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/**
 * Codes, names and country of the place of birth fit together. In France there is an INSEE code, of
 * the time of the birth, or a postal code with the name of its town; abroad there are country and
 * town. Only warns: the reference data may be newer or older than the file.
 */
final class BirthPlaceCheck implements PassageCheck {
  /** Algeria, Morocco and Tunisia had numbers of departments that others have now. */
  private static final Set<String> FORMER_TERRITORIES = Set.of("350", "351", "352");

  private static final int MAX_LISTED = 5;

  private static final int LAST_YEAR_OF_FORMER_TERRITORIES = 1963;

  @Override
  public Set<FindingCode> codes() {
    return Set.of(
        FindingCode.BIRTH_PLACE,
        FindingCode.BIRTH_PLACE_UNKNOWN,
        FindingCode.POSTAL_AND_TOWN,
        FindingCode.INSEE_NOT_AT_BIRTH,
        FindingCode.INSEE_AND_COUNTRY,
        FindingCode.POSTAL_ABROAD,
        FindingCode.NO_COUNTRY,
        FindingCode.NO_TOWN,
        FindingCode.COUNTRY_AND_NAME,
        FindingCode.NO_BIRTH_PLACE);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    boolean byInsee = passage.present(Field.BIRTH_INSEE);
    if (!byInsee && !passage.present(Field.BIRTH_POSTAL)) {
      return; // who passed is told otherwise than by a place of birth
    }
    String country = passage.stripped(Field.BIRTH_COUNTRY);
    country = BirthCountry.isCode(country) ? country : "";
    countryAndName(passage, country, complaints);
    if (byInsee) {
      String insee = passage.get(Field.BIRTH_INSEE);
      if (insee == null || !Insee.isOne(insee)) {
        return;
      }
      if (Insee.abroad(insee)) {
        inseeAbroad(passage, insee, country, complaints);
      } else {
        inseeInFrance(passage, insee, country, complaints);
      }
    } else if (BirthCountry.abroad(passage)) {
      postalAbroad(passage, country, complaints);
    } else {
      postalInFrance(passage, complaints);
    }
  }

  private static void countryAndName(Fields passage, String country, Complaints complaints) {
    String name = passage.stripped(Field.BIRTH_COUNTRY_NAME);
    if (country.isEmpty() || name.isEmpty() || BirthCountry.overseas(country)) {
      return;
    }
    if (BirthCountry.isFrance(name) != country.equals(BirthCountry.FRANCE)) {
      complaints.add(FindingCode.COUNTRY_AND_NAME, Field.BIRTH_COUNTRY, country, name);
    }
  }

  private static void inseeAbroad(
      Fields passage, String insee, String country, Complaints complaints) {
    String own = Insee.country(insee);
    String name = passage.stripped(Field.BIRTH_COUNTRY_NAME);
    if (country.isEmpty() && !name.isEmpty() && BirthCountry.isFrance(name)) {
      complaints.add(FindingCode.INSEE_AND_COUNTRY, Field.BIRTH_INSEE, insee, name, own);
    } else if (country.isEmpty() && !passage.present(Field.BIRTH_COUNTRY)) {
      complaints.add(FindingCode.NO_COUNTRY, Field.BIRTH_INSEE, insee, own);
    } else if (!country.isEmpty() && !country.equals(own)) {
      complaints.add(FindingCode.INSEE_AND_COUNTRY, Field.BIRTH_INSEE, insee, country, own);
    }
    if (passage.stripped(Field.BIRTH_TOWN).isEmpty()) {
      complaints.add(FindingCode.NO_TOWN, Field.BIRTH_INSEE, insee);
    }
  }

  private static void inseeInFrance(
      Fields passage, String insee, String country, Complaints complaints) {
    Birth birth = Birth.of(passage);
    boolean ofFormerTerritory = mayBeOfFormerTerritory(insee, birth);
    String other = otherCountry(passage, insee, country);
    if (!other.isEmpty() && !(ofFormerTerritory && mayBeFormerTerritory(other))) {
      complaints.add(
          FindingCode.INSEE_AND_COUNTRY, Field.BIRTH_INSEE, insee, other, BirthCountry.FRANCE);
      return;
    }
    BirthPlaces places = BirthPlaces.packaged();
    TownName label = TownName.of(passage.stripped(Field.BIRTH_TOWN));
    if (!places.knows(insee)) {
      complaints.add(
          FindingCode.BIRTH_PLACE_UNKNOWN,
          Field.BIRTH_INSEE,
          insee,
          suggested(places.codes(label)));
      return;
    }
    atBirth(insee, birth, complaints);
    if (!label.empty() && !ofFormerTerritory && !places.isCalled(insee, label)) {
      complaints.add(
          FindingCode.BIRTH_PLACE,
          Field.BIRTH_INSEE,
          insee,
          places.name(insee),
          passage.stripped(Field.BIRTH_TOWN),
          suggested(places.codes(label)));
    }
  }

  /** Code or name of the country, where it isn't that of a French town's code; else empty. */
  private static String otherCountry(Fields passage, String insee, String country) {
    if (country.isEmpty()) {
      String name = passage.stripped(Field.BIRTH_COUNTRY_NAME);
      return name.isEmpty() || BirthCountry.isFrance(name) ? "" : name;
    }
    boolean fits =
        country.equals(BirthCountry.FRANCE)
            || (BirthCountry.overseas(country) && insee.startsWith(country));
    return fits ? "" : country;
  }

  /** By its code; of one that is only named, nobody knows. */
  private static boolean mayBeFormerTerritory(String country) {
    return FORMER_TERRITORIES.contains(country) || !BirthCountry.isCode(country);
  }

  /** Departments from 91 on were overseas before they were around Paris. */
  private static boolean mayBeOfFormerTerritory(String insee, Birth birth) {
    return birth.known()
        && birth.year() <= LAST_YEAR_OF_FORMER_TERRITORIES
        && insee.charAt(0) == '9'
        && insee.charAt(1) >= '1'
        && insee.charAt(1) <= '6';
  }

  /** When a code was given up is known only where whole departments were numbered anew. */
  private static void atBirth(String insee, Birth birth, Complaints complaints) {
    int until = Renumbering.year(insee);
    if (until == Renumbering.NEVER || birth.year() < until) {
      return;
    }
    String successor = BirthPlaces.packaged().successor(insee);
    if (successor != null && !successor.startsWith(insee.substring(0, 2))) {
      complaints.add(
          FindingCode.INSEE_NOT_AT_BIRTH,
          Field.BIRTH_INSEE,
          insee,
          String.valueOf(birth.year()),
          String.valueOf(until),
          successor);
    }
  }

  private static void postalAbroad(Fields passage, String country, Complaints complaints) {
    String code = passage.stripped(Field.BIRTH_POSTAL);
    String name = passage.stripped(Field.BIRTH_COUNTRY_NAME);
    if (!code.isEmpty()) {
      complaints.add(
          FindingCode.POSTAL_ABROAD, Field.BIRTH_POSTAL, code, country.isEmpty() ? name : country);
    }
    if (country.isEmpty() && !passage.present(Field.BIRTH_COUNTRY)) {
      complaints.add(FindingCode.NO_COUNTRY, Field.BIRTH_COUNTRY_NAME, name, "…");
    }
    if (passage.stripped(Field.BIRTH_TOWN).isEmpty()) {
      complaints.add(FindingCode.NO_TOWN, Field.BIRTH_POSTAL, country.isEmpty() ? name : country);
    }
  }

  private static void postalInFrance(Fields passage, Complaints complaints) {
    String code = passage.stripped(Field.BIRTH_POSTAL);
    TownName label = TownName.of(passage.stripped(Field.BIRTH_TOWN));
    if (code.isEmpty()) {
      complaints.add(FindingCode.NO_BIRTH_PLACE, Field.BIRTH_POSTAL);
      return;
    }
    if (!PostalFormCheck.isOne(code)) {
      return;
    }
    BirthPlaces places = BirthPlaces.packaged();
    if (label.empty()) {
      complaints.add(FindingCode.NO_TOWN, Field.BIRTH_POSTAL, code);
    } else if (!places.knowsPostalCode(code)) {
      complaints.add(
          FindingCode.BIRTH_PLACE_UNKNOWN,
          Field.BIRTH_POSTAL,
          code,
          suggested(places.postalCodes(label)));
    } else if (!places.serves(code, label)) {
      complaints.add(
          FindingCode.POSTAL_AND_TOWN,
          Field.BIRTH_POSTAL,
          code,
          listed(places.towns(code)),
          passage.stripped(Field.BIRTH_TOWN),
          suggested(places.postalCodes(label)));
    }
  }

  private static String suggested(List<String> codes) {
    return codes.isEmpty() ? "" : " (" + listed(codes) + ")";
  }

  /** The first of them, and dots for the others. */
  private static String listed(List<String> several) {
    return several.size() <= MAX_LISTED
        ? String.join(", ", several)
        : String.join(", ", several.subList(0, MAX_LISTED)) + ", …";
  }
}
