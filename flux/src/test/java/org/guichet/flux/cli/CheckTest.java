package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.guichet.flux.FluxSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final String GOOD = FluxSamples.flux().passages(3).xml();
  private static final String BAD = GOOD.replaceFirst("<sexe>F</sexe>", "<sexe>H</sexe>");

  @TempDir private Path folder;
  private Path temp = Path.of("");

  @BeforeEach
  void makeTempFolder() throws IOException {
    temp = Files.createDirectory(folder.resolve("temp"));
  }

  private String file(String name, String xml) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, xml).toString();
  }

  private Run check(String... arguments) {
    return Run.check(temp, arguments);
  }

  @Test
  void exitsWithZeroWhenEveryFileIsAccepted() throws IOException {
    Run run = check(file("a.xml", GOOD), file("b.xml", GOOD));
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("a.xml : accepté : 3 passages lus.\n")
        .contains("2 fichiers : 2 acceptés.\n")
        .contains("Identités non contrôlées");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void exitsWithOneWhenOneFileIsNotAccepted() throws IOException {
    Run run = check(file("a.xml", GOOD), file("b.xml", BAD));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("b.xml : refusé : 3 passages lus, 1 en anomalie, 1 anomalie bloquante.\n")
        .contains("Avec --mode by-passage, 2 passages seraient acceptés.")
        .contains("2 fichiers : 1 accepté, 1 refusé.\n");
  }

  @Test
  void writesAFluxOfTheRejectedPassagesThatIsAcceptedOnceMended() throws IOException {
    String bad = file("b.xml", BAD);
    String rejects = folder.resolve("rejects").toString();
    Run run = check(bad, "--mode", "by-passage", "--rejected", rejects);
    Path extract = folder.resolve("rejects/b-R1.xml");
    assertThat(run.err()).isEqualTo(extract + " : le passage refusé, à corriger puis à déposer.\n");

    String wrong = Files.readString(extract);
    assertThat(wrong).containsOnlyOnce("<passageCertification>").contains("<idFlux>FLUX-0001-R1<");
    Files.writeString(extract, wrong.replace("<sexe>H</sexe>", "<sexe>F</sexe>"));
    assertThat(check(extract.toString()).exit()).isZero();

    check(bad, "--rejected", rejects);
    assertThat(folder.resolve("rejects/b-R2.xml")).exists();
  }

  @Test
  void saysWhyAFileHasNoExtractAndLeavesNoneBehind() throws IOException {
    String cut = file("c.xml", BAD.substring(0, BAD.length() - 20));
    Run run = check(cut, "--rejected", folder.resolve("rejects").toString());
    assertThat(run.err()).contains("c.xml : le fichier n'est pas lisible jusqu'au bout.");
    assertThat(folder.resolve("rejects")).isEmptyDirectory();
  }

  @Test
  void letsContentChecksDoWhatTheyAreSetTo() throws IOException {
    String uncertified = file("u.xml", GOOD.replaceFirst("Certifiee>true", "Certifiee>false"));
    assertThat(check(uncertified).exit()).isZero();
    assertThat(check(uncertified, "--checks", "GUI-117=passage").out())
        .contains("accepté en partie");
    assertThat(check(uncertified, "--checks", "GUI-117=off").out()).doesNotContain("GUI-117");
  }

  @Test
  void takesTheGoodPassagesByPassage() throws IOException {
    Run run = check(file("b.xml", BAD), "--mode", "by-passage");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("b.xml : accepté en partie : 3 passages lus, 1 en anomalie");
  }

  @Test
  void exitsWithTwoForACallThatCannotBeFollowed() throws IOException {
    String good = file("a.xml", GOOD);
    Files.createDirectory(folder.resolve("empty"));
    List<String[]> calls =
        List.of(
            new String[] {},
            new String[] {folder.resolve("missing.xml").toString()},
            new String[] {folder.resolve("empty").toString()},
            new String[] {good, "--mode", "lax"},
            new String[] {good, "--format", "pdf"},
            new String[] {good, "--lang", "de"},
            new String[] {good, "--colour"},
            new String[] {good, "--mod", "strict"},
            new String[] {good, "--mode"},
            new String[] {good, "--mode", "strict", "--mode", "by-passage"},
            new String[] {good, "--checks", "GUI-001=off"},
            new String[] {good, "--checks", "GUI-117=loud"},
            new String[] {good, "--rejected", good},
            new String[] {good, "--register", folder.resolve("missing.csv").toString()},
            new String[] {good, "--register", good},
            new String[] {"-", "-"});
    for (String[] call : calls) {
      Run run = check(call);
      assertThat(run.exit()).as(String.join(" ", call)).isEqualTo(2);
      assertThat(run.err()).as(String.join(" ", call)).isNotBlank().doesNotContain("\tat ");
      assertThat(run.out()).as(String.join(" ", call)).isEmpty();
    }
  }

  @Test
  void saysWhichFileIsMissingInTheReadersLanguage() {
    assertThat(check("none.xml").err()).contains("Fichier introuvable ou illisible : none.xml");
    assertThat(check("none.xml", "--lang", "en").err()).contains("No such file");
  }

  @Test
  void checksTheXmlFilesOfAFolderAndOfThoseBelow() throws IOException {
    file("drop/b/two.XML", GOOD);
    file("drop/a/one.xml", GOOD);
    file("drop/readme.txt", "no");
    Run run = check(folder.resolve("drop").toString(), "--format", "json");
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines())
        .hasSize(2)
        .satisfiesExactly(
            one -> assertThat(one).contains("one.xml\""),
            two -> assertThat(two).contains("two.XML"));
  }

  @Test
  void readsStandardInputOnceAndLeavesNothingBehind() throws IOException {
    Run run = Run.with(temp, BAD.getBytes(UTF_8), false, "-");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("-:").contains("<sexe>H</sexe>");
    try (Stream<Path> left = Files.list(temp)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void speaksEnglishWhenAsked() throws IOException {
    Run run = check(file("b.xml", BAD), "--lang", "en");
    assertThat(run.out())
        .contains("passage refused GUI-037")
        .contains("Expected: ")
        .contains("To do: ")
        .contains("b.xml: refused: 3 passages read, 1 at fault, 1 blocking finding.");
  }

  @Test
  void helpsInBothLanguages() {
    Run french = check("--help");
    assertThat(french.exit()).isZero();
    assertThat(french.out()).contains("sans serveur").contains("Codes de retour");
    Run english = check("-h", "--lang=en");
    assertThat(english.out()).contains("without a server").contains("Exit codes");
    for (Option option : CheckCall.options().getOptions()) {
      assertThat(french.out()).contains(" --" + option.getLongOpt() + ' ');
      assertThat(english.out()).contains(" --" + option.getLongOpt() + ' ');
    }
  }

  @Test
  void saysWhatIsWrongWithACallInTheReadersLanguage() {
    assertThat(check("a.xml", "--mode", "lax").err())
        .isEqualTo(
            """
            guichet check : --mode ne connaît pas « lax », mais : by-passage | strict
            Toutes les options : guichet check --help
            """);
    assertThat(check("a.xml", "--mode", "lax", "--lang", "en").err())
        .startsWith("guichet check: --mode doesn't know “lax”, but: by-passage | strict\n");
    assertThat(check("a.xml", "--colour").err()).contains("Option inconnue : --colour\n");
    assertThat(check("a.xml", "--register").err())
        .contains("L'option --register attend une valeur.");
    assertThat(check("a.xml", "--all", "--format=csv", "--format=xml").err())
        .contains("L'option --format est indiquée deux fois.");
    assertThat(check("a.xml", "--checks", "GUI-001=off").err()).contains("« GUI-001=off »");
    assertThat(check("--all").err()).contains("Aucun fichier");
  }

  @Test
  void takesOptionsAnywhereAndNamesThatLookLikeThemBehindTwoDashes() throws IOException {
    String good = file("a.xml", GOOD);
    assertThat(check("--format=json", good, "--mode", "by-passage").exit()).isZero();
    assertThat(check("--", "--mode").err()).contains("Fichier introuvable ou illisible : --mode");
  }

  @Test
  void looksHoldersUpInTheRegister() throws IOException {
    String register =
        file(
            "register.csv",
            "nomNaissance;prenom1;sexe;dateNaissance\n"
                + FluxSamples.lastName(1)
                + ';'
                + FluxSamples.firstName(1)
                + ";F;1961-02-02\n"
                + FluxSamples.lastName(2).toLowerCase(Locale.ROOT)
                + ';'
                + FluxSamples.firstName(2)
                + ";M;1999-03-03\n"
                + "X;Y;?;\n");
    Run run = check(file("a.xml", FluxSamples.flux().passages(2).xml()), "--register", register);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("register.csv:4: ").contains("« sexe »").contains("« ? »");
    assertThat(run.out())
        .contains("GUI-201")
        .contains("Passage T-000002")
        .doesNotContain("Passage T-000001")
        .contains("a.xml : accepté en partie : 2 passages lus, 1 en anomalie")
        .doesNotContain("Identités non contrôlées");
  }

  @Test
  void findsPassagesThatComeTwice() throws IOException {
    Run run = check(file("a.xml", GOOD.replace("T-000003", "T-000001")), "--format", "json");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("\"code\":\"GUI-010\"").contains("\"outcome\":\"PARTIAL\"");
  }

  @Test
  void writesTheProcessingReceipt() throws IOException {
    assertThat(check(file("a.xml", GOOD), "--format", "rapport").out())
        .contains("<nomFichier>a.xml</nomFichier>")
        .contains("<idTraitement>0</idTraitement>")
        .contains("<PassagesOK>\n    <idTechnique>T-000001</idTechnique>");
    assertThat(check(file("b.xml", BAD), "--format", "rapport").out())
        .contains("<type>XSD</type>")
        .contains("cvc-enumeration-valid : La valeur 'H'")
        .doesNotContain("<idFlux>");
    assertThat(
            check(file("b.xml", BAD), "--format", "rapport", "--mode", "by-passage", "--lang", "en")
                .out())
        .contains("<idTechnique>T-000001</idTechnique>\n      <messageErreur>cvc-enumeration-valid")
        .contains("<PassagesOK>\n    <idTechnique>T-000002</idTechnique>");
  }

  @Test
  void namesTheIssuerOfDuplicatesAlsoWhenTheFileNamesItLast() throws IOException {
    String issuer = "<idClient>" + FluxSamples.ISSUER + "</idClient>";
    String late =
        GOOD.replace("T-000003", "T-000001")
            .replaceFirst(issuer, "")
            .replace("</certificateurs>", "</certificateurs>" + issuer);
    assertThat(check(file("a.xml", late), "--format", "rapport").out())
        .contains(
            "<messageErreur>Le passage certification avec le bcr émetteur "
                + FluxSamples.ISSUER
                + " et l'id technique partenaire T-000001 existe déjà en base<");
  }

  @Test
  void writesTheDetailedReportAsXml() throws IOException {
    Run run = check(file("b.xml", BAD), "--format", "xml");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).startsWith("<?xml").contains("GUI-037").contains("T-000001");
  }

  @Test
  void writesOneTableForAllFiles() throws IOException {
    Run run = check(file("b.xml", BAD), file("c.xml", BAD), "--format", "csv", "--lang", "en");
    assertThat(run.exit()).isEqualTo(1);
    List<String> rows = run.out().lines().toList();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).startsWith("\uFEFF");
    assertThat(rows.get(1)).startsWith("b.xml;GUI-037;");
    assertThat(rows.get(2)).startsWith("c.xml;GUI-037;");
  }
}
