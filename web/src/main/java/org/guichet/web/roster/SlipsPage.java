package org.guichet.web.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.guichet.roster.boundary.SlipDesk;
import org.guichet.roster.entity.SlipPlan;
import org.guichet.roster.entity.SlipTarget;
import org.guichet.web.portal.WorkedFor;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/slips}: what printing the slips of a class, or of a person, comes to. */
@Named
@RequestScoped
public class SlipsPage {
  @Inject HttpServletRequest request;
  @Inject WorkedFor worked;
  @Inject SlipDesk desk;
  @Inject PeopleWords words;

  private @Nullable SlipPlan plan;

  /** For whom, as an address or a form names it. */
  static SlipTarget target(HttpServletRequest request) {
    String imported = request.getParameter("import");
    if (imported != null && !imported.isEmpty()) {
      return SlipTarget.imported(PeopleWords.id(imported));
    }
    String schoolClass = request.getParameter("class");
    return schoolClass == null || schoolClass.isEmpty()
        ? SlipTarget.person(PeopleWords.id(request.getParameter("id")))
        : SlipTarget.schoolClass(PeopleWords.id(schoolClass));
  }

  private SlipPlan plan() {
    if (plan == null) {
      plan = desk.look(worked.caller(), worked.id(), target(request));
    }
    return plan;
  }

  /** The class, the person, or the first file of the import. */
  public String getTitle() {
    return plan().title();
  }

  /** Import in the address, whose report tells the codes; empty for others. */
  public String getImported() {
    return target(request).imported().map(Object::toString).orElse("");
  }

  public boolean isAnybody() {
    return plan().people() > 0;
  }

  /** Whether earlier slips stop working. */
  public boolean isAgain() {
    return plan().again() > 0;
  }

  public String getCount() {
    return words.texts().text("slips.count", plan().people());
  }

  /** What the slips are for. */
  public String getWhat() {
    return words.texts().text(plan().renewing() ? "slips.renewing.what" : "slips.what");
  }

  /** What the button says. */
  public String getPrint() {
    return words.texts().text(getPerson().isEmpty() ? "slips.print" : "slips.print.one");
  }

  /** The same as {@link #getCount}, where no paper is printed. */
  public String getCodes() {
    return words.texts().text("slips.report.count", plan().people());
  }

  public String getDead() {
    return words.texts().text("slips.dead", plan().again());
  }

  /** Class in the address; empty for a person. */
  public String getSchoolClass() {
    return target(request).schoolClass().map(Object::toString).orElse("");
  }

  /** Person in the address; empty for a class. */
  public String getPerson() {
    return target(request).person().map(Object::toString).orElse("");
  }

  /** Where one came from. */
  public String getBack() {
    if (!getImported().isEmpty()) {
      return "/portal/import-done?id=" + getImported();
    }
    return target(request)
        .person()
        .map(id -> "/portal/person?id=" + id + worked.getSuffix())
        .orElseGet(() -> "/portal/classes" + worked.getQuery());
  }
}
