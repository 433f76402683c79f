package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.deposit.boundary.DepositDossier;
import org.guichet.deposit.entity.CauseCount;
import org.guichet.deposit.entity.DepositDetails;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.flux.Dimension;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.Severity;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.receipt.boundary.ReceiptDesk;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Sizes;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/deposit?number=…}: what became of one deposit, its receipts, and what is
 * wrong with it by cause. {@link CausePage} opens a cause.
 */
@Named
@RequestScoped
public class DepositPage {
  private static final double WHOLE = 100;

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject DepositDossier dossier;
  @Inject ReceiptDesk desk;
  @Inject Permissions permissions;
  @Inject Sizes sizes;

  private @Nullable DepositDetails details;

  DepositDetails details() {
    if (details == null) {
      details = dossier.view(visitor.caller(), reader(), number(), language.getLocale());
    }
    return details;
  }

  private DepositView deposit() {
    return details().deposit();
  }

  /** Nonsense in the address is a deposit that isn't there. */
  long number() {
    String asked = Optional.ofNullable(request.getParameter("number")).orElse("");
    if (!asked.matches("[1-9]\\d{0,17}")) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_DEPOSIT, "deposit without number");
    }
    return Long.parseLong(asked);
  }

  private Optional<OrganisationId> reader() {
    return visitor.caller().organisation();
  }

  public long getNumber() {
    return deposit().number();
  }

  /** As it is shown: {@code 77 598}. */
  public String getNumberText() {
    return number(deposit().number());
  }

  public String getFileName() {
    return deposit().fileName();
  }

  public DepositLook getStatus() {
    return DepositLook.of(deposit().status(), texts());
  }

  public boolean isTrial() {
    return deposit().kind() == DepositKind.TRIAL;
  }

  public boolean isTakingBack() {
    return details().takesBack();
  }

  public Instant getReceivedAt() {
    return deposit().receivedAt();
  }

  public String getChannel() {
    return texts().text("deposit.channel." + deposit().channel());
  }

  /** Whether it will change soon by itself. */
  public boolean isMoving() {
    return deposit().status() == DepositStatus.RECEIVED
        || deposit().status() == DepositStatus.CHECKING;
  }

  /** How much of it is read, in hundredths; 0 while it waits. */
  public int getPercent() {
    return details().read().map(share -> (int) Math.round(share * WHOLE)).orElse(0);
  }

  /** Whether its passages were judged. */
  public boolean isJudged() {
    return deposit().accepted() + deposit().rejected() > 0;
  }

  public String getAccepted() {
    return number(deposit().accepted());
  }

  public String getRejected() {
    return number(deposit().rejected());
  }

  public boolean isAnyRejected() {
    return deposit().rejected() > 0;
  }

  /** How many passages were read, in words with their certifications. */
  public String getExtent() {
    String certifications =
        String.join(", ", details().certifications().stream().limit(3).toList());
    int more = Math.max(0, details().certifications().size() - 3);
    return texts()
        .text(
            "deposit.extent",
            details().passages(),
            certifications.isEmpty() ? 0 : 1,
            certifications,
            more);
  }

  /** The accepted share of the passages, in hundredths, for the bar; rounded down. */
  public String getAcceptedShare() {
    return String.format(
        Locale.ROOT,
        "%.2f",
        WHOLE * deposit().accepted() / Math.max(1, deposit().accepted() + deposit().rejected()));
  }

  public DepositDetails.@Nullable Told getRefusal() {
    return details().refusal().orElse(null);
  }

  /** Whether there is an extract of rejected passages to be had. */
  public boolean isMendable() {
    return dossier.mendable(visitor.caller(), reader(), number());
  }

  /** Whether the visitor may read receipts. */
  public boolean isReceiptsVisible() {
    Caller caller = visitor.caller();
    return reader()
        .map(own -> permissions.allows(caller, Permission.RECEIPT_READ, own))
        .orElseGet(() -> permissions.allowsEverywhere(caller, Permission.RECEIPT_READ));
  }

  /** Whether there is an organisation that was given the receipts and may send them again. */
  public boolean isSendable() {
    return reader().isPresent() && isReceiptsVisible();
  }

  public List<Receipt> getReceipts() {
    return desk.of(visitor.caller(), reader(), deposit().id()).stream().map(this::receipt).toList();
  }

  private Receipt receipt(ReceiptView given) {
    boolean reception = given.kind() == ReceiptKind.RECEPTION;
    String outcome;
    if (reception || !given.ok()) {
      outcome = texts().text("deposit.receipt." + given.kind() + (given.ok() ? ".ok" : ".ko"));
    } else {
      outcome = texts().text("deposit.receipt.judged", deposit().accepted(), deposit().rejected());
    }
    boolean clean = given.ok() && (reception || deposit().rejected() == 0);
    return new Receipt(
        given.kind(),
        given.number(),
        texts().text("deposit.receipt." + given.kind()),
        outcome,
        clean ? "ok" : given.ok() ? "wa" : "ko",
        clean ? "up" : given.ok() ? "half" : "down",
        given.issuedAt(),
        sizes.text(given.size()));
  }

  public List<Step> getSteps() {
    return details().steps().stream()
        .map(step -> new Step(DepositLook.of(step.status(), texts()), step.reachedAt()))
        .toList();
  }

  /** How long the analysis took; empty before its end. */
  public String getDuration() {
    return deposit()
        .decidedAt()
        .map(end -> Duration.between(deposit().receivedAt(), end).toSeconds())
        .map(seconds -> texts().text("deposit.duration", seconds))
        .orElse("");
  }

  public List<Fact> getFacts() {
    DepositView deposit = deposit();
    return Stream.of(
            fact("flux", deposit.idFlux()),
            fact("sender", Optional.of(deposit.sender().value())),
            fact("certifier", deposit.certifier()),
            fact("contract", deposit.contract()),
            fact("treatment", deposit.treatment().map(String::valueOf)),
            fact("sha256", deposit.sha256().map(Object::toString)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Fact> fact(String name, Optional<String> value) {
    return value.map(text -> new Fact(texts().text("deposit." + name), text));
  }

  public String getSize() {
    return sizes.text(deposit().size());
  }

  public List<Link> getRelated() {
    DepositDetails all = details();
    return Stream.concat(
            all.resumes().stream().map(number -> link("deposit.resumes", number)),
            all.resumedBy().stream().map(number -> link("deposit.resumed", number)))
        .toList();
  }

  private Link link(String text, long number) {
    return new Link(texts().text(text, number(number)), number);
  }

  public List<Score> getScores() {
    Map<Dimension, Double> scores = details().scores();
    Map<Dimension, Double> before =
        details().before().map(DepositDetails.Before::scores).orElse(Map.of());
    return Stream.of(Dimension.values())
        .filter(scores::containsKey)
        .map(
            dimension ->
                score(dimension, scores.getOrDefault(dimension, 0.0), before.get(dimension)))
        .toList();
  }

  private Score score(Dimension dimension, double now, @Nullable Double before) {
    double difference = before == null ? 0 : round(now) - round(before);
    String change =
        before == null
            ? "–"
            : difference == 0
                ? texts().text("deposit.score.same")
                : texts()
                    .text(
                        difference > 0 ? "deposit.score.up" : "deposit.score.down",
                        points(Math.abs(difference)));
    return new Score(
        texts().text("deposit.dimension." + dimension),
        texts().text("deposit.dimension." + dimension + ".what"),
        String.format(Locale.ROOT, "%.1f", Math.floor(now * 1000) / 10),
        points(round(now)),
        before == null ? "–" : points(round(before)),
        change,
        difference > 0 ? "ok" : difference < 0 ? "ko" : "muted");
  }

  /** In hundredths with a tenth, never rounded up to a whole that it isn't. */
  private static double round(double share) {
    return Math.floor(share * 1000) / 10;
  }

  private String points(double hundredths) {
    NumberFormat numbers = NumberFormat.getNumberInstance(language.getLocale());
    numbers.setMinimumFractionDigits(1);
    numbers.setMaximumFractionDigits(1);
    numbers.setRoundingMode(RoundingMode.HALF_UP);
    return numbers.format(hundredths);
  }

  /** The earlier deposit that the scores are compared with; null for none. */
  public @Nullable Link getCompared() {
    return details()
        .before()
        .map(before -> new Link(number(before.number()), before.number()))
        .orElse(null);
  }

  public List<Cause> getCauses() {
    List<CauseCount> causes = details().causes();
    int most = causes.stream().mapToInt(CauseCount::passages).max().orElse(1);
    return causes.stream().map(cause -> cause(cause, most)).toList();
  }

  private Cause cause(CauseCount cause, int most) {
    boolean warning = cause.severity() == Severity.WARNING;
    double share = WHOLE * cause.passages() / Math.max(1, details().passages());
    return new Cause(
        cause.code().name(),
        cause.code().number(),
        FindingTexts.title(cause.code(), language.getLocale()),
        warning ? "wa" : "ko",
        warning ? "warn" : "down",
        texts().text(warning ? "deposit.cause.warning" : "deposit.cause.rejected"),
        number(cause.passages()),
        share < 0.1 ? texts().text("deposit.share.small") : points(share) + "\u00a0%",
        String.format(Locale.ROOT, "%.1f", WHOLE * cause.passages() / most));
  }

  private String number(long number) {
    return NumberFormat.getIntegerInstance(language.getLocale()).format(number);
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** A receipt to download. */
  public record Receipt(
      ReceiptKind kind,
      String number,
      String name,
      String outcome,
      String look,
      String icon,
      Instant issuedAt,
      String size) {}

  /** A step in the life of a deposit. */
  public record Step(DepositLook look, Instant reachedAt) {}

  /** Something that its file or the desk says of it, to be copied. */
  public record Fact(String name, String value) {}

  /** Another deposit. */
  public record Link(String text, long number) {}

  /**
   * How good the data are in one respect.
   *
   * @param share in hundredths, for the bar
   * @param look class of the change
   */
  public record Score(
      String name,
      String what,
      String share,
      String now,
      String before,
      String change,
      String look) {}

  /**
   * Something that was found.
   *
   * @param code by which the address names it
   * @param number by which people know it
   * @param of share of the passages, in words
   * @param bar its length beside the most frequent one's, in hundredths
   */
  public record Cause(
      String code,
      String number,
      String title,
      String look,
      String icon,
      String severity,
      String passages,
      String of,
      String bar) {}
}
