package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.account.boundary.AccountDirectory;
import org.guichet.audit.boundary.AuditSearch;
import org.guichet.audit.entity.ActorKind;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditQuery;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.audit.entity.AuditView;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/audit}: who did what, narrowed by {@code action}, {@code org} (a matricule),
 * {@code since} and {@code until} (days, both inclusive).
 */
@Named
@RequestScoped
public class AuditPage {
  private static final int SIZE = 25;

  // The organisation has a column of its own, and a look at the trail names nothing further.
  private static final Set<String> NAMED_ELSEWHERE =
      Set.of(AuditSubject.Type.ORGANISATION.name(), AuditSubject.Type.AUDIT.name());
  private static final String SEARCH = "search";

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject HttpServletRequest request;
  @Inject AuditSearch search;
  @Inject OrganisationDirectory organisations;
  @Inject AccountDirectory accounts;
  @Inject Permissions permissions;
  @Inject Settings settings;

  private final Map<OrganisationId, String> names = new HashMap<>();
  private final Map<UUID, String> logins = new HashMap<>();
  private @Nullable Page<AuditView> found;

  private Page<AuditView> found() {
    if (found == null) {
      found = isOrganisationUnknown() ? new Page<>(List.of(), 0) : search();
    }
    return found;
  }

  private Page<AuditView> search() {
    return search.list(
        visitor.caller(),
        new AuditQuery(
            asked().one("action", AuditAction.class),
            Optional.empty(),
            organisation().map(OrganisationView::id),
            Optional.empty(),
            asked().day("since").map(this::begins),
            asked().day("until").map(day -> begins(day.plusDays(1))),
            new PageRequest((getPage() - 1) * SIZE, SIZE)));
  }

  private Instant begins(LocalDate day) {
    return day.atStartOfDay(settings.zone()).toInstant();
  }

  private Optional<OrganisationView> organisation() {
    return Matricule.parse(asked().text("org"))
        .filter(matricule -> isOrganisationsVisible())
        .flatMap(matricule -> organisations.findByMatricule(visitor.caller(), matricule));
  }

  private Asked asked() {
    return new Asked(request);
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** Whether organisations can be named to the one who reads. */
  public boolean isOrganisationsVisible() {
    return permissions.allowsEverywhere(visitor.caller(), Permission.ORGANISATION_VIEW);
  }

  /** Whether no organisation has the matricule that was typed. */
  public boolean isOrganisationUnknown() {
    return !asked().text("org").isEmpty() && organisation().isEmpty();
  }

  public List<Row> getRows() {
    return found().rows().stream().map(this::row).toList();
  }

  public List<Choice> getActions() {
    Texts audit = texts().of("audit");
    Optional<AuditAction> here = asked().one("action", AuditAction.class);
    return Stream.of(AuditAction.values())
        .map(
            action ->
                new Choice(
                    action.name(),
                    audit.text("action." + action),
                    here.filter(action::equals).isPresent()))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  public String getOrg() {
    return asked().text("org");
  }

  public String getSince() {
    return asked().day("since").map(LocalDate::toString).orElse("");
  }

  public String getUntil() {
    return asked().day("until").map(LocalDate::toString).orElse("");
  }

  /** From 1. */
  public int getPage() {
    return asked().page();
  }

  public boolean isMore() {
    return getPage() * (long) SIZE < getTotal();
  }

  /** How many entries are found in all. */
  public long getTotal() {
    return found().total();
  }

  /** What is asked for besides the page. */
  public String getQuery() {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("action", asked().one("action", AuditAction.class).map(Enum::name).orElse(""));
    parameters.put("org", getOrg());
    parameters.put("since", getSince());
    parameters.put("until", getUntil());
    return Asked.query(parameters);
  }

  private Row row(AuditView entry) {
    Texts audit = texts().of("audit");
    return new Row(
        entry.at(),
        who(entry),
        texts().text("audit.channel." + entry.channel()),
        entry.origin().equals("-") ? "" : entry.origin(),
        audit.textOr("action." + entry.action(), entry.action()),
        entry.organisation().filter(one -> isOrganisationsVisible()).map(this::name).orElse(""),
        subject(entry),
        entry.values().erased(),
        changes(entry.values()));
  }

  private String who(AuditView entry) {
    if (entry.actorKind() == ActorKind.PERSON && entry.actor().isPresent()) {
      return login(entry.actor().get());
    }
    return texts().text("audit.actor." + entry.actorKind());
  }

  /** Whom it was done to, where that isn't the one who did it. */
  private String subject(AuditView entry) {
    if (NAMED_ELSEWHERE.contains(entry.subjectType()) || entry.subject().equals(SEARCH)) {
      return "";
    }
    if (!entry.subjectType().equals(AuditSubject.Type.ACCOUNT.name())) {
      return entry.subject();
    }
    return id(entry.subject())
        .map(account -> entry.actor().equals(Optional.of(account)) ? "" : login(account))
        .orElse(entry.subject());
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // one that isn't told by its id
    }
  }

  private String login(UUID account) {
    return logins.computeIfAbsent(
        account,
        id ->
            accounts
                .login(visitor.caller(), new AccountId(id))
                .orElseGet(() -> texts().text("audit.erased")));
  }

  private String name(OrganisationId organisation) {
    return names.computeIfAbsent(
        organisation,
        id ->
            organisations
                .find(visitor.caller(), id)
                .map(view -> view.matricule().value())
                .orElse(""));
  }

  private static List<Change> changes(AuditView.Values values) {
    TreeSet<String> keys = new TreeSet<>(values.before().keySet());
    keys.addAll(values.after().keySet());
    return keys.stream()
        .map(
            key ->
                new Change(
                    key,
                    values.before().getOrDefault(key, ""),
                    values.after().getOrDefault(key, "")))
        .filter(change -> !change.before().isEmpty() || !change.after().isEmpty())
        .toList();
  }

  /**
   * An action to narrow the list to.
   *
   * @param here whether it is
   */
  public record Choice(String code, String name, boolean here) {}

  /**
   * An entry in the table.
   *
   * @param organisation matricule
   * @param erased its person was erased, and what was written of them
   */
  public record Row(
      Instant at,
      String who,
      String channel,
      String origin,
      String action,
      String organisation,
      String subject,
      boolean erased,
      List<Change> changes) {
    public Row {
      changes = List.copyOf(changes);
    }
  }

  /** A value that was and is; empty for none. */
  public record Change(String name, String before, String after) {}
}
