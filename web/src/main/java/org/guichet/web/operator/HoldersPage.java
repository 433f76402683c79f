package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.entity.CatalogueChange.Sort;
import org.guichet.account.entity.RightHolder;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/holders}: who has the profile or the role that {@code code} names, retired
 * ones included; {@code sort} says which it is.
 */
@Named
@RequestScoped
public class HoldersPage {
  private static final int SIZE = 50;

  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject CatalogueDesk desk;

  private @Nullable Page<RightHolder> found;

  private Page<RightHolder> found() {
    if (found == null) {
      found =
          desk.holders(
              visitor.caller(), sort(), getCode(), new PageRequest((getPage() - 1) * SIZE, SIZE));
    }
    return found;
  }

  private Sort sort() {
    return asked().one("sort", Sort.class).filter(sort -> sort == Sort.ROLE).orElse(Sort.PROFILE);
  }

  public String getCode() {
    return asked().text("code");
  }

  private Asked asked() {
    return new Asked(notices.request());
  }

  /** The page’s name; whether the visitor may see it is judged with it. */
  public String getTitle() {
    found();
    return texts().text("holders.title." + sort(), getCode());
  }

  public List<Row> getRows() {
    return found().rows().stream().map(Row::of).toList();
  }

  public int getPage() {
    return asked().page();
  }

  public boolean isMore() {
    return found().total() > (long) getPage() * SIZE;
  }

  /** What addresses of other pages of the list begin with. */
  public String getQuery() {
    return Asked.query(Map.of("sort", sort().name(), "code", getCode()));
  }

  public String getExtent() {
    return texts().text("holders.extent", found().total());
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** Somebody in the table; {@code address} is where it is changed. */
  public record Row(String name, String login, String organisation, String address) {
    static Row of(RightHolder holder) {
      return new Row(
          holder.name().full(),
          holder.login(),
          holder.organisation().map(RightHolder.Where::name).orElse(""),
          holder
              .organisation()
              .map(where -> "/portal/member?id=" + holder.account() + "&of=" + where.matricule())
              .orElseGet(() -> "/portal/operator-roles?account=" + holder.account()));
    }
  }
}
