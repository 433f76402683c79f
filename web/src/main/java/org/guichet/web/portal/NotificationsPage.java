package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.guichet.account.boundary.OwnNews;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.guichet.web.portal.NewsFeed.Happening;
import org.jspecify.annotations.Nullable;

/**
 * Backs the bell of the top bar and {@code /portal/notifications}: what happened of late, the
 * newest first, and which of it came after the visitor last said that all was seen.
 */
@Named
@RequestScoped
public class NotificationsPage {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject NewsFeed feed;
  @Inject OwnNews own;

  private @Nullable List<Row> rows;

  public List<Row> getRows() {
    if (rows == null) {
      Instant seen = own.seenUntil(visitor.caller());
      rows =
          feed.all().stream()
              .sorted(Comparator.comparing(Happening::at).reversed())
              .map(happening -> row(happening, happening.at().isAfter(seen)))
              .toList();
    }
    return rows;
  }

  /** How many came since. */
  public long getUnread() {
    return getRows().stream().filter(Row::unread).count();
  }

  /** What the bell is called. */
  public String getLabel() {
    return texts().text("news.bell", getUnread());
  }

  /** How far seeing all goes: up to the newest shown, not to what came in between. */
  public String getNewest() {
    return getRows().isEmpty() ? "" : getRows().get(0).at().toString();
  }

  /** How far back, and how many of each kind, is shown. */
  public String getScope() {
    return texts().text("news.scope", NewsFeed.WINDOW.toDays(), NewsFeed.MOST);
  }

  private Row row(Happening happening, boolean unread) {
    Texts texts = texts();
    Object[] arguments =
        happening.arguments().stream()
            .map(argument -> argument instanceof Instant day ? dates.day(day) : argument)
            .toArray();
    boolean several = visitor.getOrganisations().size() > 1;
    return new Row(
        happening.at(),
        happening.look(),
        happening.icon(),
        texts.text("news." + happening.kind(), arguments),
        texts.text("news." + happening.kind() + ".todo", arguments),
        several ? happening.organisation() : "",
        happening.address(),
        unread);
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /**
   * Something that happened; {@code look} and {@code icon} show of what kind it is.
   *
   * @param organisation whom it happened to; empty where that goes without saying
   * @param address where more is seen; empty for nowhere
   */
  public record Row(
      Instant at,
      String look,
      String icon,
      String title,
      String todo,
      String organisation,
      String address,
      boolean unread) {}
}
