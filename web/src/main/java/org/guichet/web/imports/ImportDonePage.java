package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.ImportView;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.Profile;
import org.guichet.web.Moments;

/** Backs {@code /portal/import-done?id=…}: what was done, or how far it is. */
@Named
@RequestScoped
public class ImportDonePage {
  private static final List<Operation> SHOWN =
      List.of(
          Operation.CREATE,
          Operation.CHANGE,
          Operation.UNCHANGED,
          Operation.MERGE,
          Operation.LEAVE,
          Operation.LEFT_OUT);

  @Inject ImportAt at;
  @Inject ImportWords words;
  @Inject Moments dates;

  private ImportView view() {
    return at.getView();
  }

  public String getTitle() {
    return words.text("imports.done." + view().state());
  }

  public boolean isWorking() {
    return view().state() == ImportState.APPLYING || view().state() == ImportState.UNDOING;
  }

  /** Whether it was done, and stands. */
  public boolean isApplied() {
    return view().state() == ImportState.APPLIED;
  }

  public boolean isUndone() {
    return view().state() == ImportState.UNDONE;
  }

  public boolean isCancelled() {
    return view().state() == ImportState.CANCELLED;
  }

  /** Whether nothing was done yet. */
  public boolean isDraft() {
    return view().state().isDraft();
  }

  /** When and by whom; empty while nothing was. */
  public String getLede() {
    return view().undone().stream()
        .map(
            undone ->
                words
                    .texts()
                    .text("imports.ended.undone", dates.fully(undone.at()), by(undone.by())))
        .findFirst()
        .or(
            () ->
                view()
                    .endedAt()
                    .map(
                        ended ->
                            words
                                .texts()
                                .text(
                                    isCancelled()
                                        ? "imports.ended.cancelled"
                                        : "imports.ended.applied",
                                    dates.fully(ended),
                                    by(view().endedBy()))))
        .orElse("");
  }

  private String by(String name) {
    return name.isEmpty() ? words.text("imports.somebody") : name;
  }

  public List<String> getHeads() {
    return SHOWN.stream().map(one -> words.operation(one).text()).toList();
  }

  /** Figures by profile, the last row of all. */
  public List<Line> getLines() {
    List<Line> lines = new ArrayList<>();
    view()
        .summary()
        .ifPresent(
            summary -> {
              Stream.of(Profile.values())
                  .filter(summary.operations()::containsKey)
                  .forEach(profile -> lines.add(line(summary, Optional.of(profile))));
              lines.add(line(summary, Optional.empty()));
            });
    return lines;
  }

  private Line line(PlanSummary summary, Optional<Profile> profile) {
    List<Cell> cells = new ArrayList<>();
    int total = 0;
    for (Operation operation : SHOWN) {
      int count =
          profile
              .map(one -> summary.count(one, operation))
              .orElseGet(() -> summary.count(operation));
      total += count;
      cells.add(new Cell(words.operation(operation).text(), words.number(count)));
    }
    return new Line(
        profile.map(words::profile).orElseGet(() -> words.text("imports.done.all")),
        cells,
        words.number(total));
  }

  /** Until when it can be undone; empty when it can't. */
  public String getUndoUntil() {
    return view().undoUntil().map(dates::day).orElse("");
  }

  /** What undoing it did; empty while it wasn't. */
  public String getWhat() {
    return view()
        .undone()
        .map(
            one ->
                words
                    .texts()
                    .text(
                        "imports.ended.reversed",
                        words.number(one.reversed()),
                        words.number(one.kept())))
        .orElse("");
  }

  /** Figures of one profile, or of all. */
  public record Line(String name, List<Cell> cells, String total) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /** How many rows of one operation. */
  public record Cell(String head, String count) {}
}
