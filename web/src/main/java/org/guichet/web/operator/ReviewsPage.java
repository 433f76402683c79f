package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.review.boundary.ReviewDesk;
import org.guichet.review.entity.ReviewView;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Extent;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/reviews}: open reviews of the whole deployment, overdue ones first. */
@Named
@RequestScoped
public class ReviewsPage {
  private static final int SIZE = 25;

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject ReviewDesk desk;
  @Inject Permissions permissions;

  private @Nullable Page<ReviewView> found;

  private Page<ReviewView> found() {
    if (found == null) {
      found = desk.open(visitor.caller(), new PageRequest((getPage() - 1) * SIZE, SIZE));
    }
    return found;
  }

  /** Whether the reader may also look into each: who may read the list needn't. */
  public boolean isOpening() {
    return permissions.allowsEverywhere(visitor.caller(), Permission.MEMBER_MANAGE)
        && permissions.allowsEverywhere(visitor.caller(), Permission.OPERATOR_CREATE);
  }

  public List<Row> getRows() {
    return found().rows().stream().map(this::row).toList();
  }

  private Row row(ReviewView view) {
    boolean group = view.place().group().isPresent();
    return new Row(
        view.names().in(language.getLocale()),
        view.code(),
        "/portal/review?" + (group ? "group=" : "of=") + view.code(),
        texts().text("reviews.progress", view.confirmed(), view.people()),
        view.askedAt(),
        view.dueAt(),
        view.overdue());
  }

  /** From 1. */
  public int getPage() {
    return new Asked(request).page();
  }

  public boolean isMore() {
    return extent().more();
  }

  public String getExtent() {
    return extent().text(texts(), "reviews.extent");
  }

  private Extent extent() {
    return new Extent(getPage(), SIZE, found().rows().size(), found().total());
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** A review in the table. */
  public record Row(
      String name,
      String code,
      String address,
      String progress,
      Instant askedAt,
      Instant dueAt,
      boolean overdue) {}
}
