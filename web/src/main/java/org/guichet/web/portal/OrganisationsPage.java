package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.organisation.entity.OrganisationQuery.Order;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Extent;
import org.guichet.web.PageLanguage;
import org.guichet.web.SortedBy;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/organisations}: all organisations, for whoever runs the portal. What is
 * shown is told by the address: {@code q}, {@code sort}, {@code page}.
 */
@Named
@RequestScoped
public class OrganisationsPage {
  private static final int SIZE = 25;

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject HttpServletRequest request;
  @Inject OrganisationRegister register;

  private @Nullable Page<OrganisationView> found;

  private Page<OrganisationView> found() {
    if (found == null) {
      OrganisationQuery query =
          new OrganisationQuery(getText(), order().by(), order().descending());
      found =
          register.search(visitor.caller(), query, new PageRequest((getPage() - 1) * SIZE, SIZE));
    }
    return found;
  }

  public List<Row> getRows() {
    Texts texts = Texts.in(language.getLocale());
    return found().rows().stream().map(view -> Row.of(view, texts)).toList();
  }

  /** What is searched for; empty for nothing. */
  public String getText() {
    return asked().text("q");
  }

  /** What is asked for besides the order and the page. */
  public String getFilter() {
    return Asked.query(Map.of("q", getText()));
  }

  /** What is asked for besides the page. */
  public String getQuery() {
    return getFilter() + "sort=" + getSort() + "&";
  }

  /** From 1. */
  public int getPage() {
    return asked().page();
  }

  public boolean isMore() {
    return extent().more();
  }

  /** {@code 26 à 50 sur 1 234}; empty for none. */
  public String getExtent() {
    return extent().text(Texts.in(language.getLocale()), "organisations.extent");
  }

  private Extent extent() {
    return new Extent(getPage(), SIZE, found().rows().size(), found().total());
  }

  public String getSort() {
    return order().word();
  }

  public List<SortedBy.Column> getColumns() {
    return Stream.of(Order.NAME, Order.MATRICULE, Order.CREATED)
        .map(order -> order().column(order, "organisations."))
        .toList();
  }

  private SortedBy<Order> order() {
    return SortedBy.asked(asked(), Order.NAME);
  }

  private Asked asked() {
    return new Asked(request);
  }

  /** An organisation in the table. */
  public record Row(
      String name,
      String matricule,
      Instant createdAt,
      String kind,
      String email,
      boolean active,
      String state) {
    static Row of(OrganisationView view, Texts texts) {
      return new Row(
          view.name(),
          view.matricule().value(),
          view.createdAt(),
          texts.text(
              view.contracts().isEmpty() ? "organisations.depositor" : "organisations.certifier"),
          view.email(),
          view.active(),
          texts.text("organisation.state." + view.state()));
    }
  }
}
