package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.guichet.roster.boundary.ImportPlans;
import org.guichet.roster.boundary.ImportReading;
import org.guichet.roster.entity.ClassFigures;
import org.guichet.roster.entity.ClassMatch;
import org.guichet.roster.entity.ClassesView;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/import-classes?id=…}: what becomes of the classes that the files name. */
@Named
@RequestScoped
public class ImportClassesPage {
  private static final int LONGEST = 100;

  /** More would be repeated in as many rows. */
  private static final int MOST_OFFERED = 200;

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject ImportAt at;
  @Inject ImportReading reading;
  @Inject ImportPlans plans;
  @Inject ImportWords words;
  @Inject Notices notices;

  private @Nullable ClassesView view;

  private ClassesView view() {
    if (view == null) {
      view = reading.classes(visitor.caller(), at.getId());
    }
    return view;
  }

  /** Keeps what was sent, if anything was, and leads on. */
  public @Nullable String act() {
    if (!at.isOpen()) {
      return notices.to(at.page("done"));
    }
    if (!request.getMethod().equals("POST")) {
      return at.getView().files().isEmpty()
          ? notices.warning("imports.files.none").to(at.page("files"))
          : notices.stay();
    }
    keep();
    String go = new Asked(request).text("go");
    if (go.equals("back")) {
      return notices.to(at.page("fields"));
    }
    if (!go.equals("next")) {
      return notices.to(at.page("classes"));
    }
    plans.ask(visitor.caller(), at.getId());
    return notices.to(at.page("report"));
  }

  private void keep() {
    Map<String, String> now = new HashMap<>();
    view().matches().forEach(match -> now.put(match.label(), match.target()));
    Map<String, String> targets = new HashMap<>();
    for (int index = 0; index < now.size(); index++) {
      String label = request.getParameter("label:" + index);
      String chosen = request.getParameter("target:" + index);
      String typed = new Asked(request).text("other:" + index);
      String target = typed.isEmpty() ? chosen : typed;
      boolean counts = label != null && target != null && target.length() <= LONGEST;
      if (counts && now.containsKey(label) && !target.equals(now.get(label))) {
        targets.put(label, target);
      }
    }
    if (!targets.isEmpty()) {
      reading.chooseClasses(visitor.caller(), at.getId(), targets);
    }
  }

  public List<Row> getRows() {
    List<Row> rows = new ArrayList<>();
    for (ClassMatch match : view().matches()) {
      rows.add(
          new Row(
              rows.size(),
              match.label(),
              options(match),
              look(match),
              words.text("imports.class.why." + (match.target().isEmpty() ? "none" : match.kind())),
              match.use().pupils(),
              match.use().teachers(),
              match.use().children()));
    }
    return rows;
  }

  private List<ImportFieldsPage.Option> options(ClassMatch match) {
    List<ImportFieldsPage.Option> options = new ArrayList<>();
    options.add(
        new ImportFieldsPage.Option(
            "", words.text("imports.field.IGNORED"), match.target().isEmpty()));
    Set<String> all = new TreeSet<>(Set.of(match.label()));
    if (view().known().size() + view().matches().size() <= MOST_OFFERED) {
      all.addAll(view().known());
      view().matches().forEach(one -> all.add(one.target()));
    }
    all.add(match.target()); // of very many, each is typed
    all.remove("");
    for (String one : all) {
      boolean known = view().known().contains(one);
      options.add(
          new ImportFieldsPage.Option(
              one,
              known ? one : words.texts().text("imports.class.new", one),
              one.equals(match.target())));
    }
    return options;
  }

  private ImportWords.Look look(ClassMatch match) {
    if (match.target().isEmpty()) {
      return new ImportWords.Look(words.text("imports.class.none"), "ne", "ban");
    }
    String text = words.text("imports.class." + match.kind());
    return switch (match.kind()) {
      case KNOWN -> new ImportWords.Look(text, "ok", "up");
      case NEW -> new ImportWords.Look(text, "ru", "up");
      case CHOSEN -> new ImportWords.Look(text, "ru", "mark");
      case NEAR_KNOWN, NEAR_NEW -> new ImportWords.Look(text, "wa", "warn");
    };
  }

  /** How many pupils classes have before and after; empty until the report is made. */
  public List<ClassFigures> getFigures() {
    return at.getView().planned()
        ? at.getView().summary().map(PlanSummary::classes).orElse(List.of())
        : List.of();
  }

  /** A label of the files, with what becomes of it. */
  public record Row(
      int index,
      String label,
      List<ImportFieldsPage.Option> options,
      ImportWords.Look look,
      String why,
      int pupils,
      int teachers,
      int children) {
    public Row {
      options = List.copyOf(options);
    }
  }
}
