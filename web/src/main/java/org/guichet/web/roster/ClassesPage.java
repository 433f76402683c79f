package org.guichet.web.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.boundary.RosterPeople;
import org.guichet.roster.entity.ClassRow;
import org.guichet.web.Asked;
import org.guichet.web.Extent;
import org.guichet.web.portal.WorkedFor;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/classes}: an organisation's classes, and how many people are in each. */
@Named
@RequestScoped
public class ClassesPage {
  private static final int SIZE = 50;

  @Inject HttpServletRequest request;
  @Inject WorkedFor worked;
  @Inject RosterPeople people;
  @Inject PeopleWords words;

  private @Nullable Page<ClassRow> found;

  private Page<ClassRow> found() {
    if (found == null) {
      PageRequest part = new PageRequest((getPage() - 1) * SIZE, SIZE);
      found = people.classes(worked.caller(), worked.id(), part);
    }
    return found;
  }

  public List<ClassRow> getRows() {
    return found().rows();
  }

  /** Whether the visitor may print slips. */
  public boolean isManaged() {
    return worked.may(Permission.PEOPLE_MANAGE);
  }

  /** From 1. */
  public int getPage() {
    return new Asked(request).page();
  }

  /** What other pages of the list are asked for with. */
  public String getQuery() {
    return worked.isOther() ? WorkedFor.PARAMETER + "=" + worked.getMatricule() + "&" : "";
  }

  public boolean isMore() {
    return extent().more();
  }

  public String getExtent() {
    return extent().text(words.texts(), "people.classes.extent");
  }

  private Extent extent() {
    return new Extent(getPage(), SIZE, found().rows().size(), found().total());
  }
}
