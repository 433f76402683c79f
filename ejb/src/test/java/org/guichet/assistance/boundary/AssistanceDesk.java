package org.guichet.assistance.boundary;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.AccountDesk;
import org.guichet.assistance.control.JpaTicketAlerts;
import org.guichet.assistance.control.JpaTicketMails;
import org.guichet.assistance.control.JpaTickets;
import org.guichet.assistance.control.RequestLimits;
import org.guichet.assistance.control.TicketAlerts;
import org.guichet.assistance.control.TicketMails;
import org.guichet.assistance.control.Tickets;
import org.guichet.notice.boundary.Notices;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;

/** The component put together by hand on a test's tables, with all that it needs before it. */
public final class AssistanceDesk {
  public final AccountDesk accounts;
  final Tickets tickets;
  final TicketMails mails;
  final TicketAlerts alerts;
  Notices notices;

  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Settings settings;
  private final SecureRandom random = new SecureRandom();
  private final RequestLimits limits;

  public AssistanceDesk(TestDatabase database, Clock clock, Supplier<UUID> ids, Path data) {
    this(database, clock, ids, TestSettings.in(data));
  }

  /** One of these settings; mails go to {@link #notices}, which may be another than usual. */
  public AssistanceDesk(TestDatabase database, Clock clock, Supplier<UUID> ids, Settings settings) {
    this.clock = clock;
    this.ids = ids;
    accounts = new AccountDesk(database, clock, ids, settings.data());
    notices = accounts.mails;
    this.settings = settings;
    tickets = new JpaTickets(database.entityManager());
    mails = new JpaTicketMails(database.entityManager());
    alerts = new JpaTicketAlerts(database.entityManager(), tickets);
    limits = new RequestLimits(clock);
  }

  TicketLedger ledger() {
    TicketLedger ledger = new TicketLedger();
    ledger.permissions = accounts.permissions;
    ledger.tickets = tickets;
    ledger.profile = accounts.own();
    ledger.trail = accounts.audit.trail();
    ledger.notices = notices;
    ledger.operators = accounts.operators();
    ledger.tokens = new Tokens(random);
    ledger.settings = settings;
    ledger.clock = clock;
    ledger.ids = ids;
    return ledger;
  }

  public AssistanceForm form() {
    AssistanceForm form = new AssistanceForm();
    form.ledger = ledger();
    form.tickets = tickets;
    form.limits = limits;
    form.directory = accounts.organisations.directory();
    form.members = accounts.members();
    form.ids = ids;
    return form;
  }

  private TicketThread thread() {
    TicketThread thread = new TicketThread();
    thread.ledger = ledger();
    thread.limits = limits;
    thread.ids = ids;
    return thread;
  }

  public TicketFollowing following() {
    TicketFollowing following = new TicketFollowing();
    following.ledger = ledger();
    following.tickets = tickets;
    following.thread = thread();
    return following;
  }

  public TicketDesk desk() {
    TicketDesk desk = new TicketDesk();
    desk.ledger = ledger();
    desk.thread = thread();
    desk.tickets = tickets;
    desk.alerts = alerts;
    return desk;
  }

  public TicketWatch watch() {
    TicketWatch watch = new TicketWatch();
    watch.permissions = accounts.permissions;
    watch.tickets = tickets;
    return watch;
  }

  public TicketDecisions decisions() {
    TicketDecisions decisions = new TicketDecisions();
    decisions.ledger = ledger();
    decisions.register = accounts.organisations.register();
    decisions.directory = accounts.organisations.directory();
    decisions.mandates = accounts.organisations.mandates();
    decisions.codes = accounts.registrationCodes();
    decisions.members = accounts.members();
    decisions.random = random;
    decisions.ids = ids;
    return decisions;
  }

  public TicketSweep sweep() {
    TicketSweep sweep = new TicketSweep();
    sweep.ledger = ledger();
    sweep.tickets = tickets;
    sweep.mails = mails;
    return sweep;
  }

  public TicketReplies replies() {
    TicketReplies replies = new TicketReplies();
    replies.ledger = ledger();
    replies.thread = thread();
    replies.tickets = tickets;
    replies.mails = mails;
    replies.limits = limits;
    replies.operators = accounts.operators();
    replies.members = accounts.members();
    replies.ids = ids;
    return replies;
  }

  public UnfiledMails unfiled() {
    UnfiledMails unfiled = new UnfiledMails();
    unfiled.ledger = ledger();
    unfiled.thread = thread();
    unfiled.mails = mails;
    return unfiled;
  }

  public TicketTelling telling() {
    TicketTelling telling = new TicketTelling();
    telling.ledger = ledger();
    telling.alerts = alerts;
    telling.operators = accounts.operators();
    telling.ids = ids;
    return telling;
  }
}
