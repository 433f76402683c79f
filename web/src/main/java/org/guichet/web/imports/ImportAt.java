package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.boundary.ImportDrafts;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.ImportView;
import org.guichet.web.CurrentVisitor;
import org.jspecify.annotations.Nullable;

/** The import that the address names by {@code id}, and where its steps are. */
@Named("importAt")
@RequestScoped
public class ImportAt {
  private static final String PAGE = "/portal/import-";
  private static final List<String> STEPS = List.of("files", "fields", "classes", "report", "done");

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject Permissions permissions;
  @Inject ImportDrafts drafts;
  @Inject OrganisationDirectory directory;
  @Inject ImportWords words;
  @Inject Clock clock;

  private @Nullable ImportView view;

  /** An id as an address names it. */
  static UUID id(@Nullable String text) {
    try {
      return UUID.fromString(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_IMPORT, "malformed id");
    }
  }

  public UUID getId() {
    return id(request.getParameter("id"));
  }

  public ImportView getView() {
    if (view == null) {
      view = drafts.find(visitor.caller(), getId());
    }
    return view;
  }

  /** Looks again: something was done to it. */
  void again() {
    view = null;
  }

  ImportState state() {
    return getView().state();
  }

  /** Whether the visitor may go on with it. */
  public boolean isOpen() {
    return state().isDraft() && isImporting();
  }

  /** Whether the visitor may import for its organisation. */
  public boolean isImporting() {
    return permissions.allows(visitor.caller(), Permission.PEOPLE_IMPORT, getView().organisation());
  }

  /** Name of the organisation whose import it is: another may be chosen in the top bar by now. */
  public String getOrganisation() {
    return visitor.getOrganisations().stream()
        .filter(one -> one.organisation().equals(getView().organisation()))
        .map(one -> one.name())
        .findFirst()
        .or(
            () ->
                directory
                    .find(visitor.caller(), getView().organisation())
                    .map(OrganisationView::name))
        .orElse("");
  }

  /** Address of one of its pages: {@code fields}. */
  String page(String step) {
    return PAGE + step + "?id=" + getId();
  }

  /** Why its last piece of work wasn't done; empty when it was. */
  public String getIncident() {
    return getView().failure().orElse("");
  }

  public int getPercent() {
    return getView().progress().percent();
  }

  /** How far its work is, and how long it still takes. */
  public String getProgress() {
    var progress = getView().progress();
    if (progress.since().isEmpty()) {
      return words.text("imports.waiting");
    }
    String left = progress.remaining(clock.instant()).map(words::left).orElse("");
    String done =
        progress.expected() == 0
            ? words.texts().text("imports.progress.some", words.number(progress.done()))
            : words
                .texts()
                .text(
                    "imports.progress.of",
                    words.number(progress.done()),
                    words.number(progress.expected()));
    return left.isEmpty() ? done : done + ", " + left;
  }

  /**
   * The steps with where they lead.
   *
   * @param here name of the one that is shown
   */
  public List<Step> steps(String here) {
    List<Step> steps = new ArrayList<>();
    int now = STEPS.indexOf(here);
    for (String step : STEPS) {
      int place = steps.size();
      String address = place != now && leads(step) ? page(step) : "";
      steps.add(
          new Step(
              place + 1, words.text("imports.step." + step), address, place < now, place == now));
    }
    return steps;
  }

  private boolean leads(String step) {
    ImportView found = getView();
    boolean draft = isOpen();
    return switch (step) {
      case "files" -> draft;
      case "fields", "classes" -> draft && !found.files().isEmpty();
      case "report" ->
          found.summary().isPresent() || (draft && found.state() == ImportState.PLANNING);
      default -> !found.state().isDraft();
    };
  }

  /**
   * A step.
   *
   * @param address empty where it leads nowhere
   */
  public record Step(int number, String text, String address, boolean past, boolean here) {}
}
