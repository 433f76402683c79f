package org.guichet.flux.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.guichet.flux.CertificationCheck;
import org.guichet.flux.Checking;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.PassageCheck;
import org.guichet.flux.Severities;
import org.guichet.flux.Severity;

/** Files with something to tell, and checks that complain about them. */
final class Samples {
  static final FluxReader READER = new FluxReader();

  /** Complains about each passage, and more about one that starts its validity on the 16th. */
  private static final PassageCheck SIXTEENTH =
      new PassageCheck() {
        @Override
        public Set<FindingCode> codes() {
          return Set.of(FindingCode.VALIDITY_ORDER, FindingCode.LATE);
        }

        @Override
        public void check(Fields passage, LocalDate day, Complaints complaints) {
          if (passage.stripped(Field.VALID_FROM).endsWith("-16")) {
            complaints.add(FindingCode.VALIDITY_ORDER, Field.VALID_FROM, "a", "b");
          }
          complaints.add(FindingCode.LATE, Field.VALID_FROM);
        }
      };

  /** Complains about certifications of the type RS, whose passages fall with them. */
  private static final CertificationCheck RS =
      new CertificationCheck() {
        @Override
        public Set<FindingCode> codes() {
          return Set.of(FindingCode.CERTIFICATION_TYPE);
        }

        @Override
        public void check(Fields certification, FluxHeader header, Complaints complaints) {
          if ("RS".equals(certification.get(Field.CERTIFICATION_TYPE))) {
            complaints.add(FindingCode.CERTIFICATION_TYPE, Field.CERTIFICATION_TYPE, "RS");
          }
        }
      };

  static final Checking CHECKING =
      new Checking(
          LocalDate.of(2026, 2, 1),
          List.of(SIXTEENTH),
          List.of(RS),
          new Severities(Map.of(FindingCode.CERTIFICATION_TYPE, Optional.of(Severity.PASSAGE))));

  private Samples() {}

  static Analysis analysis(Path folder, String xml, Mode mode, Checking checking)
      throws IOException {
    return analysis(folder, xml.getBytes(UTF_8), mode, checking);
  }

  static Analysis analysis(Path folder, byte[] xml, Mode mode, Checking checking)
      throws IOException {
    return Analysis.of(
        READER,
        new ByteArrayInputStream(xml),
        Subject.of("a.xml", checking).withMode(mode).withTempFolder(folder));
  }

  /** A file of passages, of which those of these numbers have a schema fault. */
  static FluxSamples spoiled(int passages, Integer... numbers) {
    return changed(passages, p -> p.replaceAll("<sexe>.", "<sexe>H"), numbers);
  }

  /** A file of passages, of which those of these numbers start their validity on the 16th. */
  static FluxSamples ofThe16th(int passages, Integer... numbers) {
    return changed(passages, p -> p.replace("2026-01-15", "2026-01-16"), numbers);
  }

  private static FluxSamples changed(
      int passages, UnaryOperator<String> change, Integer... numbers) {
    Set<Integer> changed = Set.of(numbers);
    return FluxSamples.flux()
        .passages(passages)
        .passage(
            n ->
                changed.contains(n)
                    ? change.apply(FluxSamples.passage(n))
                    : FluxSamples.passage(n));
  }

  /** One more certification, of the type RS, whose code comes behind its passages. */
  static String withCertification(String xml, String code, String passages) {
    String certification =
        "<certification><type>RS</type><passageCertifications>"
            + passages
            + "</passageCertifications><code>"
            + code
            + "</code></certification>";
    return xml.replace("</certifications>", certification + "</certifications>");
  }
}
