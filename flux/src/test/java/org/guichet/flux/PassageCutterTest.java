package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is cut out of a file, and that nobody behind the reader can tell. */
class PassageCutterTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("guichet.nightly");
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

  static Stream<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files.filter(file -> file.toString().endsWith(".xml")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void changesNothingOfAnyFixture(Path fixture) throws IOException {
    Cutting.changesNothing(Files.readAllBytes(fixture));
  }

  @Test
  void cutsAllButTheFirstPassageOfAList() {
    byte[] file = FluxSamples.flux().passages(500).bytes();
    assertThat(Cutting.cutPassages(file)).isEqualTo(499);
    Cutting.changesNothing(file);
  }

  @Test
  void cutsPassagesThatHoldEverything() {
    byte[] file =
        FluxSamples.flux()
            .passages(100)
            .passage(n -> FluxSamples.fullPassage(n).replace("&amp; ", ""))
            .bytes();
    assertThat(Cutting.cutPassages(file)).isEqualTo(99);
    Cutting.changesNothing(file);
  }

  @Test
  void cutsEveryWayToNameAHolder() {
    for (int kind = 0; kind < 2; kind++) {
      int dossiers = kind;
      byte[] file =
          FluxSamples.flux()
              .passages(9)
              .passage(
                  n ->
                      FluxSamples.passage(
                          FluxSamples.id(n),
                          dossiers == 1
                              ? FluxSamples.dossierFormation(n)
                              : FluxSamples.identifiantNational(n)))
              .bytes();
      assertThat(Cutting.cutPassages(file)).isEqualTo(8);
      Cutting.changesNothing(file);
    }
  }

  /** Blocks of every size end on every byte of a passage and between. */
  @Test
  void changesNothingWhereverBlocksEnd() {
    String full = FluxSamples.fullPassage(2).replace("&amp;", "€ 𝄞");
    byte[] file =
        FluxSamples.flux()
            .passages(5)
            .passage(n -> n % 2 == 0 ? full.replace("\n", "\r\n") : full)
            .bytes();
    int step = NIGHTLY ? 1 : 53;
    for (int block = 1; block < file.length; block += block < 20 ? 1 : step) {
      Cutting.changesNothing(file, new FluxReader(block));
    }
  }

  @Test
  void changesNothingWhereverAFileIsCutOff() {
    byte[] file = FluxSamples.flux().passages(3).bytes();
    int step = NIGHTLY ? 1 : 13;
    for (int length = 0; length < file.length; length += step) {
      Cutting.changesNoVerdict(Arrays.copyOf(file, length));
    }
  }

  static Stream<String> waysToWrite() {
    String plain = FluxSamples.flux().passages(6).xml();
    return Stream.of(
        plain.replace("\n", "\r\n"),
        plain.replace("\n", "\n\n\t"),
        plain.replaceAll(">\\s+<", "><"),
        plain.replaceAll("(?s)(<flux.*)", "$1").replaceAll(">\\s+<", "> <"),
        "\uFEFF" + plain,
        plain.replace("xsi:nil=\"true\"/>", "xsi:nil=\"true\" />"),
        plain.replaceAll("<(\\w+) xsi:nil=\"true\"/>", "<$1 xsi:nil=\"true\"></$1>"),
        plain.replaceAll("<(/?)(?!\\?)", "<$1f:").replace("xmlns=", "xmlns:f="),
        plain.replace("ABELARD", "É€𝄞]] ]>x\n y\tz"),
        plain.replace("<flux ", "<flux xsi:schemaLocation='a b' xmlns:x=\"urn:x\" "),
        plain.replace("\"" + FluxSamples.NAMESPACE + "\"", "'" + FluxSamples.NAMESPACE + "'"),
        plain.replaceFirst("<passageCertification>", "<!-- first --><passageCertification>"));
  }

  @ParameterizedTest
  @MethodSource("waysToWrite")
  void cutsHoweverAFileIsWritten(String xml) {
    byte[] file = xml.getBytes(UTF_8);
    String seen = Cutting.seen(xml.startsWith("\uFEFF") ? xml.substring(1).getBytes(UTF_8) : file);
    assertThat(Pattern.compile("</(f:)?passageCertification>").matcher(seen).results().count())
        .isLessThan(3);
    Cutting.changesNothing(file);
  }

  static Stream<String> thingsLeftToTheParser() {
    String plain = FluxSamples.flux().passages(4).xml();
    Matcher last = Pattern.compile("(?s)(.*)<passageCertification>").matcher(plain);
    assertThat(last.find()).isTrue();
    String before = last.group(1);
    String after = plain.substring(before.length());
    return Stream.of(
            after.replaceFirst("<idTechnique>", "<idTechnique><!-- c -->"),
            after.replaceFirst("<idTechnique>", "<idTechnique><?p c?>"),
            after.replaceFirst("T-000004", "<![CDATA[T-000004]]>"),
            after.replaceFirst("T-000004", "T&#45;000004"),
            after.replaceFirst("T-000004", "T&amp;000004"),
            after.replaceFirst("T-000004", "T\r\n4"),
            after.replaceFirst("T-000004", "T\r4"),
            after.replaceFirst("T-000004", "T]]>4"),
            after.replaceFirst("T-000004", "T\uFFFE4"),
            after.replaceFirst("T-000004", "T\u00014"),
            after.replaceFirst("T-000004", ""),
            after.replaceFirst("T-000004", "x".repeat(256)),
            after.replaceFirst("T-000004", "𝄞".repeat(128)),
            after.replaceFirst("<idTechnique>", "\r<idTechnique>"),
            after.replaceFirst("<idTechnique>", "text<idTechnique>"),
            after.replaceFirst("<idTechnique>", "<idTechnique xml:lang='fr'>"),
            after.replaceFirst("<idTechnique>", "<idTechnique xsi:nil=\"false\">"),
            after.replaceFirst("<idTechnique>", "<idTechnique xsi:type='text255'>"),
            after.replaceFirst("<idTechnique>", "<idTechnique xmlns='urn:x'>"),
            after.replaceFirst("<passageCertification>", "<passageCertification a='b'>"),
            after.replaceFirst("<passageCertification>", "<passageCertification xsi:nil=\"true\">"),
            after.replaceFirst("xsi:nil=\"true\"", "xsi:nil='true'"),
            after.replaceFirst("xsi:nil=\"true\"", "xsi:nil=\"1\""),
            after.replaceFirst("xsi:nil=\"true\"/>", "xsi:nil=\"true\"> </dateFinValidite>"),
            after.replaceFirst("2026-01-15", "2026-02-29"),
            after.replaceFirst("2026-01-15", "1900-02-29"),
            after.replaceFirst("2026-01-15", "2026-13-01"),
            after.replaceFirst("2026-01-15", "2026-00-01"),
            after.replaceFirst("2026-01-15", "2026-04-31"),
            after.replaceFirst("2026-01-15", "2100-01-01"),
            after.replaceFirst("2026-01-15", " 2026-01-15 "),
            after.replaceFirst("<donneeCertifiee>true", "<donneeCertifiee> true"),
            after.replaceFirst("<moisNaissance>\\d+", "<moisNaissance>13"),
            after.replaceFirst("<moisNaissance>\\d+", "<moisNaissance>+1"),
            after.replaceFirst("<moisNaissance>\\d+", "<moisNaissance>0000000001"),
            after.replaceFirst("<moisNaissance>\\d+", "<moisNaissance>4294967297"),
            after.replaceFirst("</idTechnique>", "</idTechnique >"),
            after.replaceFirst("<idTechnique>(.*)</idTechnique>", "<idTechnique/>"),
            after.replaceFirst("</idTechnique>", "</idTechniqu>"),
            "text" + after.replaceFirst("<idTechnique>", "<idTechnique ><!---->"),
            "<x>" + after.replaceFirst("(?s)(.*</passageCertification>)", "$1</x>"),
            after.replaceFirst("(?s)<titulaire>.*</titulaire>", ""),
            after.replaceFirst("(?s)<titulaire>(.*)</titulaire>", "$0$0"))
        .map(end -> before + end);
  }

  @ParameterizedTest
  @MethodSource("thingsLeftToTheParser")
  void leavesToTheParserWhatItCannotProve(String xml) {
    byte[] file = xml.getBytes(UTF_8);
    assertThat(Cutting.cutPassages(file)).isEqualTo(2);
    Cutting.changesNothing(file);
  }

  static Stream<String> filesOfWhichNothingMayBeCut() {
    String plain = FluxSamples.flux().passages(4).xml();
    return Stream.of(
        plain.replace("<flux ", "<flux a='b' "),
        plain.replace("<flux ", "<flux xsi:nil='true' "),
        plain.replace("<flux ", "<flux xsi:type='emetteur' "),
        plain.replace(FluxSamples.NAMESPACE, "urn:x"),
        plain.replace("XMLSchema-instance", "XMLSchema-instances"),
        plain.replace("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"", ""),
        plain.replace(":schema:1.0.0", ":schema:1.0&#46;0"),
        plain.replace("<emetteur>", "<emetteur xmlns='urn:x'>"),
        plain.replace("<certification>", "<certification xmlns:xsi='urn:x'>"),
        plain.replace("<passageCertifications>", "<passageCertifications xsi:nil='true'>"),
        plain.replace("<emetteur>", "<y><emetteur>").replace("</emetteur>", "</emetteur></y>"),
        plain.replace("certifications>", "certification>"),
        plain
            .replace("<passageCertifications>", "<passageCertifications><![CDATA[")
            .replace("</passageCertifications>", "]]></passageCertifications>"),
        plain
            .replace("<passageCertifications>", "<passageCertifications><!--")
            .replace("</passageCertifications>", "--></passageCertifications>"),
        plain
            .replace("<passageCertifications>", "<passageCertifications><?p ")
            .replace("</passageCertifications>", "?></passageCertifications>"),
        "<a>" + plain.substring(plain.indexOf("<flux")) + "</a>",
        "<!DOCTYPE flux>" + plain.substring(plain.indexOf("<flux")).replace("<flux", "<flux x=''"));
  }

  @ParameterizedTest
  @MethodSource("filesOfWhichNothingMayBeCut")
  void cutsNothingWhereTheSurroundingsAreNotPlain(String xml) {
    byte[] file = xml.getBytes(UTF_8);
    assertThat(Cutting.cutPassages(file)).isZero();
    Cutting.changesNothing(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.1'?>",
        "<?xml version='1.0' encoding='ISO-8859-1'?>",
        "<?xml version='1.0' encoding='windows-1252'?>",
        "<?xml version='2.0'?>",
        "<?xml encoding='UTF-8'?>",
        "<?xml version='1.0\" encoding=\"UTF-8\"?>",
        "<?xml version=\"1.0\" encoding='UTF-8\"?>",
        "<?xml version='1.0' standalone='?>'?>",
        "<?xml\nversion = '1.0'\n?>",
        "<?xml\r\n\r\n version\n=\n'1.0'\rencoding\n='UTF-8'?>\n"
      })
  void changesNothingOfOtherVersionsAndEncodings(String declaration) {
    Cutting.changesNothing(
        FluxSamples.flux()
            .declaration(declaration)
            .passages(5)
            .xml()
            .getBytes(
                declaration.contains("8859")
                    ? java.nio.charset.StandardCharsets.ISO_8859_1
                    : UTF_8));
    String late = declaration.replace("<?xml ", "<?xml" + " ".repeat(9000));
    Cutting.changesNothing(
        FluxSamples.flux()
            .declaration(late)
            .passages(5)
            .xml()
            .replace("ABEL", "A\u0085")
            .getBytes(UTF_8));
  }

  @Test
  void tellsFaultsBehindCutsAtTheirTruePlaces() {
    String xml = FluxSamples.flux().passages(5).xml().replaceAll(">\\s+<", "><");
    for (String wrong :
        List.of(
            xml.replace("T-000004", ""),
            xml.replace("T-000004", "<"),
            xml.replace("</passageCertifications>", "<x/></passageCertifications>"),
            xml.replace("</passageCertifications>", "\n\n\r\n x</passageCertifications>"),
            xml.replace("</passageCertifications>", "&nothing;</passageCertifications>"),
            xml.replace("</flux>", "</x>"),
            xml.replace("</flux>", "</flux><x/>"))) {
      Cutting.changesNothing(wrong.getBytes(UTF_8));
      Cutting.changesNothing(wrong.replace("><", ">\n<").getBytes(UTF_8));
    }
  }

  @Test
  void cutsInEachOfManyCertifications() {
    String xml = FluxSamples.flux().passages(3).xml();
    Matcher one = Pattern.compile("(?s) *<certification>.*</certification>\n").matcher(xml);
    assertThat(one.find()).isTrue();
    String many = xml.replace(one.group(), one.group().repeat(40));
    assertThat(Cutting.cutPassages(many.getBytes(UTF_8))).isEqualTo(80);
    Cutting.changesNothing(many.getBytes(UTF_8));
  }

  @Test
  void leavesHugePassagesAndBlanksToTheParser() {
    String plain = FluxSamples.flux().passages(4).xml();
    int last = plain.lastIndexOf("<passageCertification>");
    for (int blanks : new int[] {1000, 1025, 40_000, 63_000, 65_000, 66_000, 70_000, 200_000}) {
      String between = plain.substring(0, last) + " ".repeat(blanks) + plain.substring(last);
      Cutting.changesNoVerdict(between.getBytes(UTF_8));
      String within =
          plain.substring(0, last)
              + plain
                  .substring(last)
                  .replaceFirst("<idTechnique>", " ".repeat(blanks) + "<idTechnique>");
      Cutting.changesNoVerdict(within.getBytes(UTF_8));
    }
  }

  @Test
  void countsTheNamesOfTheSchemaWhetherPassagesAreCutOrNot() {
    for (int names = 900; names < 1000; names += 9) {
      String others =
          IntStream.range(0, names).mapToObj(i -> "<n" + i + "/>").reduce("", String::concat);
      String xml = FluxSamples.flux().passages(3).xml().replace("</idFlux>", "</idFlux>" + others);
      Cutting.changesNothing(xml.getBytes(UTF_8));
    }
  }

  @Test
  void passesOnAFailureOfTheFileBehindAllThatCameBefore() {
    byte[] file = FluxSamples.flux().passages(50).bytes();
    InputStream broken =
        new FilterInputStream(new ByteArrayInputStream(Arrays.copyOf(file, file.length - 150))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count < 0) {
              throw new FileNotFoundException("gone");
            }
            return count;
          }
        };
    Recording read = new Recording();
    assertThatThrownBy(() -> Recording.READER.read(broken, Checking.schemaOnly(), read))
        .isInstanceOf(FileNotFoundException.class);
    assertThat(read.passages).hasSize(50);
  }

  @Test
  void stopsInTheMiddleOfACut() throws IOException {
    Recording read = new Recording();
    read.wantsMoreAfterPassage = passage -> passage.position() < 7;
    FluxEnd end = read.read(new ByteArrayInputStream(FluxSamples.flux().passages(50).bytes()));
    assertThat(end.how()).isEqualTo(FluxEnd.How.STOPPED);
    assertThat(read.passages).hasSize(7);
  }

  @Test
  void isNotMisledByInstructionsThatLookLikeItsOwn() {
    List<String> plants = new ArrayList<>();
    plants.add("<?g 1?>");
    plants.add("<?g" + "0".repeat(32) + " 1?>");
    for (String plant : plants) {
      String xml =
          FluxSamples.flux().passages(9).xml().replace("</passageCertification>", "$0" + plant);
      Cutting.changesNothing(xml.replace("$0", "</passageCertification>").getBytes(UTF_8));
    }
  }

  @Test
  void changesNothingOfFilesWithSomeBadPassages() {
    Random random = new Random(5);
    byte[] file =
        FluxSamples.flux()
            .passages(400)
            .passage(
                n ->
                    random.nextInt(10) == 0
                        ? FluxSamples.passage(n).replace("false", "faux")
                        : FluxSamples.passage(n))
            .bytes();
    Cutting.changesNothing(file);
  }
}
