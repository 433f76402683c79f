package org.guichet.notice.boundary;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.notice.control.ArgumentsJson;
import org.guichet.notice.control.ChosenInbox;
import org.guichet.notice.control.InMemoryPostedNotices;
import org.guichet.notice.control.Inbox;
import org.guichet.notice.control.MailTransport;
import org.guichet.notice.control.PostedNotices;
import org.guichet.notice.entity.Letter;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.Notice;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.InMemoryFileStore;
import org.guichet.testing.RecordingEvent;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;

/** The whole component put together by hand; mails end in a {@link RecordingTransport}. */
public final class NoticeDesk {
  private final InMemoryPostedNotices kept = new InMemoryPostedNotices();
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final RecordingEvent<NoticePosted> rung = new RecordingEvent<>();
  private final RecordingTransport transport = new RecordingTransport();
  private final Permissions permissions = Permissions.of(List.of());
  private final InMemoryFileStore files = new InMemoryFileStore(Path.of("target"));

  private NoticeDesk(Clock clock, Supplier<UUID> ids) {
    this.clock = clock;
    this.ids = ids;
  }

  public static NoticeDesk inMemory(Clock clock, Supplier<UUID> ids) {
    return new NoticeDesk(clock, ids);
  }

  public Notices notices() {
    return notices(kept);
  }

  /** What takes notices into {@code repository}. */
  public Notices notices(PostedNotices repository) {
    Notices notices = new Notices();
    notices.notices = repository;
    notices.posted = rung;
    notices.clock = clock;
    notices.ids = ids;
    return notices;
  }

  /** Everything that was posted, in that order. */
  public List<Notice> posted() {
    return kept.all().stream().map(ArgumentsJson::read).toList();
  }

  /** What became of all that was posted, in that order. */
  public List<PostedNotice> rows() {
    return kept.all();
  }

  /** The doorbells that a container would ring after the commit. */
  public List<NoticePosted> rung() {
    return rung.fired();
  }

  public RecordingTransport transport() {
    return transport;
  }

  public InMemoryFileStore files() {
    return files;
  }

  public NoticeLedger ledger() {
    return wire(new NoticeLedger(), kept);
  }

  /** A ledger on a test's tables, each step in a transaction of its own, as the container does. */
  public NoticeLedger ledger(TestDatabase database, PostedNotices repository) {
    return wire(new OnTables(database), repository);
  }

  private NoticeLedger wire(NoticeLedger ledger, PostedNotices repository) {
    ledger.permissions = permissions;
    ledger.notices = repository;
    ledger.run = new ServerRun("node1", new UUID(0, 2));
    ledger.clock = clock;
    return ledger;
  }

  public NoticeDelivery delivery() {
    return delivery(ledger());
  }

  public NoticeDelivery delivery(NoticeLedger ledger) {
    NoticeDelivery delivery = new NoticeDelivery();
    delivery.permissions = permissions;
    delivery.ledger = ledger;
    delivery.transport = transport;
    delivery.files = files;
    delivery.settings = TestSettings.in(Path.of("target"));
    delivery.clock = clock;
    return delivery;
  }

  /** What hands mails to a real server. */
  public NoticeDelivery delivery(MailTransport real, Settings settings) {
    NoticeDelivery delivery = delivery(ledger());
    delivery.transport = real;
    delivery.settings = settings;
    return delivery;
  }

  /** What looks into a real inbox. */
  public InboxReading inboxReading(Settings settings, Inbox inbox, MailTaker taker) {
    InboxReading reading = new InboxReading();
    reading.permissions = permissions;
    reading.ledger = bounces();
    reading.takers = MailTakers.of(List.of(taker));
    reading.settings = settings;
    reading.chosen =
        new ChosenInbox() {
          @Override
          public Optional<Inbox> inbox() {
            return Optional.of(inbox);
          }
        };
    return reading;
  }

  public NoticeSweep sweep() {
    NoticeSweep sweep = new NoticeSweep();
    sweep.permissions = permissions;
    sweep.notices = kept;
    sweep.settings = TestSettings.in(Path.of("target"));
    sweep.clock = clock;
    return sweep;
  }

  public InboxLedger bounces() {
    InboxLedger bounces = new InboxLedger();
    bounces.permissions = permissions;
    bounces.notices = kept;
    bounces.clock = clock;
    return bounces;
  }

  public MailDesk mailDesk() {
    return mailDesk(permissions);
  }

  /** A desk whose callers may do what {@code granting} says. */
  public MailDesk mailDesk(Permissions granting) {
    MailDesk desk = new MailDesk();
    desk.permissions = granting;
    desk.notices = kept;
    desk.posted = rung;
    desk.clock = clock;
    return desk;
  }

  private static final class OnTables extends NoticeLedger {
    private final TestDatabase database;

    OnTables(TestDatabase database) {
      this.database = database;
    }

    @Override
    public List<UUID> due(Caller caller, int atMost) {
      return database.inNewTransaction(() -> super.due(caller, atMost));
    }

    @Override
    public Optional<Letter> claim(Caller caller, UUID id) {
      return database.inNewTransaction(() -> super.claim(caller, id));
    }

    @Override
    public void sent(Caller caller, UUID id) {
      database.inNewTransaction(
          () -> {
            super.sent(caller, id);
            return true;
          });
    }

    @Override
    public void failed(Caller caller, UUID id, MailFailure why) {
      database.inNewTransaction(
          () -> {
            super.failed(caller, id, why);
            return true;
          });
    }

    @Override
    public void serverIsBack(Caller caller) {
      database.inNewTransaction(
          () -> {
            super.serverIsBack(caller);
            return true;
          });
    }
  }
}
