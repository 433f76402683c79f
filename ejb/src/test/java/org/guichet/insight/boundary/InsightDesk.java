package org.guichet.insight.boundary;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.NewPerson;
import org.guichet.insight.control.InsightTables;
import org.guichet.notice.boundary.PostedMails;
import org.guichet.organisation.boundary.OrganisationDesk;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.TestDatabase;

/** The component's boundaries on a test's database. */
public final class InsightDesk {
  private final TestDatabase database;
  private final OrganisationDesk organisations;
  private final Permissions permissions;
  private final Settings settings;
  private final Clock clock;
  private final PostedMails mails = new PostedMails();
  private final Map<OrganisationId, List<NewPerson>> administrators = new HashMap<>();

  public InsightDesk(
      TestDatabase database,
      OrganisationDesk organisations,
      Permissions permissions,
      Settings settings,
      Clock clock) {
    this.database = database;
    this.organisations = organisations;
    this.permissions = permissions;
    this.settings = settings;
    this.clock = clock;
  }

  public Statistics statistics() {
    Statistics statistics = new Statistics();
    statistics.figures = InsightTables.figures(database);
    statistics.permissions = permissions;
    return statistics;
  }

  public Deadlines deadlines() {
    Deadlines deadlines = new Deadlines();
    deadlines.tables = InsightTables.deadlines(database);
    deadlines.permissions = permissions;
    deadlines.settings = settings;
    deadlines.clock = clock;
    return deadlines;
  }

  public DeadlineReminding reminding() {
    DeadlineReminding reminding = new DeadlineReminding();
    reminding.tables = InsightTables.deadlines(database);
    reminding.directory = organisations.directory();
    reminding.letters = letters();
    reminding.permissions = permissions;
    reminding.settings = settings;
    reminding.clock = clock;
    return reminding;
  }

  public SilenceWatch silences() {
    SilenceWatch watch = new SilenceWatch();
    watch.tables = InsightTables.silences(database);
    watch.terms = organisations.silenceTerms();
    watch.directory = organisations.directory();
    watch.mandates = organisations.mandates();
    watch.letters = letters();
    watch.permissions = permissions;
    watch.settings = settings;
    watch.clock = clock;
    return watch;
  }

  /** What would be mailed. */
  public PostedMails mails() {
    return mails;
  }

  /** Somebody runs this organisation from now on. */
  public void seat(OrganisationId organisation, NewPerson person) {
    administrators.computeIfAbsent(organisation, id -> new ArrayList<>()).add(person);
  }

  private Letters letters() {
    Letters letters = new Letters();
    letters.members =
        new Members() {
          @Override
          public List<NewPerson> administrators(Caller caller, OrganisationId organisation) {
            return administrators.getOrDefault(organisation, List.of());
          }
        };
    letters.notices = mails;
    letters.settings = settings;
    return letters;
  }
}
