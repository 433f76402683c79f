package org.guichet.deposit.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.flux.Certification;
import org.guichet.flux.Checking;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.flux.register.Duplicates;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.organisation.entity.OrganisationView;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one file: judges it as far as the file, rights and limits can tell, and hands the
 * passages on in batches. Everything that touches rows or other components is handed in.
 */
public final class FileInspection implements FluxSink {
  /** Each batch is a transaction, so not too few; it is all in memory, so not too many. */
  private static final int BATCH = 2_000;

  /** Where the batches and the schema's complaints go. */
  public interface Output {
    /**
     * Passages in the order of the file, and certifications that ended meanwhile; one of the two
     * may be empty.
     *
     * @param conclusive whether what is good among them stays so, unless the file is refused as a
     *     whole, or says at its end that it takes back
     */
    void passages(List<Passage> batch, List<Certification> certifications, boolean conclusive)
        throws IOException;

    /** A finding that would be told if the file were refused as a whole. */
    void complaint(Finding finding) throws IOException;
  }

  /** What certifiers want done about holders. */
  public interface Identities {
    /** Nobody is looked up. */
    Identities NONE =
        new Identities() {
          @Override
          public IdentityRules of(OrganisationView certifier) {
            return IdentityRules.NONE;
          }

          @Override
          public @Nullable FluxHeader ahead() {
            return null;
          }
        };

    IdentityRules of(OrganisationView certifier);

    /** The header of the file, read on its own; null when it has none. */
    @Nullable FluxHeader ahead();
  }

  private final int maxPassages;
  private final Function<FluxHeader, DepositRight> rights;
  private final Identities identities;
  private final Output output;

  private final List<Passage> batch = new ArrayList<>();
  private final List<Certification> certifications = new ArrayList<>();
  private final OutsideFindings outside = new OutsideFindings();
  private @Nullable DepositRight right;
  private IdentityRules identityRules = IdentityRules.NONE;
  private @Nullable Refusal refusal;
  private @Nullable Finding firstComplaint;
  private boolean wholeFileComplaint;
  private boolean takesBack;
  private boolean faultyCertification;
  private boolean allConclusive = true;
  private int lastCertificationWithPassages;

  private FileInspection(
      int maxPassages,
      Function<FluxHeader, DepositRight> rights,
      Identities identities,
      Output output) {
    this.maxPassages = maxPassages;
    this.rights = rights;
    this.identities = identities;
    this.output = output;
  }

  /**
   * Reads {@code file} to its end, or to the first thing that refuses it for good.
   *
   * @param checking what is judged beyond the schema
   * @param rights judges what the file says of itself, once that is known
   */
  public static Inspection inspect(
      FluxReader reader,
      InputStream file,
      Checking checking,
      int maxPassages,
      Function<FluxHeader, DepositRight> rights,
      Identities identities,
      Output output)
      throws IOException {
    FileInspection inspection = new FileInspection(maxPassages, rights, identities, output);
    try {
      IdentityStage stage =
          new IdentityStage(
              inspection::identityRules, identities::ahead, new Duplicates(inspection));
      FluxEnd end = reader.read(file, checking, stage);
      inspection.flush();
      return inspection.judge(end);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public boolean header(FluxHeader header) {
    DepositRight judged = right(header);
    takesBack = header.action() == FluxAction.SUPPRESSION;
    if (judged.refusal() != null) {
      refusal =
          new Refusal(RefusalCode.of(judged.refusal()), judged.arguments().toArray(new String[0]));
    }
    return judged.rightful();
  }

  /** Judged once, be it that the header was looked for ahead. */
  private DepositRight right(FluxHeader header) {
    if (right == null) {
      right = rights.apply(header);
    }
    return right;
  }

  private IdentityRules identityRules(FluxHeader header) {
    DepositRight judged = right(header);
    if (judged.rightful() && header.action() != FluxAction.SUPPRESSION) {
      identityRules = judged.certifier().map(identities::of).orElse(IdentityRules.NONE);
    }
    return identityRules;
  }

  @Override
  public boolean passage(Passage passage) {
    if (passage.position() > maxPassages) {
      refusal =
          new Refusal(RefusalCode.TOO_MANY_PASSAGES, String.format(Locale.ROOT, "%d", maxPassages));
      return false;
    }
    passage.findings().stream().filter(FileInspection::refusesFiles).forEach(this::complain);
    batch.add(passage);
    lastCertificationWithPassages = passage.certification();
    if (batch.size() == BATCH) {
      flush();
    }
    return true;
  }

  @Override
  public void certification(Certification certification) {
    certifications.add(certification);
    faultyCertification |= certification.fault() != null;
    // A fault is told with the passages that it refuses; without any it would be told nowhere.
    wholeFileComplaint |=
        certification.fault() != null && certification.number() != lastCertificationWithPassages;
    if (certifications.size() == BATCH) {
      flush();
    }
  }

  @Override
  public void finding(Finding finding) {
    outside.add(finding);
    if (refusesFiles(finding)) {
      complain(finding);
    }
  }

  /** In strict mode at least. What content checks refuse is passages, unless they are set to. */
  private static boolean refusesFiles(Finding finding) {
    return finding.severity() == Severity.FILE
        || (finding.blocks() && finding.code().kind() == FindingCode.Kind.SCHEMA);
  }

  private void complain(Finding finding) {
    wholeFileComplaint |= finding.severity() == Severity.FILE;
    if (firstComplaint == null) {
      firstComplaint = finding;
    }
    try {
      output.complaint(finding);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush() {
    try {
      if (batch.isEmpty() && certifications.isEmpty()) {
        return;
      }
      boolean conclusive = conclusive();
      allConclusive &= conclusive || batch.isEmpty();
      output.passages(List.copyOf(batch), List.copyOf(certifications), conclusive);
      batch.clear();
      certifications.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A faulty certification refuses passages that were read before it, and so may make passages good
   * that were told as their duplicates.
   */
  private boolean conclusive() {
    return right != null
        && right.rightful()
        && !takesBack
        && !faultyCertification
        && refusingComplaint() == null;
  }

  private @Nullable OrganisationView certifier() {
    return right == null ? null : right.certifier().orElse(null);
  }

  /** What the schema or the reader says against the file as a whole. */
  private @Nullable Finding refusingComplaint() {
    return wholeFileComplaint || strict() ? firstComplaint : null;
  }

  private boolean strict() {
    OrganisationView certifier = certifier();
    return certifier == null || certifier.mode() == CheckingMode.STRICT;
  }

  private Inspection judge(FluxEnd end) {
    Finding complaint = refusingComplaint();
    if (refusal == null && complaint != null) {
      refusal =
          new Refusal(
              wholeFileCode(complaint.code()),
              arguments(complaint, end),
              complaint.line(),
              complaint.column());
    }
    if (refusal == null && right == null) {
      // The schema wants issuer, certifier and contract; a file that passed without is our fault.
      throw new IllegalStateException("A file without complaint, but without its header");
    }
    boolean conclusive =
        allConclusive
            && !faultyCertification
            && refusal == null
            && end.header().action() == FluxAction.CREATION;
    return new Inspection(
        end.header(),
        end.passages(),
        certifier(),
        refusal,
        conclusive,
        identityRules.skipped(),
        outside.reading(strict(), end));
  }

  private static List<String> arguments(Finding complaint, FluxEnd end) {
    return switch (complaint.code().kind()) {
      case SCHEMA -> complaint.arguments();
      case READING ->
          List.of(
              complaint.arguments().isEmpty() ? "" : complaint.arguments().get(0),
              String.valueOf(end.passages()));
      case CONTENT, REGISTER -> List.of(FindingTexts.rapportMessage(complaint));
    };
  }

  private static RefusalCode wholeFileCode(FindingCode code) {
    return switch (code.kind()) {
      case SCHEMA -> RefusalCode.SCHEMA;
      case READING -> code == FindingCode.NOT_XML ? RefusalCode.NOT_XML : RefusalCode.UNREADABLE;
      case CONTENT, REGISTER -> RefusalCode.CONTENT;
    };
  }
}
