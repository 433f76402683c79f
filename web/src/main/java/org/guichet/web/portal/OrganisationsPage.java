package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.organisation.entity.OrganisationQuery.Order;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
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
  private static final int MOST = 100;
  private static final String DESCENDING = "-";

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject HttpServletRequest request;
  @Inject OrganisationRegister register;

  private @Nullable Page<OrganisationView> found;

  private Page<OrganisationView> found() {
    if (found == null) {
      OrganisationQuery query = new OrganisationQuery(getText(), order(), descending());
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
    String text = parameter("q").strip();
    return text.length() > MOST ? text.substring(0, MOST) : text;
  }

  /** What is searched for, as an address takes it. */
  public String getQuery() {
    return URLEncoder.encode(getText(), StandardCharsets.UTF_8);
  }

  /** From 1. */
  public int getPage() {
    String text = parameter("page");
    return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
  }

  public long getPages() {
    return Math.max(1, (found().total() + SIZE - 1) / SIZE);
  }

  /** {@code 26 à 50 sur 1 234}; empty for none. */
  public String getExtent() {
    if (found().rows().isEmpty()) {
      return "";
    }
    NumberFormat numbers = NumberFormat.getIntegerInstance(language.getLocale());
    long first = (getPage() - 1L) * SIZE + 1;
    return Texts.in(language.getLocale())
        .text(
            "organisations.extent",
            numbers.format(first),
            numbers.format(first + found().rows().size() - 1),
            numbers.format(found().total()));
  }

  public String getSort() {
    return (descending() ? DESCENDING : "") + order().name().toLowerCase(Locale.ROOT);
  }

  public List<Column> getColumns() {
    return Stream.of(Order.NAME, Order.MATRICULE, Order.CREATED).map(this::column).toList();
  }

  private Column column(Order order) {
    String name = order.name().toLowerCase(Locale.ROOT);
    boolean here = order == order();
    String sort = here ? descending() ? "descending" : "ascending" : "none";
    return new Column("organisations." + name, sort, (here && !descending() ? "-" : "") + name);
  }

  private Order order() {
    String wanted = parameter("sort").replace(DESCENDING, "");
    return Stream.of(Order.values())
        .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElse(Order.NAME);
  }

  private boolean descending() {
    return parameter("sort").startsWith(DESCENDING);
  }

  private String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /**
   * A column that the table can be in the order of.
   *
   * @param text key of its name
   * @param sort as {@code aria-sort} says it
   * @param next what asks for the order that its button brings
   */
  public record Column(String text, String sort, String next) {}

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
