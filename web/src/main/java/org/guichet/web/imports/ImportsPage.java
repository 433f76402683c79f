package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.boundary.ImportDrafts;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.ImportView;
import org.guichet.roster.entity.Operation;
import org.guichet.web.Asked;
import org.guichet.web.Extent;
import org.guichet.web.Notices;
import org.guichet.web.portal.WorkedFor;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/imports}: an organisation's imports, and the button that begins one. */
@Named
@RequestScoped
public class ImportsPage {
  private static final int SIZE = 20;

  @Inject HttpServletRequest request;
  @Inject WorkedFor worked;
  @Inject ImportDrafts drafts;
  @Inject ImportWords words;
  @Inject Notices notices;

  private @Nullable Page<ImportView> found;

  /** Begins an import when that was asked for. */
  public @Nullable String act() {
    if (!request.getMethod().equals("POST")) {
      return notices.stay();
    }
    UUID begun = drafts.begin(worked.caller(), worked.id());
    return notices.to("/portal/import-files?id=" + begun);
  }

  private Page<ImportView> found() {
    if (found == null) {
      found =
          drafts.list(worked.caller(), worked.id(), new PageRequest((getPage() - 1) * SIZE, SIZE));
    }
    return found;
  }

  public String getOrganisation() {
    return worked.getName();
  }

  public boolean isImporting() {
    return worked.may(Permission.PEOPLE_IMPORT);
  }

  public List<Row> getRows() {
    return found().rows().stream().map(this::row).toList();
  }

  private Row row(ImportView one) {
    boolean going = one.state().isDraft() && isImporting();
    return new Row(
        address(one),
        one.createdAt(),
        one.createdBy().isEmpty() ? words.text("imports.source." + one.source()) : one.createdBy(),
        look(one),
        one.files().stream()
            .map(
                file ->
                    words.profile(file.profile()) + words.text("page.colon") + " " + file.name())
            .toList(),
        figures(one),
        words.text(going ? "imports.resume" : "imports.look"));
  }

  /** Where one goes on with it. */
  private static String address(ImportView one) {
    String step =
        switch (one.state()) {
          case PREPARING -> "files";
          case PLANNING, PLANNED -> "report";
          default -> "done";
        };
    return "/portal/import-" + step + "?id=" + one.id();
  }

  private ImportWords.Look look(ImportView one) {
    String text = words.text("imports.state." + one.state());
    if (one.failure().isPresent()) {
      return new ImportWords.Look(words.text("imports.state.failed"), "ko", "warn");
    }
    return switch (one.state()) {
      case PREPARING, PLANNED -> new ImportWords.Look(text, "wa", "edit");
      case PLANNING, APPLYING, UNDOING -> new ImportWords.Look(text, "ru", "run");
      case APPLIED -> new ImportWords.Look(text, "ok", "up");
      case UNDONE, CANCELLED -> new ImportWords.Look(text, "ne", "ban");
    };
  }

  private List<String> figures(ImportView one) {
    if (one.state() == ImportState.CANCELLED) {
      return List.of();
    }
    List<String> figures = new ArrayList<>();
    one.summary()
        .ifPresent(
            summary ->
                Stream.of(Operation.values())
                    .filter(operation -> summary.count(operation) > 0)
                    .map(
                        operation ->
                            words.operation(operation).text()
                                + words.text("page.colon")
                                + " "
                                + words.number(summary.count(operation)))
                    .forEach(figures::add));
    return figures;
  }

  /** From 1. */
  public int getPage() {
    return new Asked(request).page();
  }

  public boolean isMore() {
    return extent().more();
  }

  public String getExtent() {
    return extent().text(words.texts(), "imports.extent");
  }

  private Extent extent() {
    return new Extent(getPage(), SIZE, found().rows().size(), found().total());
  }

  /**
   * An import.
   *
   * @param figures how many rows of each operation
   * @param action what its link is called
   */
  public record Row(
      String address,
      Instant at,
      String by,
      ImportWords.Look state,
      List<String> files,
      List<String> figures,
      String action) {
    public Row {
      files = List.copyOf(files);
      figures = List.copyOf(figures);
    }
  }
}
