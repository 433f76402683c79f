package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.guichet.account.boundary.Finding;
import org.guichet.account.entity.FoundPerson;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.assistance.boundary.TicketDesk;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.deposit.boundary.DepositSearch;
import org.guichet.deposit.boundary.PassageSearch;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.PassageHit;
import org.guichet.deposit.entity.PassageHits;
import org.guichet.deposit.entity.PassageQuery;
import org.guichet.deposit.entity.PassageQuery.By;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.guichet.web.deposits.DepositLook;
import org.guichet.web.deposits.PassagesPage;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/search}: what the visitor may see of deposits, organisations, people and
 * requests that {@code q} finds; a few of each kind, all of them counted.
 */
@Named
@RequestScoped
public class SearchPage {
  private static final int MOST = 5;

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject HttpServletRequest request;
  @Inject Permissions permissions;
  @Inject DepositSearch deposits;
  @Inject PassageSearch search;
  @Inject Finding finding;
  @Inject TicketDesk tickets;

  private @Nullable List<Group> groups;

  /** What is searched for; empty for nothing. */
  public String getText() {
    return new Asked(request).text("q");
  }

  /** Kinds of which something is found. */
  public List<Group> getGroups() {
    if (groups == null) {
      groups =
          getText().isEmpty()
              ? List.of()
              : Stream.of(deposits(), passages(), organisations(), people(), tickets())
                  .flatMap(Optional::stream)
                  .filter(group -> !group.rows().isEmpty())
                  .toList();
    }
    return groups;
  }

  /** What can be searched here, in a sentence: not everybody sees everything. */
  public String getScope() {
    List<String> kinds = new ArrayList<>();
    if (depositsVisible()) {
      kinds.add(text("search.scope.deposits"));
      kinds.add(text("search.scope.passages"));
    }
    kinds.add(text("search.scope.organisations"));
    kinds.add(text("search.scope.people"));
    if (everywhere(Permission.TICKET_VIEW)) {
      kinds.add(text("search.scope.tickets"));
    }
    return text("search.scope", String.join(text("search.scope.and"), kinds));
  }

  private Optional<OrganisationId> own() {
    return Optional.ofNullable(visitor.getOrganisation()).map(Belonging::organisation);
  }

  private boolean everywhere(Permission permission) {
    return permissions.allowsEverywhere(visitor.caller(), permission);
  }

  private boolean depositsVisible() {
    return everywhere(Permission.DEPOSIT_VIEW)
        || own()
            .filter(one -> permissions.allows(visitor.caller(), Permission.DEPOSIT_VIEW, one))
            .isPresent();
  }

  private Optional<Group> deposits() {
    if (!depositsVisible()) {
      return Optional.empty();
    }
    Optional<OrganisationId> whose = everywhere(Permission.DEPOSIT_VIEW) ? Optional.empty() : own();
    Page<DepositView> found = deposits.find(visitor.caller(), whose, getText(), MOST);
    return Optional.of(
        group(
            "deposits",
            "inbox",
            found,
            "/portal/deposits?q=" + encoded(),
            deposit -> row(deposit, whose.isPresent() || own().isEmpty())));
  }

  /**
   * Passages by their idTechnique, and by their holder's name where it isn't a number: the whole
   * text as the beginning of a last name, else its last word as that of a first name.
   */
  private Optional<Group> passages() {
    Optional<OrganisationId> reader =
        own().filter(one -> permissions.allows(visitor.caller(), Permission.DEPOSIT_VIEW, one));
    if (reader.isEmpty() && !everywhere(Permission.DEPOSIT_VIEW)) {
      return Optional.empty();
    }
    String text = getText();
    String by = "ID";
    String first = "";
    PassageHits found = search.find(visitor.caller(), reader, PassageQuery.of(By.ID, text, MOST));
    if (found.rows().isEmpty() && !text.matches("[\\d\\s]+")) {
      by = "NAME";
      found = search.find(visitor.caller(), reader, PassageQuery.of(By.NAME, text, MOST));
      int blank = text.lastIndexOf(' ');
      if (found.rows().isEmpty() && blank > 0) {
        text = getText().substring(0, blank).strip();
        first = getText().substring(blank + 1);
        found =
            search.find(
                visitor.caller(),
                reader,
                new PassageQuery(By.NAME, text, first, Optional.empty(), MOST));
      }
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("by", by);
    query.put("q", text);
    query.put("first", first);
    return Optional.of(
        group(
            "passages",
            "user",
            new Page<>(found.rows(), found.counted()),
            "/portal/passages?" + Asked.query(query),
            this::row));
  }

  private Row row(PassageHit hit) {
    PassagesPage.Row row = PassagesPage.Row.of(hit, texts());
    String id = row.idTechnique().isEmpty() ? text("deposit.passage.nameless") : row.idTechnique();
    return new Row(
        row.holder().isEmpty() ? id : row.holder(),
        text("search.passage", id, Long.toString(row.number()), row.fileName()),
        "/portal/deposit?" + row.query() + (row.idTechnique().isEmpty() ? "" : "#passages"),
        row.look(),
        row.icon(),
        row.state());
  }

  /** A page of a deposit shows what the organisation that one works for may see. */
  private Row row(DepositView deposit, boolean shown) {
    DepositLook status = DepositLook.of(deposit.status(), texts());
    return new Row(
        deposit.fileName(),
        text(
            "search.deposit",
            Long.toString(deposit.number()),
            deposit.sender().value(),
            dates.shortly(deposit.receivedAt())),
        shown ? "/portal/deposit?number=" + deposit.number() : "",
        status.look(),
        status.icon(),
        status.text());
  }

  private Optional<Group> organisations() {
    Page<OrganisationView> found = finding.organisations(visitor.caller(), getText(), MOST);
    boolean all = everywhere(Permission.ORGANISATION_VIEW);
    String more = all ? "/portal/organisations?q=" + encoded() : "/portal/partners";
    return Optional.of(group("organisations", "building", found, more, view -> row(view, all)));
  }

  private Row row(OrganisationView view, boolean all) {
    String matricule = view.matricule().value();
    boolean own = own().filter(view.id()::equals).isPresent();
    String address =
        all
            ? "/portal/organisation-record?m=" + matricule
            : own ? "/portal/organisation" : "/portal/members?of=" + matricule;
    return new Row(
        view.name(),
        matricule,
        isReachable(view, all || own) ? address : "",
        view.active() ? "ok" : "ne",
        view.active() ? "up" : "ban",
        text("organisation.state." + view.state()));
  }

  private boolean isReachable(OrganisationView view, boolean shown) {
    return shown || permissions.allows(visitor.caller(), Permission.MEMBER_VIEW, view.id());
  }

  private Optional<Group> people() {
    Page<FoundPerson> found = finding.people(visitor.caller(), getText(), MOST);
    boolean all = everywhere(Permission.ACCOUNT_VIEW);
    String more = (all ? "/portal/accounts?q=" : "/portal/members?q=") + encoded();
    return Optional.of(group("people", "people", found, more, this::row));
  }

  private Row row(FoundPerson person) {
    String address =
        person
            .matricule()
            .map(of -> "/portal/member?id=" + person.id() + "&of=" + of)
            .orElseGet(
                () ->
                    "/portal/accounts?q="
                        + URLEncoder.encode(person.login(), StandardCharsets.UTF_8));
    return new Row(
        CurrentVisitor.full(person.name()),
        person.email(),
        address,
        "ne",
        "user",
        person.organisation().orElse(person.login()));
  }

  private Optional<Group> tickets() {
    if (!everywhere(Permission.TICKET_VIEW)) {
      return Optional.empty();
    }
    TicketQuery query =
        new TicketQuery(
            Optional.empty(),
            Optional.empty(),
            getText(),
            Optional.empty(),
            TicketQuery.Order.CHANGED,
            true);
    Page<TicketRow> found = tickets.list(visitor.caller(), query, new PageRequest(0, MOST));
    String more = "/portal/tickets?status=all&q=" + encoded();
    return Optional.of(group("tickets", "mail", found, more, this::row));
  }

  private Row row(TicketRow ticket) {
    return new Row(
        text("search.ticket", Long.toString(ticket.number()), text("ticket.kind." + ticket.kind())),
        ticket.organisation().isEmpty()
            ? ticket.asker()
            : ticket.asker() + " · " + ticket.organisation(),
        "/portal/ticket?number=" + ticket.number(),
        ticket.status().goesOn() ? "wa" : "ne",
        ticket.status().goesOn() ? "clock" : "check",
        text("ticket.status." + ticket.status()));
  }

  private <T> Group group(
      String kind, String icon, Page<T> found, String more, Function<T, Row> row) {
    NumberFormat numbers = NumberFormat.getIntegerInstance(language.getLocale());
    int shown = found.rows().size();
    return new Group(
        kind,
        icon,
        text("search." + kind),
        text("search.extent", numbers.format(shown), numbers.format(found.total())),
        found.total() > shown ? more : "",
        found.rows().stream().map(row).toList());
  }

  private String encoded() {
    return URLEncoder.encode(getText(), StandardCharsets.UTF_8);
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  private String text(String key, Object... arguments) {
    return texts().text(key, arguments);
  }

  /**
   * What was found of one kind.
   *
   * @param extent how many are shown of how many
   * @param more where the rest is; empty when there is none, or no page for it
   */
  public record Group(
      String kind, String icon, String title, String extent, String more, List<Row> rows) {}

  /**
   * Something that was found; {@code look} and {@code icon} show its state.
   *
   * @param address empty when there is no page about it
   */
  public record Row(
      String title, String what, String address, String look, String icon, String state) {}
}
