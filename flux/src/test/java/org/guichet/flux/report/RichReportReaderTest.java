package org.guichet.flux.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports come back as they were told, and nothing else comes as a report. */
class RichReportReaderTest {
  private static byte[] xml(CollectedReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.tell(new ReportXmlWriter(out));
    return out.toByteArray();
  }

  private static byte[] json(CollectedReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.tell(new ReportJsonWriter(out));
    return out.toByteArray();
  }

  private static CollectedReport fromXml(byte[] report) throws IOException {
    CollectedReport collected = new CollectedReport();
    RichReportReader.xml(new ByteArrayInputStream(report), collected);
    return collected;
  }

  private static CollectedReport fromJson(byte[] report) throws IOException {
    CollectedReport collected = new CollectedReport();
    RichReportReader.json(new ByteArrayInputStream(report), collected);
    return collected;
  }

  @Test
  void comesBackFromXmlAsItWasTold() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      CollectedReport report = new RandomReport(seed, XmlText::legal).report();
      assertThat(fromXml(xml(report)).told).as("seed %s", seed).isEqualTo(report.told);
    }
  }

  @Test
  void comesBackFromJsonAsItWasTold() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      CollectedReport report = new RandomReport(seed, text -> text).report();
      assertThat(fromJson(json(report)).told).as("seed %s", seed).isEqualTo(report.told);
    }
  }

  @Test
  void passesFromOneFormToTheOtherWithoutBeingHeld() throws IOException {
    CollectedReport report = new RandomReport(7, XmlText::legal).report();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RichReportReader.json(new ByteArrayInputStream(json(report)), new ReportXmlWriter(out));
    assertThat(out.toByteArray()).isEqualTo(xml(report));
  }

  @Test
  void refusesReportsThatAreCutAnywhere() throws IOException {
    CollectedReport report = new RandomReport(3, XmlText::legal).report();
    byte[] xml = xml(report);
    byte[] json = json(report);
    for (int length = 0; length < xml.length - 2; length++) {
      byte[] cut = Arrays.copyOf(xml, length);
      assertThatThrownBy(() -> fromXml(cut)).isInstanceOf(UnreadableReportException.class);
    }
    for (int length = 0; length < json.length; length++) {
      byte[] cut = Arrays.copyOf(json, length);
      assertThatThrownBy(() -> fromJson(cut)).isInstanceOf(UnreadableReportException.class);
    }
  }

  @Test
  void whateverIsDoneToAReportItIsReadOrRefused() throws IOException {
    Random random = new Random(1);
    CollectedReport report = new RandomReport(5, XmlText::legal).report();
    byte[] xml = xml(report);
    byte[] json = json(report);
    for (int i = 0; i < 1_000; i++) {
      readOrRefused(() -> fromXml(changed(xml, random)));
      readOrRefused(() -> fromJson(changed(json, random)));
    }
  }

  private interface Reading {
    CollectedReport read() throws IOException;
  }

  private static void readOrRefused(Reading reading) throws IOException {
    try {
      assertThat(reading.read().told).isNotEmpty();
    } catch (UnreadableReportException e) {
      assertThat(e).hasMessageContaining("This isn't a report");
    }
  }

  private static byte[] changed(byte[] report, Random random) {
    byte[] changed = report.clone();
    for (int i = 0; i <= random.nextInt(3); i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "<a/>",
        "<analyse xmlns='urn:guichet:analyse:1.0'/>",
        "<analyse xmlns='urn:guichet:analyse:1.0' langue='fr'/>",
        "<analyse xmlns='urn:guichet:analyse:2.0' langue='fr'><fichier/></analyse>",
        "<!DOCTYPE analyse [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            + "<analyse xmlns='urn:guichet:analyse:1.0' langue='fr'><fichier>&e;</fichier></analyse>",
        "<!DOCTYPE analyse SYSTEM 'http://127.0.0.1:1/x'><analyse/>",
        "{}",
        "[]",
        "null",
        "{\"format\":\"guichet-analysis\",\"version\":\"2.0\"}",
        "{\"format\":\"guichet-analysis\",\"version\":1e999999999}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> fromXml(text.getBytes(UTF_8)))
        .isInstanceOf(UnreadableReportException.class);
    assertThatThrownBy(() -> fromJson(text.getBytes(UTF_8)))
        .isInstanceOf(UnreadableReportException.class);
  }

  /** A line end in an attribute would come back as a blank. */
  @Test
  void refusesCodesThatCannotBeOne() throws IOException {
    CollectedReport report = new RandomReport(3, text -> "T").report();
    String xml = new String(xml(report), UTF_8);
    String json = new String(json(report), UTF_8);
    assertThat(xml).contains("code=\"GUI-");
    assertThat(json).contains("\"code\":\"GUI-");
    for (String start : new String[] {"GUI&#13;-", "GUI-&#10;", "GUI-0", "gui-", ""}) {
      byte[] wrong = xml.replace("code=\"GUI-", "code=\"" + start).getBytes(UTF_8);
      assertThatThrownBy(() -> fromXml(wrong)).isInstanceOf(UnreadableReportException.class);
    }
    for (String start : new String[] {"GUI\\r-", "GUI-\\n", "GUI-0", "gui-", ""}) {
      byte[] wrong = json.replace("\"code\":\"GUI-", "\"code\":\"" + start).getBytes(UTF_8);
      assertThatThrownBy(() -> fromJson(wrong)).isInstanceOf(UnreadableReportException.class);
    }
  }

  @Test
  void refusesHalvesOfCharacters() throws IOException {
    String report = new String(json(new RandomReport(3, text -> "T").report()), UTF_8);
    for (String half :
        new String[] {"\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud800x", "x\\ud83d"}) {
      assertThatThrownBy(() -> fromJson(report.replace("\"T\"", '"' + half + '"').getBytes(UTF_8)))
          .isInstanceOf(UnreadableReportException.class);
    }
    byte[] whole = report.replace("\"T\"", "\"\\ud83d\\ude00\"").getBytes(UTF_8);
    assertThat(fromJson(whole).told.toString()).contains("😀");
  }

  @Test
  void stopsBeforeATextGetsTooLong() {
    assertThatThrownBy(
            () ->
                RichReportReader.xml(
                    endless("<analyse xmlns='urn:guichet:analyse:1.0' langue='"),
                    new CollectedReport()))
        .isInstanceOf(UnreadableReportException.class);
    assertThatThrownBy(
            () -> RichReportReader.json(endless("{\"format\":\""), new CollectedReport()))
        .isInstanceOf(UnreadableReportException.class);
  }

  private static InputStream endless(String start) {
    InputStream letters =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) 'a');
            return length;
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(start.getBytes(UTF_8)), letters);
  }

  @Test
  void tellsWhatTheStreamsThrow() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    assertThatThrownBy(() -> RichReportReader.xml(closed, new CollectedReport()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(UnreadableReportException.class);
    assertThatThrownBy(() -> RichReportReader.json(closed, new CollectedReport()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(UnreadableReportException.class);
    OutputStream full = OutputStream.nullOutputStream();
    full.close();
    CollectedReport report = new RandomReport(1, XmlText::legal).report();
    assertThatThrownBy(() -> report.tell(new ReportXmlWriter(full)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> report.tell(new ReportJsonWriter(full)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> report.tell(new ReportCsvWriter(full, true)))
        .isInstanceOf(IOException.class);
  }
}
