package org.guichet.flux.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.guichet.flux.Certification;
import org.guichet.flux.Checking;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.Mode;
import org.guichet.flux.analysis.Subject;
import org.guichet.flux.report.ReportSink.CauseHead;
import org.guichet.flux.report.ReportSink.RejectedPassage;
import org.guichet.flux.report.ReportSink.ReportedFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RichReportTest {
  private static final FluxReader READER = new FluxReader();
  private static final String SCHEMAS = "/org/guichet/flux/schema/";

  @TempDir Path folder;

  /** Three passages have a sex that there isn't, one of them a month as well. */
  private static String spoiled() {
    return FluxSamples.flux()
        .passages(5)
        .passage(
            n ->
                n == 5
                    ? FluxSamples.passage(n)
                    : FluxSamples.passage(n)
                        .replaceFirst("<sexe>.", n < 4 ? "<sexe>H" : "<sexe>F")
                        .replaceFirst("<moisNaissance>..", n > 2 ? "<moisNaissance>13" : "$0"))
        .xml();
  }

  static Stream<String> files() {
    return Stream.of(
        FluxSamples.flux().passages(3).xml(),
        spoiled(),
        FluxSamples.flux().timestamp("hier").xml(),
        FluxSamples.flux().xml().replace("</flux>", "<"),
        FluxSamples.flux().action("SUPPRESSION").xml(),
        "<?xml version='1.1'?><a>&#1;</a>",
        "");
  }

  private Analysis analysis(String xml) throws IOException {
    return Analysis.of(
        READER,
        new ByteArrayInputStream(xml.getBytes(UTF_8)),
        Subject.of("été.xml", Checking.schemaOnly())
            .withMode(Mode.BY_PASSAGE)
            .withTempFolder(folder));
  }

  private CollectedReport collected(String xml, int limit) throws IOException {
    CollectedReport report = new CollectedReport();
    try (Analysis analysis = analysis(xml)) {
      RichReport.write(analysis, Locale.FRENCH, limit, report);
    }
    return report;
  }

  @Test
  void groupsWhatIsFoundByCauseTheMostFrequentFirst() throws IOException {
    List<Object> told = collected(spoiled(), RichReport.ALL).told;
    ReportHead head = (ReportHead) told.get(0);
    assertThat(head.causes())
        .extracting(ReportHead.Cause::code, ReportHead.Cause::findings, ReportHead.Cause::passages)
        .containsExactly(tuple("GUI-037", 3, 3), tuple("GUI-046", 2, 2));
    assertThat(told.stream().filter(RejectedPassage.class::isInstance).toList())
        .extracting(passage -> ((RejectedPassage) passage).position())
        .containsExactly(1, 2, 3, 4);
    assertThat(told.subList(5, told.size()))
        .extracting(
            thing ->
                thing instanceof CauseHead cause
                    ? cause.code()
                    : thing instanceof ReportedFinding finding
                        ? String.valueOf(finding.idTechnique())
                        : String.valueOf(thing))
        .containsExactly(
            "GUI-037",
            "T-000001",
            "T-000002",
            "T-000003",
            "GUI-046",
            "T-000003",
            "T-000004",
            "end");
    ReportedFinding first = (ReportedFinding) told.get(6);
    assertThat(first.value()).isEqualTo("H");
    assertThat(first.expected()).startsWith("Une de ces valeurs : M, F.");
  }

  @Test
  void neverCutsWithoutSayingSo() throws IOException {
    List<Object> told = collected(spoiled(), 2).told;
    assertThat(told).filteredOn(ReportedFinding.class::isInstance).hasSize(4);
    assertThat(told)
        .filteredOn(CauseHead.class::isInstance)
        .extracting(cause -> ((CauseHead) cause).findings(), cause -> ((CauseHead) cause).shown())
        .containsExactly(tuple(3, 2), tuple(2, 2));
    assertThat(csv(spoiled(), 2, Locale.FRENCH)).contains(";2 constats montrés sur 3.;");
    assertThat(csv(spoiled(), 2, Locale.ENGLISH)).contains(";2 of 3 findings shown.;");
    assertThat(csv(spoiled(), 3, Locale.FRENCH)).doesNotContain("montrés");
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyXmlIsValidByItsSchema(String file) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Analysis analysis = analysis(file)) {
      RichReport.write(analysis, Locale.FRENCH, RichReport.ALL, new ReportXmlWriter(out));
    }
    SchemaFactory.newDefaultInstance()
        .newSchema(RichReportTest.class.getResource(SCHEMAS + "analyse-1.0.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(out.toByteArray())));
    CollectedReport read = new CollectedReport();
    RichReportReader.xml(new ByteArrayInputStream(out.toByteArray()), read);
    assertThat(read.told).isEqualTo(collected(file, RichReport.ALL).told);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyJsonIsValidByItsSchema(String file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Analysis analysis = analysis(file)) {
      RichReport.write(analysis, Locale.ENGLISH, RichReport.ALL, new ReportJsonWriter(out));
    }
    JsonSchema schema;
    try (InputStream source =
        Objects.requireNonNull(
            RichReportTest.class.getResourceAsStream(SCHEMAS + "analysis-1.0.schema.json"))) {
      schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(source);
    }
    assertThat(schema.validate(out.toString(UTF_8), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(out.toString(UTF_8).replace("\"mode\"", "\"m\""), InputFormat.JSON))
        .isNotEmpty();
    CollectedReport read = new CollectedReport();
    RichReportReader.json(new ByteArrayInputStream(out.toByteArray()), read);
    assertThat(((ReportHead) read.told.get(0)).fileName()).isEqualTo("été.xml");
  }

  private String csv(String file, int limit, Locale locale) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Analysis analysis = analysis(file)) {
      RichReport.write(analysis, locale, limit, new ReportCsvWriter(out, true));
    }
    return out.toString(UTF_8);
  }

  @Test
  void theCsvHasOneRowPerFindingAsFrenchSpreadsheetsWantIt() throws IOException {
    String csv = csv(spoiled(), RichReport.ALL, Locale.FRENCH);
    assertThat(csv).startsWith("\uFEFFfichier;code;cause;gravité;ligne;colonne;").endsWith("\r\n");
    assertThat(csv.lines()).hasSize(1 + 5);
    assertThat(csv.lines().skip(1).findFirst().orElseThrow())
        .startsWith("été.xml;GUI-037;Valeur hors de la liste;passage;")
        .contains(";1;T-000001;H;« H » n'est pas une valeur possible de <sexe>.;");
  }

  @Test
  void noCellIsAFormula() throws IOException {
    String file =
        FluxSamples.flux()
            .passage(
                n ->
                    FluxSamples.passage(n)
                        .replace("T-000001", "=HYPERLINK(\"http://x\";\"a\")")
                        .replaceFirst("<sexe>.", "<sexe>+1"))
            .xml();
    assertThat(csv(file, RichReport.ALL, Locale.FRENCH))
        .contains(";\"'=HYPERLINK(\"\"http://x\"\";\"\"a\"\")\";'+1;");
  }

  @Test
  void memoryDoesNotGrowWithTheFindings() throws IOException {
    long[] size = {0};
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            size[0]++;
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            size[0] += length;
          }
        };
    Subject subject =
        Subject.of("a.xml", Checking.schemaOnly()).withTempFolder(folder).withStage(Many::new);
    try (InputStream file = FluxSamples.flux().stream();
        Analysis analysis = Analysis.of(READER, file, subject)) {
      RichReport.write(analysis, Locale.FRENCH, RichReport.ALL, new ReportXmlWriter(counting));
    }
    assertThat(size[0])
        .isGreaterThan(60L << 20); // held in objects, more than the heap of these tests
  }

  /** Makes of one passage six thousand, each with ten long findings. */
  private record Many(FluxSink behind) implements FluxSink {
    @Override
    public boolean header(FluxHeader header) {
      return behind.header(header);
    }

    @Override
    public boolean passage(Passage passage) {
      Finding finding =
          new Finding(
              FindingCode.NOT_IN_LIST,
              Severity.PASSAGE,
              1,
              1,
              "/flux/x/" + "y".repeat(200),
              "v".repeat(250),
              List.of("m".repeat(300), "sexe", "v".repeat(250), "M, F"));
      for (int i = 0; i < 6_000; i++) {
        behind.passage(passage.withFindings(Collections.nCopies(10, finding)));
      }
      return true;
    }

    @Override
    public void certification(Certification certification) {
      behind.certification(certification);
    }

    @Override
    public void finding(Finding finding) {
      behind.finding(finding);
    }
  }
}
