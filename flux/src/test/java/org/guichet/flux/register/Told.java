package org.guichet.flux.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.guichet.flux.Certification;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;

/** A sink that keeps what it is told, in its order. */
final class Told implements FluxSink {
  final List<String> order = new ArrayList<>();
  final List<Passage> passages = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();
  Predicate<Passage> wantsMore = passage -> true;

  /** What is wrong with each passage, each cause once, in their order. */
  List<List<FindingCode>> codes() {
    return passages.stream()
        .map(passage -> passage.findings().stream().map(Finding::code).distinct().toList())
        .toList();
  }

  @Override
  public boolean header(FluxHeader header) {
    order.add("header");
    return true;
  }

  @Override
  public boolean passage(Passage passage) {
    order.add("passage " + passage.position());
    passages.add(passage);
    return wantsMore.test(passage);
  }

  @Override
  public void certification(Certification certification) {
    order.add("certification " + certification.number());
  }

  @Override
  public void finding(Finding finding) {
    order.add("finding " + finding.code());
    findings.add(finding);
  }
}
