package org.guichet.deposit.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.junit.jupiter.api.Test;

class BeginningReadingTest {
  private static final FluxReader READER = new FluxReader();

  private static BeginningReading read(byte[] file, int given) throws IOException {
    return BeginningReading.of(
        READER, new ByteArrayInputStream(Arrays.copyOf(file, given)), file.length, given);
  }

  private static BeginningReading whole(byte[] file) throws IOException {
    return read(file, file.length);
  }

  @Test
  void countsThePassagesOfAFileThatIsGivenWhole() throws IOException {
    BeginningReading reading = whole(FluxSamples.flux().passages(7).bytes());

    assertThat(reading.whole()).isTrue();
    assertThat(reading.passages()).isEqualTo(7);
    assertThat(reading.complaint()).isEmpty();
    assertThat(reading.header()).map(FluxHeader::contract).contains(FluxSamples.CONTRACT);
  }

  @Test
  void estimatesThePassagesOfAFileOfWhichItHasTheBeginning() throws IOException {
    byte[] file = FluxSamples.flux().passages(2_000).bytes();

    BeginningReading reading = read(file, 1 << 18);

    assertThat(reading.whole()).isFalse();
    assertThat(reading.passages()).isBetween(1_900L, 2_100L);
    assertThat(reading.header()).isPresent();
  }

  @Test
  void findsNoFaultInAFileForEndingWhereTheGivenBytesEnd() throws IOException {
    byte[] file = FluxSamples.flux().passages(50).bytes();

    for (int given = 1; given < file.length; given += 997) {
      assertThat(read(file, given).complaint()).as("after %d bytes", given).isEmpty();
    }
  }

  @Test
  void tellsWhatKeepsTheFileFromBeingRead() throws IOException {
    byte[] file = FluxSamples.flux().passages(3).xml().replace("</flux>", "").getBytes(UTF_8);

    assertThat(whole(file).whole()).isFalse();
    assertThat(whole(file).complaint())
        .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo(FindingCode.MALFORMED));
  }

  @Test
  void hasNoHeaderWhereThereIsNone() throws IOException {
    BeginningReading reading = whole("<flux/>".getBytes(UTF_8));

    assertThat(reading.header()).isEmpty();
    assertThat(reading.passages()).isZero();
    assertThat(reading.complaint()).isPresent();
  }
}
