package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Paper;
import org.guichet.platform.entity.Paper.Look;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.Sha256;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptView;
import org.jspecify.annotations.Nullable;

/** Makes papers about deposits: both receipts, and the proof that something was dropped. */
@Dependent
public class DepositPapers {
  /** So many findings of each cause are shown on paper; it says how many there are. */
  public static final int MOST_OF_A_CAUSE = 10;

  @Inject VerdictReport report;
  @Inject Settings settings;

  /** Who dropped it, and for whom. */
  public record Parties(OrganisationView dropper, @Nullable OrganisationView certifier) {}

  /** A receipt, in words. */
  public Paper receipt(Deposit deposit, ReceiptView given, Parties parties, Locale language)
      throws IOException {
    PaperTexts texts = PaperTexts.in(language);
    List<Paper.Part> parts = new ArrayList<>();
    boolean processing = given.kind() == ReceiptKind.PROCESSING;
    if (!given.ok()) {
      parts.add(refused(deposit, given, texts));
    } else if (!processing) {
      String answer = given.trial() ? "OK.trial" : "OK";
      parts.add(
          Paper.Part.texts("", List.of(RefusalTexts.answer(answer, List.of(), texts.locale()))));
    }
    parts.add(Paper.Part.facts(texts.text("file"), facts(deposit, parties, texts)));
    if (processing) {
      PaperReport figures = new PaperReport(texts);
      report.tell(deposit, texts.locale(), MOST_OF_A_CAUSE, figures);
      parts.addAll(figures.parts());
    }
    parts.add(
        Paper.Part.facts(
            texts.text("receipt"),
            List.of(
                fact(texts, "issued", texts.instant(given.issuedAt(), settings.zone())),
                code(texts, "receipt.file", given.fileName()),
                code(texts, "receipt.sha256", given.sha256().hex()))));
    parts.add(Paper.Part.texts("", List.of(texts.text("receipt.true"))));
    return new Paper(
        texts.locale(),
        texts.text("office"),
        texts.text(given.kind() + (given.trial() ? ".trial" : "")),
        texts.text("about", given.number(), texts.number(deposit.number())),
        stamp(deposit, given, texts),
        parts,
        texts.text("foot", given.number(), Long.toString(deposit.number())),
        given.issuedAt());
  }

  private Paper.Stamp stamp(Deposit deposit, ReceiptView given, PaperTexts texts) {
    if (!given.ok()) {
      return new Paper.Stamp(Look.BAD, texts.text("stamp.refused", String.valueOf(given.code())));
    }
    if (given.kind() == ReceiptKind.RECEPTION) {
      return new Paper.Stamp(Look.GOOD, texts.text("stamp.received"));
    }
    DepositView view = deposit.view();
    Look look = view.rejected() == 0 ? Look.GOOD : view.accepted() == 0 ? Look.BAD : Look.MIXED;
    return new Paper.Stamp(
        look,
        texts.text("stamp.judged", texts.number(view.accepted()), texts.number(view.rejected())));
  }

  private static Paper.Part refused(Deposit deposit, ReceiptView given, PaperTexts texts) {
    RefusalCode code = deposit.refusal().orElse(RefusalCode.GIVEN_UP);
    return Paper.Part.texts(
        texts.text("refused"),
        List.of(
            RefusalTexts.reason(new Refusal(code, given.arguments(), 0, 0), texts.locale()),
            RefusalTexts.mend(code, texts.locale())));
  }

  /**
   * The proof that a file was dropped, and what became of it.
   *
   * @param receipts those that the reader was given
   */
  public Paper proof(
      Deposit deposit, List<ReceiptView> receipts, Parties parties, Locale language) {
    PaperTexts texts = PaperTexts.in(language);
    DepositView view = deposit.view();
    List<Paper.Part> parts = new ArrayList<>();
    parts.add(Paper.Part.texts("", List.of(texts.text("proof.what"))));
    parts.add(Paper.Part.facts(texts.text("file"), facts(deposit, parties, texts)));
    parts.add(Paper.Part.facts(texts.text("outcome"), outcome(deposit, texts)));
    if (!receipts.isEmpty()) {
      parts.add(
          Paper.Part.table(
              texts.text("receipts"),
              "",
              List.of(texts.text("receipt"), texts.text("issued"), texts.text("receipt.sha256")),
              receipts.stream()
                  .map(
                      given ->
                          List.of(
                              texts.text(given.kind().name()) + " " + given.number(),
                              texts.instant(given.issuedAt(), settings.zone()),
                              given.sha256().hex()))
                  .toList(),
              ""));
    }
    view.sha256().ifPresent(digest -> parts.add(verifying(deposit, texts)));
    return new Paper(
        texts.locale(),
        texts.text("office"),
        texts.text(deposit.trial() ? "proof.trial" : "proof"),
        texts.text("proof.about", texts.number(deposit.number())),
        new Paper.Stamp(Look.NEUTRAL, texts.text("stamp.dropped", received(deposit, texts))),
        parts,
        texts.text("proof.foot", Long.toString(deposit.number())),
        deposit.decidedAt().orElse(deposit.receivedAt()));
  }

  private Paper.Part verifying(Deposit deposit, PaperTexts texts) {
    String page = settings.publicUrl() + "/portal/deposit?number=" + deposit.number();
    return Paper.Part.texts(
        texts.text("verify"),
        Stream.of("verify.what", "verify.windows", "verify.others", "verify.compare")
            .map(key -> texts.text(key, page))
            .toList());
  }

  private String received(Deposit deposit, PaperTexts texts) {
    return texts.instant(deposit.receivedAt(), settings.zone());
  }

  private List<Paper.Fact> facts(Deposit deposit, Parties parties, PaperTexts texts) {
    DepositView view = deposit.view();
    return Stream.of(
            Optional.of(fact(texts, "number", texts.number(view.number()))),
            Optional.of(code(texts, "name", view.fileName())),
            Optional.of(fact(texts, "size", texts.text("bytes", texts.number(view.size())))),
            view.sha256().map(Sha256::hex).map(hex -> code(texts, "sha256", hex)),
            Optional.of(fact(texts, "received", received(deposit, texts))),
            Optional.of(code(texts, "received.machine", deposit.receivedAt().toString())),
            Optional.of(fact(texts, "sender", named(parties.dropper()))),
            Optional.of(fact(texts, "channel", texts.text("channel." + view.channel()))),
            Optional.ofNullable(parties.certifier())
                .map(one -> fact(texts, "certifier", named(one)))
                .or(() -> view.certifier().map(one -> fact(texts, "certifier", one))),
            view.contract().map(one -> code(texts, "contract", one)),
            view.idFlux().map(one -> code(texts, "flux", one)),
            view.treatment().map(one -> code(texts, "treatment", Long.toString(one))))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Paper.Fact> outcome(Deposit deposit, PaperTexts texts) {
    DepositView view = deposit.view();
    // That passages were taken back since doesn't change what was decided.
    DepositStatus decided =
        view.status() != DepositStatus.WITHDRAWN
            ? view.status()
            : view.rejected() == 0 ? DepositStatus.ACCEPTED : DepositStatus.PARTLY_ACCEPTED;
    return Stream.of(
            Optional.of(fact(texts, "status", texts.text("status." + decided))),
            view.decidedAt().map(at -> fact(texts, "decided", texts.instant(at, settings.zone()))),
            counted(view, "accepted", view.accepted(), texts),
            counted(view, "rejected", view.rejected(), texts),
            view.refusal().map(code -> code(texts, "refusal", code.number())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Paper.Fact> counted(
      DepositView view, String name, int count, PaperTexts texts) {
    return view.accepted() + view.rejected() > 0
        ? Optional.of(fact(texts, name, texts.number(count)))
        : Optional.empty();
  }

  private static Paper.Fact fact(PaperTexts texts, String name, String value) {
    return new Paper.Fact(texts.text(name), value, false);
  }

  private static Paper.Fact code(PaperTexts texts, String name, String value) {
    return new Paper.Fact(texts.text(name), value, true);
  }

  private static String named(OrganisationView organisation) {
    return organisation.name() + " (" + organisation.matricule() + ")";
  }
}
