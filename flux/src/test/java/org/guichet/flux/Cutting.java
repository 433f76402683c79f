package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads files with and without cutting, and compares all that is told. */
final class Cutting {
  private static final FluxReader WITH = new FluxReader();
  private static final FluxReader WITHOUT = new FluxReader(0);

  private static final Pattern ENDING =
      Pattern.compile(
          "(?s)^(Finding\\[code=(?:MALFORMED|PARSER_LIMIT),.*line=\\d+), column=\\d+(.*), arguments=.*$");

  private Cutting() {}

  /** Both ways of reading must tell the same, to the last column. */
  static void changesNothing(byte[] file) {
    changesNothing(file, WITH);
  }

  /** The same with a reader that reads in blocks of its own. */
  static void changesNothing(byte[] file, FluxReader reader) {
    compare(file, told(WITHOUT, file), told(reader, file));
  }

  /**
   * Both ways of reading must tell the same, but for the words and the column of what ended the
   * reading. Where a tag or a long text is broken off, the parser's depend on where its own buffers
   * end and on what was in them before.
   */
  static void changesNoVerdict(byte[] file) {
    List<String> expected = told(WITHOUT, file);
    List<String> actual = told(WITH, file);
    for (List<String> told : List.of(expected, actual)) {
      told.replaceAll(one -> ENDING.matcher(one).replaceAll("$1$2"));
    }
    compare(file, expected, actual);
  }

  private static void compare(byte[] file, List<String> expected, List<String> actual) {
    int same = 0;
    while (same < Math.min(actual.size(), expected.size())
        && actual.get(same).equals(expected.get(same))) {
      same++;
    }
    if (same < actual.size() || same < expected.size()) {
      assertThat(actual.subList(same, actual.size()))
          .as(() -> "told with and without cutting of\n" + new String(file, UTF_8))
          .isEqualTo(expected.subList(same, expected.size()));
    }
  }

  /** Everything that a reading tells, with all values and their places. */
  private static List<String> told(FluxReader reader, byte[] file) {
    List<String> told = new ArrayList<>();
    Checking checking =
        new Checking(LocalDate.EPOCH, List.of(new Everything(told)), List.of(), Severities.USUAL);
    try {
      told.add(reader.read(new ByteArrayInputStream(file), checking, new Telling(told)).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return told;
  }

  /** How many passages the parser doesn't get to see. */
  static int cutPassages(byte[] file) {
    return passages(new String(file, UTF_8)) - passages(seen(file));
  }

  /** What the parser gets to see. */
  static String seen(byte[] file) {
    try (PassageCutter cutter =
        new PassageCutter(
            new ByteArrayInputStream(file), new Encoding(UTF_8, 0), PassageCutter.BLOCK)) {
      return new String(cutter.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int passages(String xml) {
    return xml.split("</passageCertification>", -1).length - 1;
  }

  private record Everything(List<String> told) implements PassageCheck {
    @Override
    public Set<FindingCode> codes() {
      return Set.of(FindingCode.BLANK_NAME);
    }

    @Override
    public void check(Fields passage, LocalDate day, Complaints complaints) {
      for (Field field : Field.values()) {
        if (passage.present(field)) {
          told.add(field + "=" + passage.get(field) + at(passage, field));
        }
      }
      complaints.add(FindingCode.BLANK_NAME, Field.LAST_NAME, "x");
    }

    private static String at(Fields passage, Field field) {
      return " at " + passage.line(field) + ":" + passage.column(field);
    }
  }

  private record Telling(List<String> told) implements FluxSink {
    @Override
    public boolean header(FluxHeader header) {
      told.add(header.toString());
      return true;
    }

    @Override
    public boolean passage(Passage passage) {
      told.add(passage.toString());
      return true;
    }

    @Override
    public void certification(Certification certification) {
      told.add(certification.toString());
    }

    @Override
    public void finding(Finding finding) {
      told.add(finding.toString());
    }
  }
}
