package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guichet.deposit.boundary.PassageSearch;
import org.guichet.deposit.entity.PassageHit;
import org.guichet.deposit.entity.PassageHits;
import org.guichet.deposit.entity.PassageKey;
import org.guichet.deposit.entity.PassageOutcome;
import org.guichet.deposit.entity.PassageQuery;
import org.guichet.deposit.entity.PassageQuery.By;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/passages?by=…&q=…}: passages across deposits, by their idTechnique or by
 * their holder's name. A part is followed by what stands behind its last row.
 */
@Named
@RequestScoped
public class PassagesPage {
  private static final int SIZE = 25;
  private static final Pattern KEY = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject PassageSearch search;

  private @Nullable PassageHits hits;

  public String getText() {
    String text = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
    return text.length() > 255 ? text.substring(0, 255) : text;
  }

  public String getFirstName() {
    return isByName() ? new Asked(request).text("first") : "";
  }

  private By by() {
    return isNamesSearched() ? new Asked(request).one("by", By.class).orElse(By.ID) : By.ID;
  }

  public boolean isByName() {
    return by() == By.NAME;
  }

  /** Whether there is an organisation among whose own deposits names are searched. */
  public boolean isNamesSearched() {
    return visitor.caller().organisation().isPresent();
  }

  public boolean isAsked() {
    return !getText().isEmpty();
  }

  public boolean isTooShort() {
    return isByName() && isAsked() && getText().length() < PassageSearch.SHORTEST_NAME;
  }

  private PassageHits hits() {
    if (hits == null) {
      hits =
          search.find(
              visitor.caller(),
              visitor.caller().organisation(),
              new PassageQuery(by(), getText(), getFirstName(), after(), SIZE));
    }
    return hits;
  }

  private Optional<PassageKey> after() {
    Matcher key = KEY.matcher(new Asked(request).text("after"));
    return key.matches()
        ? Optional.of(new PassageKey(Long.parseLong(key.group(1)), Integer.parseInt(key.group(2))))
        : Optional.empty();
  }

  /** Whether this isn't the first part. */
  public boolean isContinued() {
    return after().isPresent();
  }

  public List<Row> getRows() {
    return hits().rows().stream().map(this::row).toList();
  }

  private Row row(PassageHit hit) {
    return Row.of(hit, Texts.in(language.getLocale()));
  }

  /** How many there are, as far as anybody counts. */
  public String getExtent() {
    Texts texts = Texts.in(language.getLocale());
    NumberFormat numbers = NumberFormat.getIntegerInstance(language.getLocale());
    int counted = hits().counted();
    if (counted == 0) {
      return "";
    }
    boolean all = isByName() ? counted < PassageHits.COUNTED : !hits().more();
    return texts.text(
        all ? "passages.extent" : "passages.extent.more",
        numbers.format(all || isByName() ? counted : hits().rows().size()));
  }

  public String getSearch() {
    return Asked.query(asked());
  }

  /** What follows this part; empty when nothing does, or nobody looks further. */
  public String getNext() {
    List<PassageHit> rows = hits().rows();
    if (!hits().more() || !isByName() || rows.isEmpty()) {
      return "";
    }
    PassageKey last = rows.get(rows.size() - 1).key();
    Map<String, String> all = asked();
    all.put("after", last.number() + "-" + last.passage());
    return Asked.query(all);
  }

  private Map<String, String> asked() {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("by", by().name());
    asked.put("q", getText());
    asked.put("first", getFirstName());
    return asked;
  }

  /**
   * A passage, and where it is to be seen.
   *
   * @param holder empty unless names are searched
   * @param query of the page that shows it
   */
  public record Row(
      String idTechnique,
      String holder,
      String fileName,
      long number,
      String query,
      Instant receivedAt,
      String look,
      String icon,
      String state) {
    public static Row of(PassageHit hit, Texts texts) {
      boolean ok = hit.outcome() == PassageOutcome.OK;
      String state = hit.withdrawn() ? "withdrawn" : ok ? "accepted" : "rejected";
      Map<String, String> query = new LinkedHashMap<>();
      query.put("number", Long.toString(hit.key().number()));
      query.put("passage", hit.idTechnique().orElse(""));
      return new Row(
          hit.idTechnique().orElse(""),
          hit.holder().orElse(""),
          hit.fileName(),
          hit.key().number(),
          Asked.query(query),
          hit.receivedAt(),
          hit.withdrawn() ? "ne" : ok ? "ok" : "ko",
          hit.withdrawn() ? "ban" : ok ? "up" : "down",
          texts.text("deposit.passage." + state));
    }
  }
}
