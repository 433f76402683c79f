package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A sink that keeps all that it is told, for small files. */
final class Recording implements FluxSink {
  static final FluxReader READER = new FluxReader();
  static final FluxHeader NOTHING = new FluxHeader(null, FluxAction.CREATION, null, null, null);

  final List<FluxHeader> headers = new ArrayList<>();
  final List<Passage> passages = new ArrayList<>();
  final List<Certification> certifications = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();
  final List<String> order = new ArrayList<>();
  FluxEnd end = new FluxEnd(FluxEnd.How.STOPPED, NOTHING, -1, "");
  Checking checking = Checking.schemaOnly();
  Predicate<FluxHeader> wantsMoreAfterHeader = header -> true;
  Predicate<Passage> wantsMoreAfterPassage = passage -> true;

  static Recording of(String xml) {
    return of(xml.getBytes(UTF_8));
  }

  static Recording of(byte[] file) {
    return of(file, Checking.schemaOnly());
  }

  static Recording of(byte[] file, Checking checking) {
    Recording recording = new Recording();
    recording.checking = checking;
    recording.read(new ByteArrayInputStream(file));
    return recording;
  }

  FluxEnd read(InputStream file) {
    try {
      end = READER.read(file, checking, this);
      return end;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that is found wrong, inside passages and out. */
  List<Finding> all() {
    return Stream.concat(
            findings.stream(), passages.stream().flatMap(passage -> passage.findings().stream()))
        .toList();
  }

  /** The codes of everything that is found wrong. */
  List<FindingCode> codes() {
    return all().stream().map(Finding::code).distinct().toList();
  }

  @Override
  public boolean header(FluxHeader header) {
    order.add("header");
    headers.add(header);
    return wantsMoreAfterHeader.test(header);
  }

  @Override
  public boolean passage(Passage passage) {
    order.add("passage " + passage.position());
    passages.add(passage);
    return wantsMoreAfterPassage.test(passage);
  }

  @Override
  public void certification(Certification certification) {
    order.add("certification " + certification.number());
    certifications.add(certification);
  }

  @Override
  public void finding(Finding finding) {
    order.add("finding " + finding.code());
    findings.add(finding);
  }
}
