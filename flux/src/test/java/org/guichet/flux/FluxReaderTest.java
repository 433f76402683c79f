package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FluxReaderTest {
  private static final FluxHeader HEADER =
      new FluxHeader("FLUX-0001", FluxAction.CREATION, "77ZZZ001", "77ZZZ001", "MCFCER990001");

  @Test
  void tellsWhatAFileHoldsInItsOrder() {
    Recording read = Recording.of(FluxSamples.flux().passages(2).xml());
    assertThat(read.order).containsExactly("header", "passage 1", "passage 2", "certification 1");
    assertThat(read.headers).containsExactly(HEADER);
    assertThat(read.certifications).containsExactly(new Certification(1, "RNCP", "RNCP99901"));
    assertThat(read.end).isEqualTo(new FluxEnd(FluxEnd.How.COMPLETE, HEADER, 2, "UTF-8"));
  }

  @Test
  void tellsAllThatIsKnownOfAPassage() {
    Passage passage = Recording.of(Spoiling.FULL).passages.get(0);
    assertThat(passage)
        .usingRecursiveComparison()
        .ignoringFields("offset", "length")
        .isEqualTo(
            new Passage(
                1,
                1,
                "T-000001",
                new Holder(
                    Holder.Kind.CIVIL_STATUS,
                    "BÉRANGER",
                    "USAGE-FICTIF",
                    "Anatole",
                    "Paule",
                    "Andrée",
                    "F",
                    1985,
                    5,
                    31,
                    null,
                    "75012",
                    "PARIS",
                    "100"),
                LocalDate.of(2026, 1, 15),
                19,
                0,
                0,
                List.of()));
  }

  @Test
  void knowsTheHolderFromEachOfTheThreeBranches() {
    Passage byDossier = Recording.of(Spoiling.BY_DOSSIER).passages.get(0);
    assertThat(byDossier.lastName()).isEqualTo("BÉRANGER");
    assertThat(byDossier.firstName()).isEqualTo("Anatole");
    assertThat(byDossier.birthDate()).isNull();
    Passage byNir = Recording.of(Spoiling.BY_NIR).passages.get(0);
    assertThat(byNir.lastName()).isEqualTo("BÉRANGER");
    assertThat(byNir.firstName()).isNull();
    assertThat(byNir.birthDate()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "moisNaissance,2,''", "jourNaissance,' 31 ',1985-05-31", "jourNaissance,+31,1985-05-31",
    "jourNaissance,32,''", "moisNaissance,0,''", "anneeNaissance,1899,''",
    "anneeNaissance,1900,1900-05-31", "anneeNaissance,19 85,''", "moisNaissance,٥,''"
  })
  void makesABirthDateOfThreeNumbersThatAreADay(String element, String value, String date) {
    Passage passage = Recording.of(Spoiling.value(element, value)).passages.get(0);
    assertThat(passage.birthDate()).isEqualTo(date.isEmpty() ? null : LocalDate.parse(date));
  }

  @Test
  void knowsNoBirthDateWhenAPartIsNil() {
    assertThat(Recording.of(Spoiling.nil("jourNaissance")).passages.get(0).birthDate()).isNull();
  }

  @Test
  void keepsValuesAsTheyAreWrittenAndDropsThoseOfAWrongForm() {
    assertThat(idTechniqueOf(" A\u00A0&amp;<![CDATA[<b>]]>é&#233; ")).isEqualTo(" A\u00A0&<b>éé ");
    assertThat(idTechniqueOf("x".repeat(255))).isEqualTo("x".repeat(255));
    assertThat(idTechniqueOf("x".repeat(256))).isNull();
    assertThat(idTechniqueOf("")).isNull();
    assertThat(idTechniqueOf("a<b>c</b>d")).isNull();
    assertThat(Recording.of(Spoiling.twice("idTechnique")).passages.get(0).idTechnique()).isNull();
    assertThat(Recording.of(Spoiling.value("dateDebutValidite", "2026-02-30")).passages.get(0))
        .extracting(Passage::validFrom)
        .isNull();
  }

  private static @Nullable String idTechniqueOf(String written) {
    return Recording.of(
            FluxSamples.flux()
                .passage(n -> FluxSamples.passage(written, FluxSamples.titulaire(n)))
                .xml())
        .passages
        .get(0)
        .idTechnique();
  }

  @Test
  void forgetsOnePassagesValuesBeforeTheNext() {
    Recording read =
        Recording.of(
            FluxSamples.flux()
                .passages(2)
                .passage(n -> n == 1 ? FluxSamples.fullPassage(1) : "<passageCertification/>")
                .xml());
    Passage second = read.passages.get(1);
    assertThat(second.idTechnique()).isNull();
    assertThat(second.lastName()).isNull();
    assertThat(second.birthDate()).isNull();
    assertThat(second.validFrom()).isNull();
  }

  @Test
  void numbersCertificationsAndTellsTypeAndCodeOfEach() {
    String two =
        Spoiling.BY_INSEE_CODE.replaceFirst(
            "(?s)<certification>.*</certification>",
            "$0<certification><code>RS9</code></certification>$0");
    Recording read = Recording.of(two);
    assertThat(read.certifications)
        .extracting(Certification::number, Certification::type, Certification::code)
        .containsExactly(
            tuple(1, "RNCP", "RNCP99901"), tuple(2, null, "RS9"), tuple(3, "RNCP", "RNCP99901"));
    assertThat(read.certifications)
        .extracting(certification -> certification.fault() == null)
        .containsExactly(true, false, true);
    assertThat(read.passages).extracting(Passage::certification).containsExactly(1, 3);
    assertThat(read.passages).extracting(Passage::position).containsExactly(1, 2);
  }

  @Test
  void tellsTheHeaderAsSoonAsItIsKnownEvenAtTheEnd() {
    String contract = "<idContrat>MCFCER990001</idContrat>";
    String late =
        Spoiling.replace(Spoiling.BY_INSEE_CODE, contract, "")
            .replace("</certifications>", "</certifications>" + contract);
    Recording read = Recording.of(late);
    assertThat(read.order).containsExactly("passage 1", "certification 1", "header");
    assertThat(read.headers).containsExactly(HEADER);
  }

  @Test
  void tellsNoHeaderWhenAPartOfItIsMissingOrRepeated() {
    assertThat(Recording.of(Spoiling.without("idContrat")).headers).isEmpty();
    assertThat(Recording.of(Spoiling.value("idContrat", "")).headers).isEmpty();
    Recording twice = Recording.of(Spoiling.twice("idClient"));
    assertThat(twice.headers).isEmpty();
    assertThat(twice.end.header().issuer()).isNull();
  }

  @Test
  void knowsWhatTheFileAsksForAtTheEndAtTheLatest() {
    assertThat(Recording.of(FluxSamples.flux().action("SUPPRESSION").xml()).headers.get(0).action())
        .isEqualTo(FluxAction.SUPPRESSION);
    String last =
        FluxSamples.flux().xml().replace("</flux>", "<action>SUPPRESSION</action></flux>");
    assertThat(Recording.of(last).end.header().action()).isEqualTo(FluxAction.SUPPRESSION);
  }

  @Test
  void readsPrefixedNamesAlike() {
    String prefixed =
        Spoiling.FULL.replaceAll("<(/?)([a-zA-Z])", "<$1c:$2").replace("xmlns=", "xmlns:c=");
    Recording read = Recording.of(prefixed);
    assertThat(read.all()).isEmpty();
    assertThat(read.passages.get(0).lastName()).isEqualTo("BÉRANGER");
    assertThat(read.headers).hasSize(1);
  }

  @Test
  void ignoresWhereTheFileSaysThatItsSchemaIs() {
    String hinted =
        Spoiling.BY_INSEE_CODE.replaceFirst(
            "<flux",
            "<flux xsi:schemaLocation=\"urn:cdc:cpf:pc5:schema:1.0.0 file:///nowhere/other.xsd\""
                + " xsi:noNamespaceSchemaLocation=\"http://127.0.0.1:9/other.xsd\"");
    assertThat(Recording.of(hinted).all()).isEmpty();
  }

  @Test
  void keepsAHundredFindingsOfAPassageAndSaysHowManyMoreThereAre() {
    Recording read =
        Recording.of(
            FluxSamples.flux()
                .passage(
                    n ->
                        FluxSamples.fullPassage(n)
                            .replace("<resultat/>", "<resultat a='1'/>".repeat(150)))
                .xml());
    List<Finding> findings = read.passages.get(0).findings();
    assertThat(findings).hasSize(101);
    assertThat(findings.get(100).code()).isEqualTo(FindingCode.AND_MORE);
    assertThat(findings.get(100).arguments()).containsExactly("50", "100");
  }

  @Test
  void cutsAMessageThatQuotesAVeryLongValueAndSaysSo() {
    Recording read = Recording.of(Spoiling.value("verbatim", "x".repeat(60_000)));
    String message = read.passages.get(0).findings().get(0).arguments().get(0);
    assertThat(message).hasSizeLessThan(2_100).matches(".* \\[…] \\([0-9]+ caractères de plus\\)");
  }

  @Test
  void tellsWhatWasWrongWithThePassageInWhichAFileBreaksOff() {
    String cut = Spoiling.value("sexe", "H");
    cut = cut.substring(0, cut.indexOf("<libelleCommune"));
    Recording read = Recording.of(cut);
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.UNREADABLE);
    assertThat(read.passages).isEmpty();
    assertThat(read.order)
        .containsExactly(
            "header", "finding NOT_IN_LIST", "finding VALUE_REPEATED", "finding MALFORMED");
  }

  @Test
  void stopsWhenTheSinkHasEnough() {
    Recording afterHeader = new Recording();
    afterHeader.wantsMoreAfterHeader = header -> false;
    afterHeader.read(FluxSamples.flux().passages(5).stream());
    assertThat(afterHeader.end.how()).isEqualTo(FluxEnd.How.STOPPED);
    assertThat(afterHeader.order).containsExactly("header");

    Recording afterTwo = new Recording();
    afterTwo.wantsMoreAfterPassage = passage -> passage.position() < 2;
    afterTwo.read(FluxSamples.flux().passages(5).stream());
    assertThat(afterTwo.end.how()).isEqualTo(FluxEnd.How.STOPPED);
    assertThat(afterTwo.end.passages()).isEqualTo(2);
  }

  @Test
  void leavesTheFileOpen() throws IOException {
    boolean[] closed = {false};
    InputStream file =
        new ByteArrayInputStream(FluxSamples.flux().bytes()) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Recording.READER.read(file, Checking.schemaOnly(), new Recording());
    assertThat(closed[0]).isFalse();
  }

  @Test
  void letsWhatTheSinkThrowsThrough() {
    Recording recording = new Recording();
    recording.wantsMoreAfterPassage =
        passage -> {
          throw new IllegalStateException("sink");
        };
    assertThatThrownBy(
            () ->
                Recording.READER.read(
                    FluxSamples.flux().stream(), Checking.schemaOnly(), recording))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sink");
  }

  @Test
  void letsTheFailureOfTheBytesThroughWhateverTheParserThinksOfIt() {
    byte[] half = Arrays.copyOf(FluxSamples.flux().passages(20).bytes(), 20_000);
    for (IOException failure : new IOException[] {new IOException("disk"), new EOFException()}) {
      InputStream failing =
          new SequenceInputStream(
              new ByteArrayInputStream(half),
              new InputStream() {
                @Override
                public int read() throws IOException {
                  throw failure;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                  throw failure;
                }
              });
      assertThatThrownBy(
              () -> Recording.READER.read(failing, Checking.schemaOnly(), new Recording()))
          .isSameAs(failure);
    }
  }

  @Test
  void endsWhenItsThreadIsInterrupted() {
    Recording recording = new Recording();
    recording.wantsMoreAfterPassage =
        passage -> {
          Thread.currentThread().interrupt();
          return true;
        };
    try {
      assertThatThrownBy(
              () ->
                  Recording.READER.read(
                      FluxSamples.flux().passages(1000).stream(), Checking.schemaOnly(), recording))
          .isInstanceOf(InterruptedIOException.class);
      assertThat(recording.passages).hasSizeLessThan(1000);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void servesSeveralThreadsAtOnce() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<FluxEnd>> ends =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              new Recording()
                                  .read(FluxSamples.flux().idFlux("F" + i).passages(20).stream())))
              .toList();
      for (int i = 0; i < ends.size(); i++) {
        assertThat(ends.get(i).get().header().idFlux()).isEqualTo("F" + i);
        assertThat(ends.get(i).get().passages()).isEqualTo(20);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void forgetsWhatTheValidatorSaysOfAPassageWithThePassage() throws IOException {
    String tooLong = "€".repeat(60_000); // quoted in two messages: more than the heap altogether
    int[] wrong = {0};
    Recording recording = new Recording();
    recording.wantsMoreAfterPassage =
        passage -> {
          wrong[0] += passage.findings().isEmpty() ? 0 : 1;
          recording.passages.clear();
          recording.order.clear();
          return true;
        };
    recording.read(
        FluxSamples.flux()
            .passages(1_000)
            .passage(n -> FluxSamples.passage(tooLong, FluxSamples.titulaire(n)))
            .stream());
    assertThat(wrong[0]).isEqualTo(1_000);
  }

  @Test
  void readsAHundredThousandPassagesInLittleMemory() throws IOException {
    int[] count = {0};
    FluxSink counting =
        new FluxSink() {
          @Override
          public boolean header(FluxHeader header) {
            return true;
          }

          @Override
          public boolean passage(Passage passage) {
            count[0]++;
            return passage.findings().isEmpty();
          }

          @Override
          public void certification(Certification certification) {
            assertThat(certification.number()).isEqualTo(1);
          }

          @Override
          public void finding(Finding finding) {
            throw new AssertionError(finding);
          }
        };
    String one = FluxSamples.passage("A &amp; B", FluxSamples.titulaire(1));
    FluxEnd end =
        Recording.READER.read(
            FluxSamples.flux().passages(100_000).passage(n -> one).stream(),
            Checking.schemaOnly(),
            counting);
    assertThat(end.how()).isEqualTo(FluxEnd.How.COMPLETE);
    assertThat(end.passages()).isEqualTo(100_000);
    assertThat(count[0]).isEqualTo(100_000);
  }
}
