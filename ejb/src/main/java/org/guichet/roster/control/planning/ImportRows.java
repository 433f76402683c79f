package org.guichet.roster.control.planning;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.guichet.roster.control.reading.TableFile;
import org.guichet.roster.control.reading.TableSink;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowRef;
import org.guichet.roster.entity.SourceRow;

/** The rows of all files of an import, pupils first, in the same order each time. */
final class ImportRows {
  private final ImportRequest request;
  private final LocalDate today;

  ImportRows(ImportRequest request, LocalDate today) {
    this.request = request;
    this.today = today;
  }

  /** Takes them one by one. */
  interface Sink {
    void person(ReadPerson person);

    /** Nothing more comes from this file. */
    void fileEnds();
  }

  /** Tells all rows; returns what was found about whole files, by their place. */
  Map<Integer, List<RosterFinding>> read(Sink sink) throws IOException {
    return read(sink, false);
  }

  /** The same rows, telling only who somebody is. */
  void readIdentities(Sink sink) throws IOException {
    read(sink, true);
  }

  private Map<Integer, List<RosterFinding>> read(Sink sink, boolean identity) throws IOException {
    Map<Integer, List<RosterFinding>> findings = new HashMap<>();
    List<Integer> order =
        IntStream.range(0, request.files().size())
            .boxed()
            .sorted(Comparator.comparing(i -> request.files().get(i).profile()))
            .toList();
    for (int place : order) {
      ImportFile file = request.files().get(place);
      List<RosterFinding> about = new ArrayList<>(file.shape().findings());
      if (file.shape().isReadable()) {
        new TableFile(file.path()).read(file.shape(), new Rows(file, place, sink, about, identity));
      }
      sink.fileEnds();
      if (!about.isEmpty()) {
        findings.put(place, List.copyOf(about));
      }
    }
    return findings;
  }

  private final class Rows implements TableSink {
    private final RowReading reading;
    private final int place;
    private final Sink sink;
    private final List<RosterFinding> findings;

    Rows(ImportFile file, int place, Sink sink, List<RosterFinding> findings, boolean identity) {
      this.place = place;
      this.sink = sink;
      this.findings = findings;
      RowReading whole = new RowReading(file.profile(), file.columns(), request.classes(), today);
      reading = identity ? whole.identity() : whole;
    }

    @Override
    public void row(SourceRow row) {
      RowRef ref = new RowRef(place, row.line());
      sink.person(reading.read(row, ref, request.edits().getOrDefault(ref, Map.of())));
    }

    @Override
    public void finding(RosterFinding finding) {
      findings.add(finding);
    }
  }
}
