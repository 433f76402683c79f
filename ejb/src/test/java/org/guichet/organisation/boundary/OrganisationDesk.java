package org.guichet.organisation.boundary;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.audit.boundary.AuditDesk;
import org.guichet.notice.boundary.PostedMails;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.control.InMemoryMandateBook;
import org.guichet.organisation.control.InMemoryOrganisations;
import org.guichet.organisation.control.InMemorySftpKeys;
import org.guichet.organisation.control.InMemorySftpSessions;
import org.guichet.organisation.control.JpaMandateBook;
import org.guichet.organisation.control.JpaOrganisations;
import org.guichet.organisation.control.JpaSftpKeys;
import org.guichet.organisation.control.JpaSftpSessions;
import org.guichet.organisation.control.MandateBook;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.control.SftpKeys;
import org.guichet.organisation.control.SftpSessions;
import org.guichet.organisation.control.SignInGuard;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;

/** The whole component put together by hand, in memory or on a test's database. */
public final class OrganisationDesk {
  public static final Caller OPERATOR = Caller.commandLine();

  private static final ServerRun RUN = new ServerRun("test", new UUID(0, 1));

  private final Organisations organisations;
  private final SftpKeys sftpKeys;
  private final MandateBook book;
  private final SftpSessions sftpSessions;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Settings settings;
  private final SignInGuard guard;
  private final Permissions permissions;
  private final AuditDesk audit;
  private final PostedMails mails = new PostedMails();

  private OrganisationDesk(
      Organisations organisations,
      SftpKeys sftpKeys,
      MandateBook book,
      SftpSessions sftpSessions,
      Clock clock,
      Supplier<UUID> ids,
      AuditDesk audit) {
    this.audit = audit;
    this.organisations = organisations;
    this.sftpKeys = sftpKeys;
    this.book = book;
    this.sftpSessions = sftpSessions;
    this.clock = clock;
    this.ids = ids;
    this.settings = withPasswords(TestSettings.in(Path.of("target")));
    this.guard = new SignInGuard(clock);
    this.permissions = Permissions.of(List.of(keyPermissions()));
  }

  private static Settings withPasswords(Settings all) {
    Settings.Sftp sftp = all.sftp();
    return new Settings(
        all.node(),
        all.data(),
        all.zone(),
        all.publicUrl(),
        all.secretFile(),
        all.heapSize(),
        all.http(),
        new Settings.Sftp(
            sftp.bind(),
            sftp.port(),
            sftp.limits(),
            new Settings.SftpTrust(false, true, Optional.empty())),
        all.database(),
        all.mail(),
        all.deposit(),
        all.retention(),
        all.account());
  }

  public static OrganisationDesk inMemory(Clock clock, Supplier<UUID> ids) {
    return new OrganisationDesk(
        new InMemoryOrganisations(),
        new InMemorySftpKeys(),
        new InMemoryMandateBook(),
        new InMemorySftpSessions(),
        clock,
        ids,
        AuditDesk.inMemory(clock, UUID::randomUUID, Path.of("target")));
  }

  /** On the tables; calls belong into {@link TestDatabase#inTransaction}. */
  public static OrganisationDesk on(TestDatabase database, Clock clock, Supplier<UUID> ids) {
    return new OrganisationDesk(
        new JpaOrganisations(database.entityManager()),
        new JpaSftpKeys(database.entityManager()),
        new JpaMandateBook(database.entityManager()),
        new JpaSftpSessions(database.entityManager()),
        clock,
        ids,
        AuditDesk.on(database, clock, UUID::randomUUID, Path.of("target")));
  }

  /** What this desk wrote down. */
  public AuditDesk audit() {
    return audit;
  }

  /** What the keys of this desk may do. */
  public KeyPermissions keyPermissions() {
    KeyPermissions source = new KeyPermissions();
    source.organisations = organisations;
    source.keys = sftpKeys;
    source.clock = clock;
    return source;
  }

  /** Knows the keys of this desk, and lets the system do everything. */
  public Permissions permissions() {
    return permissions;
  }

  public OrganisationRegister register() {
    OrganisationRegister register = new OrganisationRegister();
    register.permissions = permissions;
    register.access = access();
    register.organisations = organisations;
    register.trail = audit.trail();
    register.clock = clock;
    register.ids = ids;
    return register;
  }

  public OrganisationCorrecting correcting() {
    OrganisationCorrecting correcting = new OrganisationCorrecting();
    correcting.permissions = permissions;
    correcting.access = access();
    correcting.mail = mail();
    correcting.trail = audit.trail();
    correcting.clock = clock;
    return correcting;
  }

  public KeyRing keys() {
    KeyRing keyRing = new KeyRing();
    keyRing.access = access();
    keyRing.keys = sftpKeys;
    keyRing.trail = audit.trail();
    keyRing.settings = settings;
    keyRing.random = new SecureRandom();
    keyRing.clock = clock;
    keyRing.ids = ids;
    return keyRing;
  }

  public MailRecipients recipients() {
    MailRecipients recipients = new MailRecipients();
    recipients.access = access();
    recipients.trail = audit.trail();
    recipients.clock = clock;
    recipients.ids = ids;
    return recipients;
  }

  public CheckingSettings checking() {
    CheckingSettings checking = new CheckingSettings();
    checking.permissions = permissions;
    checking.access = access();
    checking.organisations = organisations;
    checking.trail = audit.trail();
    return checking;
  }

  public DoorSessions doorSessions() {
    DoorSessions doors = new DoorSessions();
    doors.permissions = permissions;
    doors.access = access();
    doors.sessions = sftpSessions;
    doors.trail = audit.trail();
    doors.run = RUN;
    doors.clock = clock;
    return doors;
  }

  public AccountTerms accountTerms() {
    AccountTerms terms = new AccountTerms();
    terms.permissions = permissions;
    terms.access = access();
    terms.organisations = organisations;
    terms.trail = audit.trail();
    terms.settings = settings;
    return terms;
  }

  public SilenceTerms silenceTerms() {
    SilenceTerms terms = new SilenceTerms();
    terms.permissions = permissions;
    terms.access = access();
    terms.organisations = organisations;
    terms.trail = audit.trail();
    return terms;
  }

  public ImportTerms importTerms() {
    ImportTerms terms = new ImportTerms();
    terms.permissions = permissions;
    terms.access = access();
    terms.organisations = organisations;
    terms.trail = audit.trail();
    return terms;
  }

  public Mandates mandates() {
    Mandates mandates = new Mandates();
    mandates.access = access();
    mandates.organisations = organisations;
    mandates.book = book;
    mandates.trail = audit.trail();
    mandates.mail = mail();
    mandates.settings = settings;
    mandates.clock = clock;
    mandates.ids = ids;
    return mandates;
  }

  /** What this desk would mail. */
  public PostedMails mails() {
    return mails;
  }

  private OrganisationMail mail() {
    OrganisationMail mail = new OrganisationMail();
    mail.notices = mails;
    mail.settings = settings;
    return mail;
  }

  public KeyReminding reminding() {
    KeyReminding reminding = new KeyReminding();
    reminding.permissions = permissions;
    reminding.organisations = organisations;
    reminding.keys = sftpKeys;
    reminding.mail = mail();
    reminding.clock = clock;
    return reminding;
  }

  public KeySignIn signIn() {
    KeySignIn signIn = new KeySignIn();
    signIn.organisations = organisations;
    signIn.keys = sftpKeys;
    signIn.sessions = sftpSessions;
    signIn.run = RUN;
    signIn.guard = guard;
    signIn.settings = settings;
    signIn.clock = clock;
    return signIn;
  }

  public OrganisationDirectory directory() {
    OrganisationDirectory directory = new OrganisationDirectory();
    directory.permissions = permissions;
    directory.access = access();
    directory.organisations = organisations;
    return directory;
  }

  public OrganisationStanding standing() {
    OrganisationStanding standing = new OrganisationStanding();
    standing.permissions = permissions;
    standing.organisations = organisations;
    standing.book = book;
    standing.settings = settings;
    standing.clock = clock;
    return standing;
  }

  public DepositRights rights() {
    DepositRights rights = new DepositRights();
    rights.permissions = permissions;
    rights.organisations = organisations;
    rights.mandates = book;
    rights.settings = settings;
    return rights;
  }

  private OrganisationAccess access() {
    OrganisationAccess access = new OrganisationAccess();
    access.permissions = permissions;
    access.organisations = organisations;
    return access;
  }

  /** A new active organisation with a contract. */
  public OrganisationView certifier(String matricule, String contract) {
    register().add(OPERATOR, OrganisationSamples.certifier(matricule, contract));
    return find(matricule);
  }

  /** A new active organisation without a contract. */
  public OrganisationView depositor(String matricule) {
    register().add(OPERATOR, OrganisationSamples.depositor(matricule));
    return find(matricule);
  }

  public OrganisationView find(String matricule) {
    return directory().findByMatricule(OPERATOR, new Matricule(matricule)).orElseThrow();
  }

  /** A caller with a new key {@code name} of the organisation, over SFTP. */
  public Caller key(OrganisationView organisation, String name, String line, KeyScope... scopes) {
    KeyView key =
        keys()
            .add(OPERATOR, organisation.matricule(), OrganisationSamples.key(name, line, scopes))
            .fold(
                added -> added.key(),
                already -> already.key(),
                refused -> {
                  throw new AssertionError(refused.mistakes());
                });
    return Caller.key(key.id(), organisation.id(), Channel.SFTP, "192.0.2.7");
  }
}
