package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.platform.entity.Page;
import org.guichet.roster.boundary.ImportMending;
import org.guichet.roster.boundary.ImportPlans;
import org.guichet.roster.entity.ApplyOutcome;
import org.guichet.roster.entity.ClassFigures;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.ImportView;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterSeverity;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowRef;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Extent;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/import-report?id=…}: what an import would do, row by row, filtered by the
 * address; each row can be mended, or decided about.
 */
@Named
@RequestScoped
public class ImportReportPage {
  private static final int LONGEST = 255;
  private static final String CELL = "cell:";
  private static final String SHOWN = "was:";

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject ImportAt at;
  @Inject ImportPlans plans;
  @Inject ImportMending mending;
  @Inject ImportRows rows;
  @Inject ImportWords words;
  @Inject Notices notices;

  private @Nullable Page<PlannedRow> found;
  private @Nullable Set<RosterCode> blocking;

  /** Does what was asked for, if anything was, and leads on. */
  public @Nullable String act() {
    if (!request.getMethod().equals("POST")) {
      return isElsewhere() ? notices.to(at.page("done")) : notices.stay();
    }
    String go = new Asked(request).text("go");
    return switch (go) {
      case "apply" -> apply();
      case "out-all" -> leaveAllOut();
      case "ask" -> ask();
      default -> aboutRow(go);
    };
  }

  /** Whether the other page says what becomes of it. */
  private boolean isElsewhere() {
    ImportState state = at.state();
    return state == ImportState.APPLYING
        || state == ImportState.UNDOING
        || state == ImportState.CANCELLED;
  }

  private @Nullable String here() {
    return notices.to("/portal/import-report?" + listing().query(at.getId()));
  }

  private @Nullable String ask() {
    if (!plans.ask(visitor.caller(), at.getId())) {
      notices.warning("imports.report.late");
    }
    return here();
  }

  private @Nullable String apply() {
    String typed = new Asked(request).text("typed");
    UUID shown = shown();
    ApplyOutcome outcome = plans.apply(visitor.caller(), at.getId(), shown, typed);
    return switch (outcome) {
      case STARTED -> notices.to(at.page("done"));
      case BLOCKED -> notices.warning("imports.report.blocked").to(at.page("report"));
      case NOT_PLANNED -> notices.warning("imports.report.not-planned").to(at.page("report"));
      case NOT_CONFIRMED -> notices.errorAt("typed", "imports.report.not-confirmed").stay();
    };
  }

  /** The plan that was on the page when somebody ordered it. */
  private UUID shown() {
    try {
      return UUID.fromString(new Asked(request).text("plan"));
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }

  public String getPlan() {
    return view().plan().map(UUID::toString).orElse("");
  }

  private @Nullable String leaveAllOut() {
    int left = plans.leaveOutErrors(visitor.caller(), at.getId());
    notices.info("imports.report.left-out", Integer.toString(left));
    return notices.to(at.page("report"));
  }

  private @Nullable String aboutRow(String go) {
    Optional<RowRef> ref = ImportRows.ref(request.getParameter("row"));
    boolean done = ref.isPresent() && done(go, ref.get());
    if (!done) {
      notices.warning("imports.report.not-done");
    }
    return here();
  }

  private boolean done(String go, RowRef ref) {
    UUID id = at.getId();
    return switch (go) {
      case "edit" -> {
        Map<Integer, String> typed = typed();
        yield typed.isEmpty() || mending.edit(visitor.caller(), id, ref, typed);
      }
      case "out" -> plans.choose(visitor.caller(), id, ref, RowChoice.leftOut());
      case "back" -> plans.reconsider(visitor.caller(), id, ref);
      case "who" ->
          who().map(choice -> plans.choose(visitor.caller(), id, ref, choice)).orElse(false);
      case "child" ->
          ImportRows.child(new Asked(request).text("who"))
              .map(choice -> mending.chooseChild(visitor.caller(), id, ref, child(), choice))
              .orElse(false);
      default -> false;
    };
  }

  /** Cells that say something else than what was shown. */
  private Map<Integer, String> typed() {
    Map<Integer, String> typed = new HashMap<>();
    for (String name : request.getParameterMap().keySet()) {
      String column = name.startsWith(CELL) ? name.substring(CELL.length()) : "";
      String value = request.getParameter(name);
      if (column.matches("\\d{1,4}") && value.length() <= LONGEST && !isAsShown(value, column)) {
        typed.put(Integer.valueOf(column), value.strip());
      }
    }
    return typed;
  }

  /** Browsers take line breaks out of what is typed on one line. */
  private boolean isAsShown(String value, String column) {
    String shown = request.getParameter(SHOWN + column);
    return shown != null && value.strip().equals(shown.replaceAll("[\\r\\n]", "").strip());
  }

  /** How the row names the child that is chosen; it isn't for people to read. */
  private String child() {
    String child = request.getParameter("child");
    return child == null ? "" : child;
  }

  private Optional<RowChoice> who() {
    String who = new Asked(request).text("who");
    if (who.equals("new")) {
      return Optional.of(RowChoice.newPerson());
    }
    try {
      return Optional.of(RowChoice.same(UUID.fromString(who)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private ImportListing listing() {
    return ImportListing.asked(request);
  }

  private ImportView view() {
    return at.getView();
  }

  private Optional<PlanSummary> summary() {
    return view().summary();
  }

  /** Whether it is being worked out. */
  public boolean isPlanning() {
    return view().state() == ImportState.PLANNING;
  }

  /**
   * Whether there is a report that knows of all that was said; after the import, of what was done.
   */
  public boolean isPlanned() {
    return summary().isPresent()
        && !isPlanning()
        && (view().planned() || !view().state().isDraft());
  }

  public List<ImportRows.Row> getRows() {
    return found().rows().stream().map(rows::row).toList();
  }

  private Page<PlannedRow> found() {
    if (found == null) {
      found = plans.rows(visitor.caller(), at.getId(), listing().page());
    }
    return found;
  }

  public String getName() {
    return listing().name();
  }

  public boolean isFiltered() {
    return listing().filtered();
  }

  public String getQuery() {
    return listing().query(at.getId());
  }

  public String getOperationWord() {
    return listing().operation().map(Enum::name).orElse("");
  }

  public String getCodeWord() {
    return listing().code().map(Enum::name).orElse("");
  }

  /** Operations with their counts; choosing the one that is chosen shows all again. */
  public List<Tally> getTallies() {
    Optional<Operation> chosen = listing().operation();
    List<Tally> tallies = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      int count = summary().map(one -> one.count(operation)).orElse(0);
      boolean always = operation.compareTo(Operation.MERGE) < 0;
      if (count > 0 || always) {
        boolean on = chosen.equals(Optional.of(operation));
        ImportWords.Look look = words.operation(operation);
        tallies.add(
            new Tally(
                look,
                words.number(count),
                "?"
                    + listing()
                        .query(
                            at.getId(),
                            on ? Optional.empty() : Optional.of(operation),
                            Optional.empty()),
                on));
      }
    }
    return tallies;
  }

  /** What was found, the gravest first; one click shows its rows. */
  public List<Tally> getCauses() {
    Optional<RosterCode> chosen = listing().code();
    return summary().stream()
        .flatMap(one -> one.findings().entrySet().stream())
        .filter(entry -> entry.getValue() > 0)
        .filter(entry -> entry.getKey().compareTo(RosterCode.MISSING_VALUE) >= 0)
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing((RosterCode code) -> !blocking().contains(code))
                    .thenComparing(RosterCode::severity)
                    .thenComparing(Comparator.naturalOrder())))
        .map(
            entry -> {
              RosterCode code = entry.getKey();
              boolean on = chosen.equals(Optional.of(code));
              return new Tally(
                  look(code),
                  words.number(entry.getValue()),
                  "?"
                      + listing()
                          .query(
                              at.getId(),
                              Optional.empty(),
                              on ? Optional.empty() : Optional.of(code)),
                  on);
            })
        .toList();
  }

  private Set<RosterCode> blocking() {
    if (blocking == null) {
      blocking = summary().map(PlanSummary::blocking).orElse(Set.of());
    }
    return blocking;
  }

  private ImportWords.Look look(RosterCode code) {
    String text = words.cause(code);
    if (blocking().contains(code)) { // a date that only warns elsewhere blocks a pupil
      return new ImportWords.Look(text, "ko", "down");
    }
    return code.severity() == RosterSeverity.NOTE
        ? new ImportWords.Look(text, "ne", "mark")
        : new ImportWords.Look(text, "wa", "warn");
  }

  public List<ImportFieldsPage.Option> getProfiles() {
    Optional<Profile> chosen = listing().profile();
    return Stream.of(Profile.values())
        .filter(one -> summary().map(all -> all.operations().containsKey(one)).orElse(false))
        .map(
            one ->
                new ImportFieldsPage.Option(
                    one.name(), words.profile(one), chosen.equals(Optional.of(one))))
        .toList();
  }

  public List<ImportFieldsPage.Option> getLabels() {
    return plans.labels(visitor.caller(), at.getId()).stream()
        .map(one -> new ImportFieldsPage.Option(one, one, one.equals(listing().label())))
        .toList();
  }

  /** What is wrong with whole files, with their names. */
  public List<AboutFile> getAboutFiles() {
    List<AboutFile> all = new ArrayList<>();
    summary()
        .ifPresent(
            one ->
                view()
                    .files()
                    .forEach(
                        file ->
                            one.fileFindings().getOrDefault(file.place(), List.of()).stream()
                                .map(words::told)
                                .forEach(told -> all.add(new AboutFile(file.name(), told)))));
    return all;
  }

  /** Who will leave, profile by profile; empty for nobody. */
  public List<String> getDepartures() {
    return summary().stream()
        .flatMap(one -> one.departures().stream())
        .filter(one -> one.leaving() > 0)
        .map(
            one ->
                words
                    .texts()
                    .text(
                        "imports.report.leaving",
                        words.profile(one.profile()),
                        words.number(one.leaving()),
                        words.number(one.known())))
        .toList();
  }

  /** Classes that go with the school year; empty for none. */
  public String getGoing() {
    List<String> going =
        summary().stream()
            .flatMap(one -> one.classes().stream())
            .filter(ClassFigures::goes)
            .map(ClassFigures::label)
            .toList();
    return going.isEmpty()
        ? ""
        : words
            .texts()
            .text("imports.report.going", words.number(going.size()), String.join(", ", going));
  }

  /** Whether somebody has to type that so many may leave. */
  public boolean isGuarded() {
    return summary().map(PlanSummary::isGuarded).orElse(false);
  }

  /** What has to be typed. */
  public String getConfirming() {
    return ApplyOutcome.CONFIRMING.get(words.texts().language().getLanguage().equals("en") ? 1 : 0);
  }

  /** Rows in error. */
  public int getErrors() {
    return summary().map(one -> one.count(Operation.ERROR)).orElse(0);
  }

  /** Files of profiles that have rows in error: the others have nothing to correct. */
  public List<ImportView.FileView> getFilesInError() {
    return at.getView().files().stream()
        .filter(
            file -> summary().map(one -> one.count(file.profile(), Operation.ERROR)).orElse(0) > 0)
        .toList();
  }

  /** How things stand, beside the buttons. */
  public String getStanding() {
    int errors = getErrors();
    return errors > 0
        ? words.texts().text("imports.report.errors", errors)
        : words.text("imports.report.clear");
  }

  /** From 1. */
  public int getPage() {
    return listing().asked().page();
  }

  public boolean isMore() {
    return extent().more();
  }

  public String getExtent() {
    return extent().text(words.texts(), "imports.report.extent");
  }

  private Extent extent() {
    return new Extent(getPage(), ImportListing.SIZE, found().rows().size(), found().total());
  }

  /** How many rows are so, and what shows them. */
  public record Tally(ImportWords.Look look, String count, String address, boolean on) {}

  /** Something that concerns a whole file. */
  public record AboutFile(String name, ImportWords.Told told) {}
}
