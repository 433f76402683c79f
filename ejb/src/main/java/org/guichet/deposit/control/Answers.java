package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.DuplicateTask;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.report.Rapport;
import org.guichet.flux.report.ReceiptFileName;
import org.guichet.flux.report.ReceptionReceipt;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;
import org.guichet.receipt.entity.NewReceipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptNames;
import org.guichet.receipt.entity.ReceiptOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Writes the two answers to a deposit into the file store, and says what is to be issued with them.
 * Outside of any transaction: what isn't issued in the end is bytes that nobody points to.
 */
@Dependent
public class Answers {
  @Inject FileStore store;
  @Inject PassageVerdicts verdicts;
  @Inject MailWords words;
  @Inject Correspondence correspondence;
  @Inject Clock clock;

  /** The accusé de réception, OK unless the inspection refuses the file. */
  public NewReceipt reception(
      CheckTask task, OrganisationView dropper, Inspection inspection, String number)
      throws IOException {
    Refusal refusal = inspection.refusal();
    FluxHeader header = inspection.header();
    Locale language = dropper.language();
    String message =
        refusal == null
            ? RefusalTexts.answer(task.trial() ? "OK.trial" : "OK", List.of(), language)
            : RefusalTexts.reason(refusal, language)
                + " "
                + RefusalTexts.mend(refusal.code(), language);
    ReceptionReceipt document =
        new ReceptionReceipt(
            number,
            refusal == null,
            task.trial(),
            refusal == null ? null : refusal.code().number(),
            message,
            task.number(),
            null,
            task.sender().value(),
            header.certifier(),
            header.contract(),
            header.idFlux(),
            task.fileName(),
            task.size(),
            task.sha256().map(Sha256::hex).orElse(null),
            words.offset(task.receivedAt()),
            words.offset(clock.instant()));
    Stored content = store.write(document::writeTo);
    return new NewReceipt(
        task.deposit().value(),
        task.deposit(),
        ReceiptKind.RECEPTION,
        number,
        task.organisation(),
        task.trial(),
        refusal == null ? null : refusal.code().number(),
        refusal == null ? List.of() : refusal.arguments(),
        receptionNames(task.fileName(), task.trial(), task.treatment()),
        content,
        correspondence.recipients(task, dropper, inspection, refusal, new Tally(0, 0)),
        refusal == null ? "receipt.reception.ok" : "receipt.reception.ko",
        correspondence.gist(
            task,
            dropper,
            refusal == null ? ReceiptOutcome.RECEIVED : ReceiptOutcome.REFUSED,
            new Tally(0, 0)));
  }

  /** The accusé de réception of a duplicate: OK, and which deposit stands. */
  public NewReceipt duplicate(
      DuplicateTask task,
      OrganisationView dropper,
      @Nullable OrganisationView certifier,
      String number)
      throws IOException {
    String first = Long.toString(task.firstNumber());
    ReceptionReceipt document =
        new ReceptionReceipt(
            number,
            true,
            false,
            null,
            RefusalTexts.answer("DUPLICATE", List.of(first), dropper.language()),
            task.number(),
            task.firstNumber(),
            task.sender().value(),
            certifier == null ? null : certifier.matricule().value(),
            null,
            null,
            task.fileName(),
            task.size(),
            task.sha256().map(Sha256::hex).orElse(null),
            words.offset(task.receivedAt()),
            words.offset(clock.instant()));
    Stored content = store.write(document::writeTo);
    return new NewReceipt(
        task.id(),
        task.first(),
        ReceiptKind.RECEPTION,
        number,
        task.organisation(),
        false,
        null,
        List.of(first),
        receptionNames(task.fileName(), false, task.treatment()),
        content,
        correspondence.recipients(task, dropper, certifier),
        "receipt.reception.duplicate",
        correspondence.gist(task, dropper));
  }

  /** The accusé de traitement of a file that is refused as a whole. */
  public NewReceipt refused(
      CheckTask task,
      OrganisationView dropper,
      Inspection inspection,
      Refusal refusal,
      ComplaintFile complaints)
      throws IOException {
    boolean bySchema =
        switch (refusal.code()) {
          case SCHEMA, UNREADABLE, NOT_XML, CONTENT -> true;
          default -> false;
        };
    Stored content =
        store.write(
            out -> {
              if (bySchema) {
                complaints.copyTo(out);
                return;
              }
              try (Rapport.Errors errors =
                  Rapport.errors(out, task.fileName(), task.treatment(), task.trial())) {
                errors.error(
                    refusal.code().type(),
                    RefusalTexts.reason(refusal, Locale.FRENCH)
                        + " "
                        + RefusalTexts.mend(refusal.code(), Locale.FRENCH),
                    refusal.line(),
                    refusal.column());
              }
            });
    return processing(task, dropper, inspection, refusal, content, new Tally(0, 0));
  }

  /** The accusé de traitement of a file whose passages are judged; rejected ones first. */
  public NewReceipt judged(
      CheckTask task,
      OrganisationView dropper,
      Inspection inspection,
      Tally tally,
      JudgedPassages judged)
      throws IOException {
    String idFlux = inspection.header().idFlux();
    Stored content =
        store.write(
            out -> {
              try (Rapport.Passages rapport =
                  Rapport.passages(
                      out,
                      task.fileName(),
                      idFlux == null ? "" : idFlux,
                      task.treatment(),
                      task.trial())) {
                if (inspection.conclusive()) {
                  judged.writeTo(rapport);
                } else {
                  write(task, tally, rapport);
                }
              } catch (UncheckedIOException e) {
                throw e.getCause();
              }
            });
    return processing(task, dropper, inspection, null, content, tally);
  }

  private void write(CheckTask task, Tally tally, Rapport.Passages rapport) {
    if (tally.rejected() > 0) {
      writeRejected(task, rapport);
    }
    verdicts.forEachAccepted(
        task.attempt(),
        id -> {
          try {
            rapport.accepted(id);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void writeRejected(CheckTask task, Rapport.Passages rapport) {
    verdicts.forEachRejected(
        task.attempt(),
        verdict -> {
          try {
            Finding cause = VerdictFindings.refusing(verdict, task.sender());
            rapport.rejected(
                verdict.idTechnique(), FindingTexts.rapportMessage(cause, verdict.idTechnique()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private NewReceipt processing(
      CheckTask task,
      OrganisationView dropper,
      Inspection inspection,
      @Nullable Refusal refusal,
      Stored content,
      Tally tally) {
    ReceiptOutcome outcome = refusal == null ? outcome(tally) : ReceiptOutcome.REFUSED;
    return new NewReceipt(
        task.deposit().value(),
        task.deposit(),
        ReceiptKind.PROCESSING,
        "AT-" + task.treatment(),
        task.organisation(),
        task.trial(),
        refusal == null ? null : refusal.code().number(),
        refusal == null ? List.of() : refusal.arguments(),
        processingNames(task),
        content,
        correspondence.recipients(task, dropper, inspection, refusal, tally),
        template(outcome),
        correspondence.gist(task, dropper, outcome, tally));
  }

  private static ReceiptOutcome outcome(Tally tally) {
    if (tally.rejected() == 0) {
      return ReceiptOutcome.ACCEPTED;
    }
    return tally.accepted() == 0 ? ReceiptOutcome.REJECTED : ReceiptOutcome.PARTLY;
  }

  private static String template(ReceiptOutcome outcome) {
    return "receipt.processing." + outcome.name().toLowerCase(Locale.ROOT);
  }

  private ReceiptNames receptionNames(String dropped, boolean trial, long treatment) {
    LocalDate day = words.day(clock.instant());
    return new ReceiptNames(
        ReceiptFileName.reception(dropped, day, trial, null),
        ReceiptFileName.reception(dropped, day, trial, treatment));
  }

  private ReceiptNames processingNames(CheckTask task) {
    LocalDate day = words.day(clock.instant());
    String dropped = task.fileName();
    return new ReceiptNames(
        ReceiptFileName.processing(dropped, day, task.trial(), null),
        ReceiptFileName.processing(dropped, day, task.trial(), task.treatment()));
  }
}
