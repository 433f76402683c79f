package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are spoiled by a machine: cutting passages changes nothing of what is told. */
class CuttingFuzzTest {
  /** For each seed. */
  private static final int ROUNDS = Boolean.getBoolean("guichet.nightly") ? 25_000 : 200;

  private static final Pattern ELEMENT = Pattern.compile("<(\\w+)>");
  private static final String[] PIECES = {
    "<",
    ">",
    "/",
    "&",
    "]]>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?",
    "?>",
    "\"",
    "'",
    "=",
    " ",
    "\r",
    "\n",
    "\t",
    "\u0000",
    "é",
    "€",
    "𝄞",
    "\uFFFE",
    "\u0085",
    "\u2028",
    "xsi:nil=\"true\"",
    "<x/>",
    "&#10;",
    "&lt;",
    "xmlns=''",
    "</passageCertification>",
    "<passageCertification>",
    "</passageCertifications>",
    "<passageCertifications>",
    "true",
    "0",
    "2024-02-29",
    ":",
    "-"
  };

  private static final String FULL = FluxSamples.fullPassage(2).replace("&amp; ", "");

  static Set<String> elements() {
    Set<String> names = new LinkedHashSet<>();
    for (String passage : List.of(FULL, FluxSamples.passage(2), byDossier(), byNir())) {
      Matcher element = ELEMENT.matcher(passage);
      while (element.find()) {
        names.add(element.group(1));
      }
    }
    return names;
  }

  private static String byDossier() {
    return FluxSamples.passage("D", FluxSamples.dossierFormation(4));
  }

  private static String byNir() {
    return FluxSamples.passage("N", FluxSamples.identifiantNational(5));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void tellsTheSameOfEveryElementSpoiledInEveryWay(String name) {
    String passage =
        Stream.of(FULL, FluxSamples.passage(2), byDossier(), byNir())
            .filter(p -> p.contains("<" + name + ">"))
            .findFirst()
            .orElseThrow();
    Matcher element = Pattern.compile("(?s)<" + name + ">(.*?)</" + name + ">").matcher(passage);
    assertThat(element.find()).isTrue();
    String whole = element.group();
    String text = element.group(1);
    List<String> spoiled = new ArrayList<>();
    spoiled.add("");
    spoiled.add(whole + whole);
    spoiled.add("<" + name + "/>");
    spoiled.add("<" + name + "></" + name + ">");
    spoiled.add("<" + name + " xsi:nil=\"true\"/>");
    spoiled.add("<" + name + " xsi:nil=\"true\"></" + name + ">");
    spoiled.add("<" + name + " xsi:nil=\"true\">" + text + "</" + name + ">");
    spoiled.add(whole.replace(name + ">", name + "x>"));
    spoiled.add(whole.replace(name + ">", name.substring(1) + ">"));
    spoiled.add("<x>" + whole + "</x>");
    spoiled.add(whole + "text");
    for (String value :
        new String[] {
          " " + text,
          text + " ",
          text + text,
          text.substring(1),
          text.toLowerCase(Locale.ROOT),
          "nil",
          "TRUE",
          "0",
          "1",
          "+1",
          "-1",
          "01",
          "9999",
          "2147483648",
          "2026-02-29",
          "2024-02-29",
          "x",
          "x".repeat(9),
          "x".repeat(60),
          "x".repeat(61),
          "x".repeat(255),
          "x".repeat(256),
          "é",
          "𝄞",
          "𝄞".repeat(30),
          "\t",
          "\n",
          "a\nb",
          text + "\u00A0",
          "2000-02-29Z",
          "1 0"
        }) {
      spoiled.add("<" + name + ">" + value + "</" + name + ">");
    }
    StringBuilder passages = new StringBuilder(FULL);
    spoiled.forEach(s -> passages.append(passage.replace(whole, s)).append(FULL));
    byte[] file = file(passages.toString());
    Cutting.changesNothing(file);
    assertThat(Cutting.cutPassages(file)).isGreaterThanOrEqualTo(spoiled.size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void tellsTheSameOfFilesWithRandomBytesChanged(long seed) {
    Random random = new Random(seed);
    byte[] file = file(FULL + FluxSamples.passage(7) + FULL + byNir());
    for (int round = 0; round < ROUNDS; round++) {
      byte[] spoiled = file.clone();
      int changes = 1 + random.nextInt(3);
      for (int i = 0; i < changes; i++) {
        spoiled[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      Cutting.changesNoVerdict(spoiled);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void tellsTheSameOfFilesWithRandomPiecesPutIn(long seed) {
    Random random = new Random(seed);
    String xml = new String(file(FULL + FluxSamples.passage(7) + FULL + byDossier()), UTF_8);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder spoiled = new StringBuilder(xml);
      int changes = 1 + random.nextInt(2);
      for (int i = 0; i < changes; i++) {
        int at = random.nextInt(spoiled.length());
        int to = Math.min(spoiled.length(), at + random.nextInt(3));
        spoiled.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
      }
      Cutting.changesNoVerdict(spoiled.toString().getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void tellsTheSameOfFilesWithPartsMovedAbout(long seed) {
    Random random = new Random(seed);
    String xml = new String(file(FULL + FluxSamples.passage(7) + FULL + byNir()), UTF_8);
    List<String> parts = List.of(xml.split("(?=<)", -1));
    for (int round = 0; round < ROUNDS; round++) {
      List<String> moved = new ArrayList<>(parts);
      int from = random.nextInt(moved.size());
      String part = moved.remove(from);
      moved.add(random.nextInt(moved.size()), part);
      if (random.nextBoolean()) {
        moved.add(random.nextInt(moved.size()), parts.get(random.nextInt(parts.size())));
      }
      Cutting.changesNoVerdict(String.join("", moved).getBytes(UTF_8));
    }
  }

  /** Every element and its content is a part that changes places with its neighbours. */
  @Test
  void cutsPassagesWhateverTheOrderOfTheirElements() {
    Random random = new Random(31);
    StringBuilder passages = new StringBuilder(FULL);
    for (int i = 0; i < 60; i++) {
      passages.append(Shuffling.children(FULL, random)).append(Shuffling.children(byNir(), random));
    }
    byte[] file = file(passages.toString());
    assertThat(Cutting.cutPassages(file)).isEqualTo(120);
    Cutting.changesNothing(file);
  }

  /** An element is missing, comes twice or elsewhere, amid markup that was proven before. */
  @Test
  void tellsTheSameWhereKnownMarkupStandsInTheWrongPlace() {
    Random random = new Random(41);
    List<String> orders = new ArrayList<>();
    for (String passage : List.of(FULL, byNir(), byDossier(), FluxSamples.passage(7))) {
      String dense = passage.replaceAll(">\\s+<", "><");
      orders.add(dense);
      orders.add(Shuffling.children(dense, random));
    }
    for (int round = 0; round < ROUNDS / 10; round++) {
      StringBuilder passages = new StringBuilder(FULL);
      orders.forEach(passages::append);
      orders.forEach(order -> passages.append(order).append(misplaced(order, random)));
      byte[] file = file(passages.toString());
      Cutting.changesNothing(file);
      assertThat(Cutting.cutPassages(file)).isGreaterThanOrEqualTo(2 * orders.size());
    }
  }

  @Test
  void cutsPassagesBetweenWhoseValuesNothingComesTwice() {
    Random random = new Random(51);
    String dense = FULL.replaceAll(">\\s+<", "><");
    StringBuilder passages = new StringBuilder(FULL);
    for (int i = 0; i < 200; i++) {
      passages.append(i < 120 ? withBlanks(dense, random) : dense);
    }
    byte[] file = file(passages.toString());
    assertThat(Cutting.cutPassages(file)).isEqualTo(200);
    Cutting.changesNothing(file);
  }

  private static String withBlanks(String dense, Random random) {
    return Pattern.compile("><(?!/(?:scoring|nom))")
        .matcher(dense)
        .replaceAll(
            tags -> ">" + "\n \t".repeat(random.nextInt(3)) + " ".repeat(random.nextInt(9)) + "<");
  }

  /** Takes an element without children away, leaves it or not, and puts it before some tag. */
  private static String misplaced(String passage, Random random) {
    List<MatchResult> elements =
        Pattern.compile("<(\\w+)(?:>[^<]*</\\1>| xsi:nil=\"true\"/>)")
            .matcher(passage)
            .results()
            .toList();
    MatchResult element = elements.get(random.nextInt(elements.size()));
    StringBuilder spoiled = new StringBuilder(passage);
    if (random.nextInt(3) > 0) {
      spoiled.delete(element.start(), element.end());
    }
    if (random.nextBoolean()) {
      int tag = spoiled.lastIndexOf("<", random.nextInt(spoiled.length()));
      spoiled.insert(Math.max(0, tag), element.group());
    }
    return spoiled.toString();
  }

  @Test
  void reportsExactlyThePassagesIntoWhichFaultsWerePlanted() {
    for (int faults = 0; faults <= 50; faults++) {
      Random random = new Random(faults);
      int count = 60 + random.nextInt(40);
      List<Integer> numbers = new ArrayList<>();
      for (int n = 1; n <= count; n++) {
        numbers.add(n);
      }
      Collections.shuffle(numbers, random);
      Set<Integer> planted = new TreeSet<>(numbers.subList(0, faults));
      byte[] file =
          FluxSamples.flux()
              .passages(count)
              .passage(
                  n -> {
                    String passage = n % 2 == 0 ? FULL : FluxSamples.passage(n);
                    String shuffled = Shuffling.children(passage, random);
                    return planted.contains(n) ? spoil(shuffled, random) : shuffled;
                  })
              .bytes();
      Recording read = Recording.of(file);
      assertThat(read.findings).isEmpty();
      assertThat(read.passages).hasSize(count);
      Set<Integer> bad = new TreeSet<>();
      read.passages.stream()
          .filter(passage -> !passage.findings().isEmpty())
          .forEach(passage -> bad.add(passage.position()));
      assertThat(bad).isEqualTo(planted);
    }
  }

  private static String spoil(String passage, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> passage.replaceFirst("<sexe>.</sexe>", "<sexe>H</sexe>");
      case 1 -> passage.replaceFirst("<dateDebutValidite>....", "$0x");
      case 2 -> passage.replaceFirst("<obtentionCertification>.*?</obtentionCertification>", "");
      case 3 -> passage.replaceFirst("<scoring.*?(/>|</scoring>)", "<scoring/>");
      case 4 -> passage.replaceFirst("<nomNaissance>", "$0" + "N".repeat(60));
      case 5 ->
          passage.replaceFirst("</idTechnique>", "</idTechnique><idTechnique>2</idTechnique>");
      case 6 -> passage.replaceFirst("<jourNaissance>\\d+", "<jourNaissance>32");
      default -> passage.replaceFirst("(<modaliteAcces>).*?(</)", "$1AUTRE$2");
    };
  }

  private static byte[] file(String passages) {
    return FluxSamples.flux().passage(n -> passages).bytes();
  }
}
