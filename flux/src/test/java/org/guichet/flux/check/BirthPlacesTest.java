package org.guichet.flux.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthPlacesTest {
  private static final BirthPlaces PLACES = BirthPlaces.packaged();

  private static TownName name(String name) {
    return TownName.of(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01001", // the first line
        "98901", // the last one
        "75056", "75101", "75112", "75120", // Paris and its arrondissements
        "69123", "69381", "69389", // Lyon
        "13055", "13201", "13216", // Marseille
        "2A004", "2B033", "20004", // Corsica, now and before 1976
        "97105", "97411", "97611", "97502", "97701", "97801", "98735", "98818", // overseas
        "01033", // in force and delegated
        "01120", // associated
        "78357", "01003", // former
      })
  void knowsTownsOfEveryKind(String code) {
    assertThat(PLACES.knows(code)).isTrue();
    assertThat(PLACES.name(code)).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"75121", "69390", "00000", "2a004", "99999", "", "7505", "7505É"})
  void knowsNoOthers(String code) {
    assertThat(PLACES.knows(code)).isFalse();
    assertThat(PLACES.name(code)).isEmpty();
    assertThat(PLACES.isCalled(code, name("Paris"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "75056, PARIS",
    "75112, Paris 12e Arrondissement",
    "75112, PARIS",
    "69383, LYON 3EME",
    "13216, MARSEILLE",
    "2A004, Ajaccio",
    "20004, AJACCIO", // only numbered anew
    "01003, ANYTHING", // nobody says how a town was called whose code is given up
    "01033, Valserhône",
    "01033, BELLEGARDE SUR VALSERINE", // delegated, of the same code
    "01120, CORDIEUX",
    "01120, MONTLUEL", // what it belongs to
    "01262, CORDIEUX", // what belongs to it
    "97411, ST DENIS"
  })
  void aTownIsCalledByItsNameItsWholeOrItsParts(String code, String label) {
    assertThat(PLACES.isCalled(code, name(label))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "75056, LYON",
    "75112, MARSEILLE",
    "20004, BASTIA",
    "97411, ST PIERRE",
    "69381, PARIS"
  })
  void aTownIsNotCalledOtherwise(String code, String label) {
    assertThat(PLACES.isCalled(code, name(label))).isFalse();
  }

  @Test
  void saysWhatCameOfAFormerCode() {
    assertThat(PLACES.successor("20004")).isEqualTo("2A004");
    assertThat(PLACES.name("20004")).isEqualTo("Ajaccio");
    assertThat(PLACES.successor("2A004")).isNull();
    assertThat(PLACES.successor("75121")).isNull();
  }

  @Test
  void postalCodesServeTheirTownsAndTheirParts() {
    assertThat(PLACES.serves("75012", name("PARIS"))).isTrue();
    assertThat(PLACES.serves("75012", name("Paris 12"))).isTrue();
    assertThat(PLACES.serves("75012", name("LYON"))).isFalse();
    assertThat(PLACES.serves("20000", name("AJACCIO"))).isTrue();
    assertThat(PLACES.serves("97400", name("ST-DENIS"))).isTrue();
    assertThat(PLACES.serves("01200", name("Bellegarde-sur-Valserine"))).isTrue();
    assertThat(PLACES.serves("00000", name("PARIS"))).isFalse();
    assertThat(PLACES.knowsPostalCode("75012")).isTrue();
    assertThat(PLACES.knowsPostalCode("75680")).isFalse(); // a CEDEX
  }

  @Test
  void saysWhatWouldFit() {
    assertThat(PLACES.towns("75012")).containsExactly("Paris");
    assertThat(PLACES.towns("51300")).hasSizeGreaterThan(40).contains("Vitry-le-François");
    assertThat(PLACES.codes(name("LYON"))).containsExactly("69123");
    assertThat(PLACES.codes(name("St Denis"))).contains("93066", "97411");
    assertThat(PLACES.codes(name("NULLE PART"))).isEmpty();
    assertThat(PLACES.postalCodes(name("LYON"))).startsWith("69001").hasSize(9);
    assertThat(PLACES.postalCodes(name("Bellegarde-sur-Valserine"))).containsExactly("01200");
  }

  @Test
  void everyLineOfTheTableIsFound() throws IOException {
    try (InputStream table = BirthPlaces.class.getResourceAsStream("birth-places.csv")) {
      List<String> lines = new String(table.readAllBytes(), UTF_8).lines().toList();
      assertThat(lines).hasSizeGreaterThan(39_000);
      for (String line : lines) {
        String[] parts = line.split(";", -1);
        assertThat(parts).hasSize(4);
        assertThat(PLACES.knows(parts[0])).as(line).isTrue();
        if (parts[1].isEmpty()) {
          assertThat(PLACES.knows(parts[3])).as(line).isTrue();
          assertThat(PLACES.successor(parts[0])).isEqualTo(parts[3]);
        } else {
          assertThat(PLACES.isCalled(parts[0], name(parts[1]))).as(line).isTrue();
        }
        if (!parts[2].isEmpty()) {
          for (String postalCode : parts[2].split(",", -1)) {
            assertThat(PLACES.serves(postalCode, name(parts[1]))).as(line).isTrue();
          }
        }
      }
    }
  }

  @Test
  void readsASmallTable() {
    String table = "11111;Un;10000;\n11111;Une;;\n22222;Deux;;11111\n33333;;;22222\n";
    BirthPlaces places = new BirthPlaces(new PlaceTable(table.getBytes(UTF_8)));
    assertThat(places.isCalled("11111", name("Deux"))).isTrue();
    assertThat(places.postalCodes(name("deux"))).containsExactly("10000");
    assertThat(places.name("33333")).isEqualTo("Deux");
    assertThat(places.serves("10000", name("une"))).isTrue();
  }
}
