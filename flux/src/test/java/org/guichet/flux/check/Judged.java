package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guichet.flux.CertificationCheck;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.FieldsOf;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.PassageCheck;

/** What one check says, as {@code CODE at FIELD [arguments]}. */
final class Judged implements Complaints {
  static final LocalDate DAY = LocalDate.of(2026, 2, 1);

  private final List<String> complaints = new ArrayList<>();

  static List<String> by(PassageCheck check, FieldsOf passage) {
    return by(check, DAY, passage);
  }

  static List<String> by(PassageCheck check, LocalDate day, FieldsOf passage) {
    Judged judged = new Judged();
    check.check(passage.fields(), day, judged);
    return judged.complaints;
  }

  static List<String> by(CertificationCheck check, FluxHeader header, FieldsOf certification) {
    Judged judged = new Judged();
    check.check(certification.fields(), header, judged);
    return judged.complaints;
  }

  @Override
  public void add(FindingCode code, Field at, String... arguments) {
    complaints.add(code + " at " + at + " " + List.of(arguments));
  }
}
