package org.guichet.flux.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guichet.flux.register.RegisterCsv.NotARegister;
import org.guichet.flux.register.RegisterCsv.RowFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterCsvTest {
  @TempDir private Path folder;

  private RegisterCsv read(String csv) throws IOException, NotARegister {
    return read(csv, UTF_8);
  }

  private RegisterCsv read(String csv, Charset charset) throws IOException, NotARegister {
    return RegisterCsv.read(Files.write(folder.resolve("register.csv"), csv.getBytes(charset)));
  }

  @Test
  void readsEveryColumnUnderTheNameOfTheFlux() throws Exception {
    RegisterCsv register =
        read(
            """
            nomNaissance;nomUsage;prenom1;prenom2;prenom3;sexe;anneeNaissance;moisNaissance;\
            jourNaissance;codeInsee;codePostal;libelleCommuneNaissance;codePaysNaissance
            BÉRANGER;VAUCLAIR;Zélie;Anne;Marie;F;1993;05;31;75056;75012;Paris;100
            """);
    assertThat(register.faults()).isEmpty();
    assertThat(register.people())
        .containsExactly(
            new RegisteredHolder(
                "BÉRANGER",
                "VAUCLAIR",
                "Zélie",
                "Anne",
                "Marie",
                "F",
                1993,
                5,
                31,
                "75056",
                "75012",
                "Paris",
                "100"));
  }

  @Test
  void recognisesUsualHeadersInAnyOrderAndLeavesOthersOut() throws Exception {
    RegisterCsv register =
        read(
            "Classe,Prénom,NOM,Né(e) le,Civilité\n3A,Zélie,\"Béranger, dite Zaza\",31/05/1993,Mme\n");
    RegisteredHolder zelie = register.people().get(0);
    assertThat(zelie.lastName()).isEqualTo("Béranger, dite Zaza");
    assertThat(zelie.firstName()).isEqualTo("Zélie");
    assertThat(zelie.sex()).isEqualTo("F");
    assertThat(zelie.birthYear()).isEqualTo(1993);
    assertThat(zelie.birthMonth()).isEqualTo(5);
    assertThat(zelie.birthDay()).isEqualTo(31);
    assertThat(zelie.birthTown()).isNull();
  }

  @Test
  void readsWhatSpreadsheetsWrite() throws Exception {
    String csv = "nom\tprénom\tcodeInsee\tcodePaysNaissance\r\nBÉRANGER\tZélie\t1053\t99109\r\n";
    RegisteredHolder zelie = read(csv, Charset.forName("windows-1252")).people().get(0);
    assertThat(zelie.lastName()).isEqualTo("BÉRANGER");
    assertThat(zelie.birthTown()).isEqualTo("01053");
    assertThat(zelie.birthCountry()).isEqualTo("109");
    assertThat(read('\uFEFF' + csv).people()).containsExactly(zelie);
  }

  @Test
  void namesBadRowsAndKeepsTheOthers() throws Exception {
    RegisterCsv register =
        read(
            """
            nomNaissance;prenom1;sexe;dateNaissance;moisNaissance
            BÉRANGER;Zélie;F;1993-05-31;
            ;Anatole;M;1980-01-01;
            COURTEPAILLE;;M;1980-01-01;

            ÉGLANTINE;Ornella;X;1980-01-01;
            ÉGLANTINE;Ornella;F;1980-02-31;
            ÉGLANTINE;Ornella;F;;13
            FAUX;Clémence
            """);
    assertThat(register.people())
        .extracting(RegisteredHolder::lastName)
        .containsExactly("BÉRANGER", "FAUX");
    assertThat(register.faults())
        .containsExactly(
            new RowFault(3, "nomNaissance", ""),
            new RowFault(4, "prenom1", ""),
            new RowFault(6, "sexe", "X"),
            new RowFault(7, "dateNaissance", "1980-02-31"),
            new RowFault(8, "moisNaissance", "13"));
  }

  @Test
  void aWrongQuoteDoesNotCostTheRowsAfterIt() throws Exception {
    RegisterCsv register =
        read("nom;prenom1\n\"BÉ\"RANGER;Zélie\nCOURTEPAILLE;Anatole\n\"FAUX;Clémence\n");
    assertThat(register.people()).extracting(RegisteredHolder::lastName).contains("COURTEPAILLE");
  }

  @Test
  void refusesWhatHasNoNamesInItsHeader() {
    assertThatExceptionOfType(NotARegister.class)
        .isThrownBy(() -> read("nomNaissance;sexe\nBÉRANGER;F\n"))
        .satisfies(e -> assertThat(e.missing()).containsExactly(RegisterColumn.FIRST_NAME));
    assertThatExceptionOfType(NotARegister.class).isThrownBy(() -> read(""));
    assertThatExceptionOfType(NotARegister.class).isThrownBy(() -> read("BÉRANGER;Zélie;F;1993\n"));
  }
}
