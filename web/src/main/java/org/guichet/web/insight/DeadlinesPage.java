package org.guichet.web.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.flux.FindingTexts;
import org.guichet.insight.boundary.Deadlines;
import org.guichet.insight.entity.DeadlineRow;
import org.guichet.insight.entity.DeadlineState;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.guichet.web.portal.WorkedFor;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/deadlines}: passages that were refused and aren't accepted yet, by the last
 * day on which they can be declared in time. Its address says what is shown.
 */
@Named
@RequestScoped
public class DeadlinesPage {
  @Inject HttpServletRequest request;
  @Inject WorkedFor worked;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject Deadlines deadlines;
  @Inject Settings settings;
  @Inject Clock clock;

  private @Nullable DeadlinesAsked asked;
  private @Nullable Page<DeadlineRow> found;

  private DeadlinesAsked asked() {
    if (asked == null) {
      asked = DeadlinesAsked.asked(request);
    }
    return asked;
  }

  private Page<DeadlineRow> found() {
    if (found == null) {
      found =
          asked().list(deadlines, worked.caller(), StatisticsPage.reader(worked), asked().part());
    }
    return found;
  }

  /** The page's name; whether the visitor may see it is judged with it. */
  public String getTitle() {
    found();
    return texts().text("deadlines.title");
  }

  public boolean isFiltered() {
    return asked().filtered();
  }

  /** Whether what was typed for a matricule isn't one. */
  public boolean isUnreadable() {
    return asked().unreadable();
  }

  public String getSender() {
    return asked().issuer();
  }

  public String getState() {
    return asked().state().map(Enum::name).orElse("");
  }

  /** Asks for what is shown now; ends so that more can follow. */
  public String getQuery() {
    return asked().address();
  }

  /** All, and each state. */
  public List<Choice> getStates() {
    int soon = deadlines.soon(worked.caller(), StatisticsPage.reader(worked));
    List<Choice> all = new ArrayList<>();
    all.add(choice(texts().text("deadlines.all"), Optional.empty()));
    for (DeadlineState state : DeadlineState.values()) {
      all.add(choice(texts().text("deadlines.state." + state, soon), Optional.of(state)));
    }
    return all;
  }

  private Choice choice(String text, Optional<DeadlineState> state) {
    return new Choice(text, asked().in(state), asked().state().equals(state));
  }

  public List<Row> getRows() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    return found().rows().stream().map(row -> row(row, today)).toList();
  }

  private Row row(DeadlineRow row, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, row.deadline());
    String left =
        days < 0 ? texts().text("deadlines.over", -days) : texts().text("deadlines.left", days);
    return new Row(
        row.idTechnique(),
        row.issuer().value(),
        row.issuerName(),
        row.deadline(),
        dates.day(row.deadline()),
        left,
        switch (row.state()) {
          case LATE -> "ko";
          case SOON -> "wa";
          case LATER -> "ne";
        },
        row.state() == DeadlineState.LATE ? "warn" : "clock",
        row.number(),
        row.fileName(),
        row.cause()
            .map(cause -> FindingTexts.title(cause, language.getLocale()))
            .orElseGet(() -> texts().text("deadlines.whole")));
  }

  public int getPage() {
    return asked().page();
  }

  public boolean isMore() {
    return asked().first() + found().rows().size() < found().total();
  }

  /** {@code Passages 26 à 50 sur 1 234}. */
  public String getExtent() {
    NumberFormat numbers = NumberFormat.getIntegerInstance(language.getLocale());
    return texts()
        .text(
            "deadlines.extent",
            numbers.format(asked().first() + 1L),
            numbers.format(asked().first() + (long) found().rows().size()),
            numbers.format(found().total()));
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** Something to choose; the query that asks for it. */
  public record Choice(String text, String query, boolean chosen) {}

  /**
   * A passage.
   *
   * @param left how many days are left, or over
   * @param number of the deposit that tells more
   */
  public record Row(
      String idTechnique,
      String issuer,
      String issuerName,
      LocalDate deadline,
      String day,
      String left,
      String look,
      String icon,
      long number,
      String fileName,
      String cause) {}
}
