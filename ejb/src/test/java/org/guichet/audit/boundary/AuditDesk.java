package org.guichet.audit.boundary;

import jakarta.ejb.EJBException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.audit.control.AuditRecords;
import org.guichet.audit.control.InMemoryAuditRecords;
import org.guichet.audit.control.InMemoryPersonalKeys;
import org.guichet.audit.control.JpaAuditRecords;
import org.guichet.audit.control.JpaPersonalKeys;
import org.guichet.audit.control.PersonalKeys;
import org.guichet.audit.control.PersonalTexts;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditQuery;
import org.guichet.audit.entity.AuditView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.Secrets;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.PageRequest;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;

/** The whole component put together by hand, in memory or on a test's database. */
public final class AuditDesk {
  public static final Caller OPERATOR = Caller.commandLine();

  private final AuditRecords entries;
  private final PersonalKeys keys;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Path data;
  private final PersonalKeyMaking making;
  private final Permissions permissions = Permissions.of(List.of());

  private AuditDesk(
      AuditRecords entries,
      PersonalKeys keys,
      Clock clock,
      Supplier<UUID> ids,
      Path data,
      PersonalKeyMaking making) {
    this.entries = entries;
    this.keys = keys;
    this.clock = clock;
    this.ids = ids;
    this.data = data;
    this.making = making;
    making.texts = texts();
    making.clock = clock;
  }

  public static AuditDesk inMemory(Clock clock, Supplier<UUID> ids, Path data) {
    return new AuditDesk(
        new InMemoryAuditRecords(),
        new InMemoryPersonalKeys(),
        clock,
        ids,
        data,
        new PersonalKeyMaking());
  }

  /** On the tables; keys are made in transactions of their own, as the container would. */
  public static AuditDesk on(TestDatabase database, Clock clock, Supplier<UUID> ids, Path data) {
    return new AuditDesk(
        new JpaAuditRecords(database.entityManager()),
        new JpaPersonalKeys(database.entityManager()),
        clock,
        ids,
        data,
        new PersonalKeyMaking() {
          @Override
          public void make(Caller caller, AccountId person) {
            try {
              database.inNewTransaction(
                  () -> {
                    super.make(caller, person);
                    return true;
                  });
            } catch (RuntimeException e) {
              throw new EJBException(e);
            }
          }
        });
  }

  private PersonalTexts texts() {
    SecureRandom random = new SecureRandom();
    return new PersonalTexts(keys, new Secrets(new byte[32], random), random);
  }

  public AuditTrail trail() {
    AuditTrail trail = new AuditTrail();
    trail.entries = entries;
    trail.texts = texts();
    trail.keyRing = keyRing();
    trail.clock = clock;
    trail.ids = ids;
    return trail;
  }

  public PersonalKeyRing keyRing() {
    PersonalKeyRing ring = new PersonalKeyRing();
    ring.permissions = permissions;
    ring.keys = keys;
    ring.texts = texts();
    ring.making = making;
    ring.clock = clock;
    return ring;
  }

  public AuditSealing sealing() {
    AuditSealing sealing = new AuditSealing();
    sealing.permissions = permissions;
    sealing.entries = entries;
    sealing.clock = clock;
    return sealing;
  }

  public AuditSearch search() {
    AuditSearch search = new AuditSearch();
    search.permissions = permissions;
    search.entries = entries;
    search.texts = texts();
    search.trail = trail();
    return search;
  }

  public AuditVerification verification() {
    AuditVerification verification = new AuditVerification();
    verification.permissions = permissions;
    verification.entries = entries;
    verification.settings = TestSettings.in(data);
    return verification;
  }

  public AuditTimer timer() {
    AuditTimer timer = new AuditTimer();
    timer.sealing = sealing();
    timer.settings = TestSettings.in(data);
    timer.clock = clock;
    return timer;
  }

  /** What is written, the newest first, without leaving a trace of having looked. */
  public List<AuditView> written() {
    AuditSearch search = search();
    AuditTrail silent =
        new AuditTrail() {
          @Override
          public void write(Caller caller, AuditEntry entry) {
            // Nobody looked.
          }
        };
    search.trail = silent;
    return search.list(OPERATOR, AuditQuery.all(PageRequest.from(0))).rows();
  }

  /** Names of what was done, the newest first. */
  public List<String> actions() {
    return written().stream().map(AuditView::action).toList();
  }
}
