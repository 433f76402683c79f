package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.deposit.boundary.DepositDossier;
import org.guichet.deposit.entity.FoundPassage;
import org.guichet.deposit.entity.PassageOutcome;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FindingTexts;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs the part of {@code /portal/deposit} that shows passages: those of one cause, or those that
 * go by an idTechnique.
 */
@Named
@RequestScoped
public class CausePage {
  private static final int SIZE = 20;

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject DepositDossier dossier;
  @Inject DepositPage deposit;

  private @Nullable Page<FoundPassage> found;

  /** The idTechnique that is searched for; empty for none. */
  public String getWanted() {
    String asked = Optional.ofNullable(request.getParameter("passage")).orElse("").strip();
    return asked.length() > 255 ? asked.substring(0, 255) : asked;
  }

  private Optional<FindingCode> code() {
    return new Asked(request).one("cause", FindingCode.class);
  }

  /** The cause that is opened; empty for none. */
  public String getCode() {
    return code().map(Enum::name).orElse("");
  }

  public boolean isOpen() {
    return code().isPresent() || !getWanted().isEmpty();
  }

  private Page<FoundPassage> found() {
    if (found == null) {
      found = getWanted().isEmpty() ? ofCause() : named();
    }
    return found;
  }

  private Page<FoundPassage> ofCause() {
    return code()
        .map(
            code ->
                dossier.passages(
                    visitor.caller(),
                    visitor.caller().organisation(),
                    deposit.number(),
                    code,
                    new PageRequest((getPage() - 1) * SIZE, SIZE)))
        .orElse(new Page<>(List.of(), 0));
  }

  private Page<FoundPassage> named() {
    List<FoundPassage> all =
        dossier.named(
            visitor.caller(), visitor.caller().organisation(), deposit.number(), getWanted(), SIZE);
    return new Page<>(all, all.size());
  }

  /** What the cause is called. */
  public String getTitle() {
    return code().map(one -> FindingTexts.title(one, language.getLocale())).orElse("");
  }

  public List<Row> getRows() {
    return found().rows().stream().map(this::row).toList();
  }

  private Row row(FoundPassage passage) {
    List<Told> told =
        passage.findings().stream()
            .filter(finding -> code().isEmpty() || finding.code() == code().get())
            .map(this::told)
            .toList();
    String state =
        passage.withdrawn()
            ? "withdrawn"
            : passage.outcome() == PassageOutcome.OK ? "accepted" : "rejected";
    return new Row(
        passage.idTechnique().orElse(""),
        texts().text("deposit.passage.place", passage.position(), passage.line()),
        texts().text("deposit.passage." + state),
        passage.withdrawn() ? "ne" : passage.outcome() == PassageOutcome.OK ? "ok" : "ko",
        passage.withdrawn() ? "ban" : passage.outcome() == PassageOutcome.OK ? "up" : "down",
        told,
        passage.idTechnique().map(id -> Asked.query(Map.of("ids", id))).orElse(""));
  }

  private Told told(Finding finding) {
    return new Told(
        finding.code().number(),
        FindingTexts.title(finding.code(), language.getLocale()),
        Optional.ofNullable(finding.value()).orElse(""),
        FindingTexts.expected(finding, language.getLocale()),
        FindingTexts.explanation(finding, language.getLocale()),
        FindingTexts.mend(finding, language.getLocale()),
        finding.path(),
        finding.line() == 0
            ? ""
            : texts().text("deposit.finding.place", finding.line(), finding.column()));
  }

  /** From 1. */
  public int getPage() {
    return new Asked(request).page();
  }

  public boolean isMore() {
    return getWanted().isEmpty() && (long) getPage() * SIZE < found().total();
  }

  /** {@code Passages 1 à 20 sur 312}. */
  public String getExtent() {
    if (found().rows().isEmpty()) {
      return "";
    }
    NumberFormat numbers = NumberFormat.getIntegerInstance(language.getLocale());
    long first = (getPage() - 1L) * SIZE + 1;
    return texts()
        .text(
            "deposit.passages.extent",
            numbers.format(first),
            numbers.format(first + found().rows().size() - 1),
            numbers.format(found().total()));
  }

  /** Asks for this cause again; ends so that more can follow. */
  public String getQuery() {
    return Asked.query(Map.of("number", Long.toString(deposit.number()), "cause", getCode()));
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /**
   * A passage.
   *
   * @param place where it stands in the file
   * @param naming names it in an address
   */
  public record Row(
      String idTechnique,
      String place,
      String state,
      String look,
      String icon,
      List<Told> findings,
      String naming) {
    public Row {
      findings = List.copyOf(findings);
    }
  }

  /** What is wrong with it, and what to do. */
  public record Told(
      String number,
      String title,
      String value,
      String expected,
      String explanation,
      String mend,
      String path,
      String place) {}
}
