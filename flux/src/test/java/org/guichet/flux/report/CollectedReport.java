package org.guichet.flux.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that it is told, in its order. */
final class CollectedReport implements ReportSink {
  final List<Object> told = new ArrayList<>();

  /** Tells it all again. */
  void tell(ReportSink sink) throws IOException {
    for (Object thing : told) {
      if (thing instanceof ReportHead head) {
        sink.head(head);
      } else if (thing instanceof RejectedPassage passage) {
        sink.rejected(passage);
      } else if (thing instanceof CauseHead cause) {
        sink.cause(cause);
      } else if (thing instanceof ReportedFinding finding) {
        sink.finding(finding);
      } else {
        sink.end();
      }
    }
  }

  @Override
  public void head(ReportHead head) {
    told.add(head);
  }

  @Override
  public void rejected(RejectedPassage passage) {
    told.add(passage);
  }

  @Override
  public void cause(CauseHead cause) {
    told.add(cause);
  }

  @Override
  public void finding(ReportedFinding finding) {
    told.add(finding);
  }

  @Override
  public void end() {
    told.add("end");
  }
}
