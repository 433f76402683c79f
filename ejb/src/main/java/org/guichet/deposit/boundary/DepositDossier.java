package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.deposit.control.AttemptReadings;
import org.guichet.deposit.control.CorrectionChain;
import org.guichet.deposit.control.DepositEntries;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.MendingBooks;
import org.guichet.deposit.control.PassageFindings;
import org.guichet.deposit.control.PassageVerdicts;
import org.guichet.deposit.control.RefusalTexts;
import org.guichet.deposit.control.VerdictFindings;
import org.guichet.deposit.entity.CauseCount;
import org.guichet.deposit.entity.ChainStep;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositChain;
import org.guichet.deposit.entity.DepositDetails;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.Figures;
import org.guichet.deposit.entity.FoundPassage;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.flux.FindingCode;
import org.guichet.flux.report.RejectedExtract;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.receipt.boundary.ReceiptIssuing;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptView;

/**
 * Shows one deposit to whoever dropped it, to its certifier, and to whoever may see all: what
 * became of it, and what is wrong with which passage.
 *
 * <p>In each method {@code reader} is the organisation for which somebody reads; empty for those
 * who may see all. A deposit that isn't the reader's is refused like one that isn't there.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class DepositDossier {
  private static final Caller DESK = Caller.system("dossier");
  private static final int MOST_OF_A_NAME = 100;
  private static final int MOST_EXTRACTS = 99;

  /** Longer, and somebody mends a file by the hour. */
  private static final int LONGEST_CHAIN = 100;

  @Inject Deposits deposits;
  @Inject DepositEntries entries;
  @Inject PassageFindings findings;
  @Inject PassageVerdicts verdicts;
  @Inject AttemptReadings readings;
  @Inject MendingBooks books;
  @Inject CorrectionChain chain;
  @Inject ReceiptIssuing receipts;
  @Inject FileStore store;
  @Inject Permissions permissions;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * An extract of rejected passages.
   *
   * @param content to be read once and closed
   */
  public record Extract(String fileName, InputStream content) {}

  /**
   * All about it.
   *
   * @param language in which a refusal is worded
   */
  public DepositDetails view(
      Caller caller, Optional<OrganisationId> reader, long number, Locale language) {
    Deposit deposit = find(caller, reader, number);
    Optional<UUID> attempt = deposit.attempt();
    Figures figures = figures(deposit);
    return new DepositDetails(
        deposit.view(),
        deposit.kept(),
        deposit.takesBack(),
        deposit.status() == DepositStatus.CHECKING
            ? attempt.map(a -> DepositList.share(entries.readTo(a), deposit.size()))
            : Optional.empty(),
        deposit.status().decided() ? figures.passages() : attempt.map(findings::passages).orElse(0),
        attempt
            .map(a -> entries.certifications(List.of(a)).getOrDefault(a, List.of()))
            .orElse(List.of()),
        deposit.refusal().map(code -> told(deposit, code, language)),
        entries.steps(deposit.id()).stream()
            .map(step -> new DepositDetails.Step(step.status(), step.reachedAt()))
            .toList(),
        figures.causes(),
        figures.scores(),
        before(deposit),
        deposit.view().resumes().flatMap(deposits::find).map(Deposit::number),
        entries.resuming(deposit.id()).stream().map(Deposit::number).toList());
  }

  private DepositDetails.Told told(Deposit deposit, RefusalCode code, Locale language) {
    List<String> arguments =
        receipts
            .find(DESK, deposit.id().value(), ReceiptKind.RECEPTION)
            .filter(receipt -> !receipt.ok())
            .or(() -> receipts.find(DESK, deposit.id().value(), ReceiptKind.PROCESSING))
            .map(ReceiptView::arguments)
            .orElse(List.of());
    return new DepositDetails.Told(
        code.number(),
        RefusalTexts.reason(new Refusal(code, arguments, 0, 0), language),
        RefusalTexts.mend(code, language));
  }

  private Optional<DepositDetails.Before> before(Deposit deposit) {
    return entries
        .before(deposit)
        .filter(earlier -> earlier.attempt().isPresent())
        .map(
            earlier ->
                new DepositDetails.Before(
                    earlier.number(), earlier.receivedAt(), figures(earlier).scores()));
  }

  /** Of a deposit whose verdict stands. */
  private Figures figures(Deposit deposit) {
    return deposit
        .attempt()
        .filter(attempt -> deposit.status().decided())
        .map(readings::figures)
        .orElse(Figures.NONE);
  }

  /** The passages in which this was found, in the order of the file. */
  public Page<FoundPassage> passages(
      Caller caller,
      Optional<OrganisationId> reader,
      long number,
      FindingCode code,
      PageRequest part) {
    Deposit deposit = find(caller, reader, number);
    Optional<UUID> attempt = deposit.attempt().filter(a -> deposit.status().decided());
    if (attempt.isEmpty()) {
      return new Page<>(List.of(), 0);
    }
    long total =
        figures(deposit).causes().stream()
            .filter(cause -> cause.code() == code)
            .mapToLong(CauseCount::passages)
            .sum();
    return new Page<>(
        findings.of(attempt.get(), code, part).stream()
            .map(verdict -> found(deposit, verdict))
            .toList(),
        total);
  }

  /** The same behind a position, for who reads all of them: as quick at the end as at the start. */
  public List<FoundPassage> passagesAfter(
      Caller caller,
      Optional<OrganisationId> reader,
      long number,
      FindingCode code,
      int after,
      int most) {
    Deposit deposit = find(caller, reader, number);
    return deposit
        .attempt()
        .filter(attempt -> deposit.status().decided())
        .map(attempt -> findings.after(attempt, code, after, most))
        .orElse(List.of())
        .stream()
        .map(verdict -> found(deposit, verdict))
        .toList();
  }

  /**
   * The passages that go by this idTechnique: one, but for duplicates in one file.
   *
   * @param most how many at the most
   */
  public List<FoundPassage> named(
      Caller caller, Optional<OrganisationId> reader, long number, String idTechnique, int most) {
    Deposit deposit = find(caller, reader, number);
    return deposit
        .attempt()
        .filter(attempt -> deposit.status().decided())
        .map(attempt -> findings.named(attempt, idTechnique, most))
        .orElse(List.of())
        .stream()
        .map(verdict -> found(deposit, verdict))
        .toList();
  }

  private static FoundPassage found(Deposit deposit, PassageVerdict verdict) {
    return new FoundPassage(
        verdict.passage(),
        Optional.ofNullable(verdict.idTechnique()),
        verdict.line(),
        verdict.outcome(),
        verdict.withdrawn(),
        VerdictFindings.of(verdict, deposit.sender()));
  }

  /** Whether {@link #rejects} would have something to give. */
  public boolean mendable(Caller caller, Optional<OrganisationId> reader, long number) {
    Deposit deposit = find(caller, reader, number);
    return deposit.kept()
        && deposit.kind() == DepositKind.REAL
        && deposit.status().decided()
        && !deposit.takesBack()
        && deposit.attempt().isPresent()
        && books.open(deposit) > 0;
  }

  /**
   * A deposit and what was dropped to mend it, as far as the reader may see it. The steps of others
   * are left out.
   */
  public DepositChain chain(Caller caller, Optional<OrganisationId> reader, long number) {
    Deposit first = find(caller, reader, number);
    Optional<Deposit> mended = mended(first, reader);
    for (int i = 0; i < LONGEST_CHAIN && mended.isPresent(); i++) {
      first = mended.get();
      mended = mended(first, reader);
    }
    Map<DepositId, Deposit> all = new LinkedHashMap<>();
    all.put(first.id(), first);
    List<Deposit> level = List.of(first);
    for (int i = 0; i < LONGEST_CHAIN && !level.isEmpty(); i++) {
      level = chain.correcting(level.stream().map(Deposit::id).toList());
      level.forEach(one -> all.put(one.id(), one));
    }
    int left = first.status().decided() ? books.open(first) : 0;
    return new DepositChain(
        all.values().stream()
            .filter(one -> visible(one, reader))
            .sorted(Comparator.comparing(Deposit::number))
            .map(one -> step(one, all))
            .toList(),
        left);
  }

  /** What a deposit mends, unless that is none of the reader's business. */
  private Optional<Deposit> mended(Deposit deposit, Optional<OrganisationId> reader) {
    return deposit.corrects().flatMap(deposits::find).filter(one -> visible(one, reader));
  }

  private static ChainStep step(Deposit one, Map<DepositId, Deposit> all) {
    DepositView view = one.view();
    return new ChainStep(
        one.number(),
        one.corrects().map(all::get).map(Deposit::number),
        one.status(),
        view.accepted(),
        view.rejected(),
        one.receivedAt());
  }

  /**
   * A flux of just the rejected passages, ready to be mended and dropped; without those that are
   * accepted already under their idTechnique. Empty when the file is gone, can't be read to its
   * end, or is refused for something outside of passages.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // it reads a file meanwhile
  public Optional<Extract> rejects(Caller caller, Optional<OrganisationId> reader, long number)
      throws IOException {
    Deposit deposit = find(caller, reader, number);
    Optional<UUID> attempt = deposit.attempt();
    if (!mendable(caller, reader, number) || attempt.isEmpty()) {
      return Optional.empty();
    }
    List<RejectedExtract.PassagePlace> places = new ArrayList<>();
    verdicts.forEachRejected(
        attempt.get(),
        verdict -> {
          if (verdict.cause() != FindingCode.DUPLICATE) {
            places.add(new RejectedExtract.PassagePlace(verdict.offset(), verdict.length()));
          }
        });
    String idFlux = deposit.view().idFlux().orElse("");
    int extract = free(deposit.organisation(), idFlux);
    Path file = Files.createTempFile(store.incoming(), "extract-", ".tmp");
    try (SeekableByteChannel bytes = store.openChannel(deposit.sha256().orElseThrow());
        OutputStream out = Files.newOutputStream(file)) {
      RejectedExtract.Result result =
          new RejectedExtract(
                  bytes, out, clock.instant().atZone(settings.zone()).toOffsetDateTime(), extract)
              .write(idFlux, places);
      if (result != RejectedExtract.Result.WRITTEN) {
        Files.delete(file);
        return Optional.empty();
      }
    }
    return Optional.of(
        new Extract(
            name(deposit.fileName(), extract),
            Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
  }

  /** The first number under which no extract was dropped yet. */
  private int free(OrganisationId organisation, String idFlux) {
    return Stream.iterate(1, n -> n < MOST_EXTRACTS, n -> n + 1)
        .filter(n -> !entries.dropped(organisation, RejectedExtract.id(idFlux, n)))
        .findFirst()
        .orElse(MOST_EXTRACTS);
  }

  private static String name(String dropped, int extract) {
    String stem = dropped.replaceFirst("(?i)\\.xml$", "");
    return stem.substring(0, Math.min(stem.length(), MOST_OF_A_NAME)) + "-R" + extract + ".xml";
  }

  private static boolean visible(Deposit deposit, Optional<OrganisationId> reader) {
    return reader.isEmpty()
        || reader.get().equals(deposit.organisation())
        || reader.equals(deposit.certifier());
  }

  private Deposit find(Caller caller, Optional<OrganisationId> reader, long number) {
    DepositList.permit(permissions, caller, reader);
    return deposits
        .findByNumber(number)
        .filter(deposit -> visible(deposit, reader))
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_DEPOSIT, "deposit " + number));
  }
}
