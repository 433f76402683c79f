package org.guichet.roster.control.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.guichet.roster.entity.Guess;
import org.guichet.roster.entity.Guess.Reason;
import org.guichet.roster.entity.ReadingWishes;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.SourceRow;
import org.guichet.roster.entity.TableShape;

/** A file that somebody says is a table of people. */
public final class TableFile {
  private static final char NO_SEPARATOR = ';';
  private static final int SAMPLE = 50;
  private static final int LOOKED_AT = 300;
  private static final int[] OLD_WORKBOOK = {0xD0, 0xCF, 0x11, 0xE0};
  private static final int[] ZIP = {'P', 'K', 3, 4};
  private static final List<int[]> OTHER_KINDS =
      List.of(
          new int[] {'%', 'P', 'D', 'F'},
          new int[] {0x89, 'P', 'N', 'G'},
          new int[] {0xFF, 0xD8, 0xFF},
          new int[] {'G', 'I', 'F', '8'},
          new int[] {0x1F, 0x8B},
          new int[] {'{', '\\', 'r', 't', 'f'},
          new int[] {'R', 'a', 'r', '!'});

  private final Path file;

  public TableFile(Path file) {
    this.file = file;
  }

  /**
   * How the file is to be read. What stands in its way is among the findings.
   *
   * @param known whether a word is a header that this kind of file may have
   */
  public TableShape shape(ReadingWishes wishes, Predicate<String> known) throws IOException {
    try {
      ByteCensus bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = ByteCensus.of(in);
      }
      if (bytes.size() == 0) {
        throw new UnreadableTableException(RosterFinding.at(RosterCode.EMPTY_FILE, 0, ""));
      }
      return begins(bytes, ZIP) ? workbook(wishes, known) : text(textOnly(bytes), wishes, known);
    } catch (UnreadableTableException e) {
      return unreadable(e.finding());
    }
  }

  /** Tells every row under the header, and what is wrong on the way. */
  public void read(TableShape shape, TableSink sink) throws IOException {
    TableBody body = new TableBody(shape, sink);
    try {
      if (shape.workbook()) {
        XlsxRows.read(file, body);
      } else {
        Charset charset = Charset.forName(shape.charset().value());
        CsvRows.read(file, charset, shape.separator().value(), body);
      }
      body.end();
    } catch (UnreadableTableException e) {
      sink.finding(e.finding());
    }
  }

  private static TableShape unreadable(RosterFinding finding) {
    return new TableShape(
        false,
        new Guess<>("UTF-8", Reason.ONLY_ASCII),
        new Guess<>(NO_SEPARATOR, Reason.MOST_REGULAR),
        new Guess<>(1L, Reason.FIRST_FULL_ROW),
        List.of(),
        List.of(),
        List.of(finding));
  }

  private static ByteCensus textOnly(ByteCensus bytes) throws UnreadableTableException {
    if (begins(bytes, OLD_WORKBOOK)) {
      throw new UnreadableTableException(RosterFinding.at(RosterCode.OLD_WORKBOOK, 0, ""));
    }
    boolean wide = bytes.isWideWithZerosAtEven() || bytes.isWideWithZerosAtOdd();
    boolean other = OTHER_KINDS.stream().anyMatch(kind -> begins(bytes, kind));
    if (other || (!wide && (bytes.hasZeros() || bytes.isFullOfControls()))) {
      throw new UnreadableTableException(RosterFinding.at(RosterCode.NOT_A_TABLE, 0, ""));
    }
    return bytes;
  }

  private static boolean begins(ByteCensus bytes, int[] mark) {
    byte[] head = bytes.head();
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private TableShape text(ByteCensus bytes, ReadingWishes wishes, Predicate<String> known)
      throws IOException, UnreadableTableException {
    String wanted = wishes.charset();
    Guess<String> charset =
        wanted == null ? EncodingGuess.of(bytes) : new Guess<>(wanted, Reason.CHOSEN);
    String beginning;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      beginning = Beginning.of(in, Charset.forName(charset.value()));
    }
    SeparatorGuess guess = SeparatorGuess.of(beginning, wishes, known);
    return shaped(false, charset, guess.separator(), guess.rows(), wishes, known);
  }

  private TableShape workbook(ReadingWishes wishes, Predicate<String> known)
      throws IOException, UnreadableTableException {
    List<SourceRow> rows = new ArrayList<>();
    XlsxRows.read(
        file,
        (line, cells) -> {
          rows.add(new SourceRow(line, cells));
          return rows.size() < LOOKED_AT;
        });
    return shaped(
        true,
        new Guess<>("UTF-8", Reason.WORKBOOK),
        new Guess<>(NO_SEPARATOR, Reason.WORKBOOK),
        rows,
        wishes,
        known);
  }

  private static TableShape shaped(
      boolean workbook,
      Guess<String> charset,
      Guess<Character> separator,
      List<SourceRow> rows,
      ReadingWishes wishes,
      Predicate<String> known)
      throws UnreadableTableException {
    if (rows.stream().allMatch(SourceRow::isBlank)) {
      throw new UnreadableTableException(RosterFinding.at(RosterCode.EMPTY_FILE, 0, ""));
    }
    Guess<Long> header = HeaderRow.guess(rows, wishes.headerLine(), known);
    List<SourceRow> sample =
        rows.stream()
            .filter(row -> row.line() > header.value() && !row.isBlank())
            .limit(SAMPLE)
            .toList();
    List<String> headers =
        rows.stream()
            .filter(row -> row.line() == header.value())
            .findFirst()
            .map(row -> HeaderRow.headers(row, rows))
            .orElse(List.of());
    List<RosterFinding> findings = new ArrayList<>();
    if (headers.stream().allMatch(String::isBlank)) {
      findings.add(RosterFinding.at(RosterCode.NO_HEADER, header.value(), ""));
    } else if (sample.isEmpty()) {
      findings.add(RosterFinding.at(RosterCode.NO_ROWS, header.value(), ""));
    }
    return new TableShape(workbook, charset, separator, header, headers, sample, findings);
  }
}
