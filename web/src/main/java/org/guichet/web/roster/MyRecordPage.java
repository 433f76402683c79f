package org.guichet.web.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.guichet.roster.boundary.MyRecord;
import org.guichet.roster.entity.PersonCard;
import org.guichet.roster.entity.RosterField;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/my-record}: what organisations that imported the visitor keep of them. */
@Named
@RequestScoped
public class MyRecordPage {
  @Inject CurrentVisitor visitor;
  @Inject MyRecord record;
  @Inject Moments dates;
  @Inject PeopleWords words;

  private @Nullable List<Kept> records;

  public List<Kept> getRecords() {
    if (records == null) {
      records = record.list(visitor.caller()).stream().map(this::kept).toList();
    }
    return records;
  }

  private Kept kept(PersonCard card) {
    List<PersonPage.Fact> facts = new ArrayList<>();
    facts.add(fact("people.profile", words.profile(card.profile())));
    facts.add(fact("people.login", card.login()));
    for (RosterField field : RosterField.values()) {
      if (!card.value(field).isEmpty()) {
        facts.add(new PersonPage.Fact(words.field(field), words.shown(field, card, dates)));
      }
    }
    if (!card.classes().isEmpty()) {
      String labels = String.join(", ", card.classes().stream().map(one -> one.label()).toList());
      facts.add(fact("people.class", labels));
    }
    facts.add(fact("people.changed", dates.fully(card.changedAt())));
    return new Kept(
        record.keeper(visitor.caller(), card.organisation()),
        facts,
        card.children().stream().map(words::row).toList(),
        card.lastDay().map(dates::day).orElse(""));
  }

  private PersonPage.Fact fact(String key, String value) {
    return new PersonPage.Fact(words.texts().text(key), value);
  }

  /**
   * What one organisation keeps.
   *
   * @param lastDay of who is pre-deleted; else empty
   */
  public record Kept(
      String organisation,
      List<PersonPage.Fact> facts,
      List<PeopleWords.Row> children,
      String lastDay) {}
}
