package org.guichet.web.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.boundary.RosterPeople;
import org.guichet.roster.boundary.SlipDesk;
import org.guichet.roster.entity.ClassLink;
import org.guichet.roster.entity.PersonCard;
import org.guichet.roster.entity.PersonStanding;
import org.guichet.roster.entity.PersonTrace;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.SlipTarget;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.portal.WorkedFor;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/person}: all that is kept of somebody ({@code id}). */
@Named
@RequestScoped
public class PersonPage {
  @Inject Notices notices;
  @Inject WorkedFor worked;
  @Inject Moments dates;
  @Inject RosterPeople people;
  @Inject SlipDesk slips;
  @Inject PeopleWords words;

  private @Nullable PersonCard card;

  private PersonCard card() {
    if (card == null) {
      card =
          people.find(
              worked.caller(), worked.id(), PeopleWords.id(notices.request().getParameter("id")));
    }
    return card;
  }

  public String getId() {
    return card().id().toString();
  }

  public String getName() {
    return card().name();
  }

  public String getLogin() {
    return card().login();
  }

  public String getProfile() {
    return words.profile(card().profile());
  }

  public boolean isLeaving() {
    return card().state() == PersonStanding.LEAVING;
  }

  public boolean isRestorable() {
    return isLeaving() && worked.may(Permission.PEOPLE_MANAGE);
  }

  /** Whether a slip can be printed: for who has no account yet, or no way to a new password. */
  public boolean isPrintable() {
    return worked.may(Permission.PEOPLE_MANAGE)
        && (card().account().isEmpty()
            || slips.look(worked.caller(), worked.id(), SlipTarget.person(card().id())).people()
                > 0);
  }

  /** Until when somebody who leaves is there, in words. */
  public String getLastDay() {
    return card().lastDay().map(dates::day).orElse("");
  }

  public boolean isParent() {
    return card().profile() == Profile.PARENT;
  }

  public boolean isPupil() {
    return card().profile() == Profile.PUPIL;
  }

  /** What is known, in the order of the fields. */
  public List<Fact> getFacts() {
    List<Fact> facts = new ArrayList<>();
    Stream.of(RosterField.values())
        .filter(field -> !card().value(field).isEmpty())
        .forEach(
            field -> facts.add(new Fact(words.field(field), words.shown(field, card(), dates))));
    return facts;
  }

  public List<ClassLink> getClasses() {
    return card().classes();
  }

  public List<PeopleWords.Row> getChildren() {
    return card().children().stream().map(words::row).toList();
  }

  public List<PeopleWords.Row> getParents() {
    return card().parents().stream().map(words::row).toList();
  }

  public String getAccess() {
    return words.access(card().access());
  }

  public String getLook() {
    return PeopleWords.look(card().access());
  }

  public String getIcon() {
    return PeopleWords.icon(card().access());
  }

  /** What the access means, and until when. */
  public String getAccessMeans() {
    String key = "people.access.means." + card().access();
    return words.texts().text(key, card().slipUntil().map(dates::day).orElse(""));
  }

  public String getCreated() {
    return dates.fully(card().createdAt());
  }

  public String getChanged() {
    return dates.fully(card().changedAt());
  }

  public List<Trace> getHistory() {
    return card().history().stream().map(this::trace).toList();
  }

  private Trace trace(PersonTrace trace) {
    String what = trace.made() ? "people.history.made" : "people.history.changed";
    return new Trace(
        words.texts().text(what), dates.fully(trace.at()), trace.at().toString(), trace.undone());
  }

  /** Takes the pre-deletion back. */
  public @Nullable String restore() {
    String name = card().name();
    String address = "/portal/person?id=" + card().id() + worked.getSuffix();
    boolean restored = people.restore(worked.caller(), worked.id(), card().id());
    return (restored
            ? notices.info("people.RESTORED", name)
            : notices.info("people.NOT_LEAVING", name))
        .to(address);
  }

  /** Something known, with its name. */
  public record Fact(String label, String value) {}

  /** An import in somebody's history. */
  public record Trace(String what, String at, String machineTime, boolean undone) {}
}
