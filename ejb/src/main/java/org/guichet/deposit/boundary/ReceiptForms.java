package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.deposit.control.DepositPapers;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.ReceptionForms;
import org.guichet.deposit.control.VerdictReport;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.ReceiptForm;
import org.guichet.flux.report.ReportCsvWriter;
import org.guichet.flux.report.ReportJsonWriter;
import org.guichet.flux.report.ReportXmlWriter;
import org.guichet.flux.report.RichReport;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.PdfPrinter;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Paper;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.receipt.boundary.ReceiptDesk;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptView;

/**
 * Receipts in all forms, and the proof of a deposit. The stored receipt stays the one true receipt;
 * the other forms tell it, in the reader's language, and are made when somebody asks for them:
 * outside of any transaction, into a file, so that neither memory nor a connection waits for a slow
 * line.
 *
 * <p>In each method {@code reader} is the organisation for which somebody reads; empty for those
 * who may see all. Who wasn't given a receipt is refused like where there is none.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceiptForms {
  private static final Caller SYSTEM = Caller.system("receipt forms");

  @Inject Deposits deposits;
  @Inject VerdictReport report;
  @Inject DepositPapers papers;
  @Inject ReceiptDesk desk;
  @Inject OrganisationDirectory organisations;
  @Inject FileStore store;
  @Inject Permissions permissions;
  @Inject Settings settings;

  /**
   * A document that was made.
   *
   * @param size in bytes
   * @param content to be read once and closed
   */
  public record Made(String fileName, String mediaType, long size, InputStream content) {}

  /** A receipt in a form. */
  public Made make(
      Caller caller,
      Optional<OrganisationId> reader,
      long number,
      ReceiptKind kind,
      ReceiptForm form,
      Locale language)
      throws IOException {
    Deposit deposit = find(caller, reader, number, Permission.RECEIPT_READ);
    if (form == ReceiptForm.XML) {
      ReceiptDesk.Given stored = desk.open(caller, reader, deposit.id(), kind);
      ReceiptView receipt = stored.receipt();
      return new Made(receipt.fileName(), form.mediaType(), receipt.size(), stored.content());
    }
    ReceiptView given = given(caller, reader, deposit, kind);
    boolean verdicts = kind == ReceiptKind.PROCESSING || form == ReceiptForm.RICH_XML;
    if (verdicts && !(kind == ReceiptKind.PROCESSING && deposit.status().decided())) {
      throw none(deposit, kind); // half-judged passages are no report
    }
    return spooled(
        form.name(given.fileName()),
        form.mediaType(),
        out -> write(deposit, given, form, language, out));
  }

  private void write(
      Deposit deposit, ReceiptView given, ReceiptForm form, Locale language, OutputStream out)
      throws IOException {
    boolean processing = given.kind() == ReceiptKind.PROCESSING;
    switch (form) {
      case XML, RICH_XML ->
          report.tell(deposit, language, RichReport.ALL, new ReportXmlWriter(out));
      case JSON -> {
        if (processing) {
          report.tell(deposit, language, RichReport.ALL, new ReportJsonWriter(out));
        } else {
          ReceptionForms.json(deposit, given, settings.zone(), language, out);
        }
      }
      case CSV -> {
        if (processing) {
          report.tell(deposit, language, RichReport.ALL, new ReportCsvWriter(out, true));
        } else {
          ReceptionForms.csv(deposit, given, settings.zone(), language, out);
        }
      }
      case PDF -> PdfPrinter.print(papers.receipt(deposit, given, parties(deposit), language), out);
    }
  }

  /** A receipt to be read on a page: what the PDF prints. */
  public Paper read(
      Caller caller,
      Optional<OrganisationId> reader,
      long number,
      ReceiptKind kind,
      Locale language)
      throws IOException {
    Deposit deposit = find(caller, reader, number, Permission.RECEIPT_READ);
    ReceiptView given = given(caller, reader, deposit, kind);
    return papers.receipt(deposit, given, parties(deposit), language);
  }

  /** The proof that it was dropped, as PDF: also before its verdict. */
  public Made proof(Caller caller, Optional<OrganisationId> reader, long number, Locale language)
      throws IOException {
    Deposit deposit = find(caller, reader, number, Permission.DEPOSIT_VIEW);
    List<ReceiptView> receipts =
        mayReadReceipts(caller, reader) ? desk.of(caller, reader, deposit.id()) : List.of();
    Paper proof = papers.proof(deposit, receipts, parties(deposit), language);
    String name =
        (language.getLanguage().equals("en") ? "Proof_of_deposit_" : "Preuve_de_depot_")
            + number
            + ".pdf";
    return spooled(name, ReceiptForm.PDF.mediaType(), out -> PdfPrinter.print(proof, out));
  }

  private boolean mayReadReceipts(Caller caller, Optional<OrganisationId> reader) {
    return reader
        .map(one -> permissions.allows(caller, Permission.RECEIPT_READ, one))
        .orElseGet(() -> permissions.allowsEverywhere(caller, Permission.RECEIPT_READ));
  }

  private DepositPapers.Parties parties(Deposit deposit) {
    OrganisationView dropper = organisations.find(SYSTEM, deposit.organisation()).orElseThrow();
    return new DepositPapers.Parties(
        dropper, deposit.certifier().flatMap(one -> organisations.find(SYSTEM, one)).orElse(null));
  }

  private ReceiptView given(
      Caller caller, Optional<OrganisationId> reader, Deposit deposit, ReceiptKind kind) {
    return desk.of(caller, reader, deposit.id()).stream()
        .filter(receipt -> receipt.kind() == kind)
        .findFirst()
        .orElseThrow(() -> none(deposit, kind));
  }

  private static RefusedException none(Deposit deposit, ReceiptKind kind) {
    return new RefusedException(
        RefusedException.Code.NO_SUCH_RECEIPT, kind + " of " + deposit.number());
  }

  private Deposit find(
      Caller caller, Optional<OrganisationId> reader, long number, Permission permission) {
    reader.ifPresentOrElse(
        one -> permissions.require(caller, permission, one),
        () -> permissions.requireEverywhere(caller, permission));
    return deposits
        .findByNumber(number)
        .filter(
            deposit ->
                reader.isEmpty()
                    || reader.get().equals(deposit.organisation())
                    || reader.equals(deposit.certifier()))
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_DEPOSIT, "deposit " + number));
  }

  private Made spooled(String name, String mediaType, FileStore.Content content)
      throws IOException {
    Path file = Files.createTempFile(store.incoming(), "form-", ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.writeTo(out);
      }
      return new Made(
          name,
          mediaType,
          Files.size(file),
          Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
