package org.guichet.account.boundary;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.guichet.account.control.CatalogueShelf;
import org.guichet.account.control.GroupPeople;
import org.guichet.account.control.GroupShelf;
import org.guichet.account.control.GuessLimits;
import org.guichet.account.control.IdentityProvider;
import org.guichet.account.control.JpaAccounts;
import org.guichet.account.control.JpaIdentities;
import org.guichet.account.control.JpaMemberships;
import org.guichet.account.control.JpaRegistrationCodeBook;
import org.guichet.account.control.JpaSignIns;
import org.guichet.account.control.OidcProvider;
import org.guichet.account.control.ProviderWay;
import org.guichet.account.control.Rights;
import org.guichet.account.control.SavedViewShelf;
import org.guichet.account.control.Totp;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.ArrivalOutcome;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.account.entity.ProvenIdentity;
import org.guichet.account.entity.RoleGrant;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.audit.boundary.AuditDesk;
import org.guichet.notice.boundary.PostedMails;
import org.guichet.organisation.boundary.KeyPermissions;
import org.guichet.organisation.boundary.OrganisationDesk;
import org.guichet.organisation.boundary.OrganisationStanding;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.PasswordHashing;
import org.guichet.platform.control.Secrets;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;

/**
 * The whole component put together by hand on a test's tables. Calls belong into {@link
 * TestDatabase#inTransaction}; the shortcuts here see to it themselves.
 */
public final class AccountDesk {
  public static final Caller OPERATOR = Caller.commandLine();
  public static final Caller VISITOR = Caller.visitor("192.0.2.7");
  public static final String PASSWORD = "corde bleue sept tuiles";

  public final PostedMails mails = new PostedMails();
  public final OrganisationDesk organisations;
  public final AuditDesk audit;
  public final Permissions permissions;

  final JpaAccounts accounts;
  final JpaSignIns signIns;
  final JpaIdentities identities;
  final JpaMemberships memberships;
  final JpaRegistrationCodeBook codes;
  final GroupShelf groups;
  final GroupPeople people;
  final Rights rights;
  final CatalogueShelf shelf;
  final GuessLimits limits;
  IdentityProvider provider;
  final CountingHashing hashing = new CountingHashing();

  /** Logins that others keep. */
  public final List<ReservedLogins> reserved = new ArrayList<>();

  private final TestDatabase database;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Settings settings;
  private final SecureRandom random = new SecureRandom();
  private final Secrets secrets = new Secrets(new byte[32], random);

  public AccountDesk(TestDatabase database, Clock clock, Supplier<UUID> ids, Path data) {
    this(database, clock, ids, TestSettings.in(data));
  }

  /** With settings of its own, such as another catalogue. */
  public AccountDesk(TestDatabase database, Clock clock, Supplier<UUID> ids, Settings settings) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
    this.settings = settings;
    organisations = OrganisationDesk.on(database, clock, ids);
    audit = AuditDesk.on(database, clock, ids, settings.data());
    accounts = new JpaAccounts(database.entityManager());
    signIns = new JpaSignIns(database.entityManager());
    identities = new JpaIdentities(database.entityManager());
    memberships = new JpaMemberships(database.entityManager());
    codes = new JpaRegistrationCodeBook(database.entityManager());
    shelf = CatalogueShelf.of(settings, clock);
    groups = new GroupShelf(database.entityManager());
    people = new GroupPeople(database.entityManager());
    rights = new Rights(memberships, shelf, groups);
    limits = new GuessLimits(clock);
    KeyPermissions keys = organisations.keyPermissions();
    permissions = Permissions.of(List.of(keys, accountPermissions()));
    provider = new OidcProvider(settings, clock);
  }

  /** Knows how often it was asked, and hashes nothing: the real one is tested by itself. */
  static final class CountingHashing extends PasswordHashing {
    int checked;

    @Override
    public String hash(String password) {
      return "hash of " + password;
    }

    @Override
    public boolean matches(String password, String kept) {
      checked++;
      return kept.equals(hash(password));
    }

    @Override
    public boolean matchesNothing(String password) {
      checked++;
      return false;
    }
  }

  OrganisationStanding standing() {
    return organisations.standing();
  }

  private AccountPermissions accountPermissions() {
    AccountPermissions source = new AccountPermissions();
    source.accounts = accounts;
    source.signIns = signIns;
    source.memberships = memberships;
    source.rights = rights;
    source.standing = standing();
    source.life = life();
    source.clock = clock;
    return source;
  }

  private AccountLife life() {
    AccountLife life = new AccountLife();
    life.memberships = memberships;
    life.terms = organisations.accountTerms();
    life.settings = settings;
    return life;
  }

  AccountLedger ledger() {
    AccountLedger ledger = new AccountLedger();
    ledger.accounts = accounts;
    ledger.signIns = signIns;
    ledger.trail = audit.trail();
    ledger.notices = mails;
    ledger.tokens = new Tokens(random);
    ledger.secrets = secrets;
    ledger.settings = settings;
    ledger.life = life();
    ledger.reservations = LoginReservations.of(reserved);
    ledger.clock = clock;
    ledger.ids = ids;
    return ledger;
  }

  /** Accounts by slips; calls belong into a transaction. */
  public SlipAccounts slips() {
    SlipAccounts slips = new SlipAccounts();
    slips.ledger = ledger();
    slips.accounts = accounts;
    slips.memberships = memberships;
    slips.hashing = hashing;
    slips.signIns = signIns;
    slips.limits = limits;
    return slips;
  }

  SecondFactors factors() {
    SecondFactors factors = new SecondFactors();
    factors.ledger = ledger();
    factors.accounts = accounts;
    factors.secrets = secrets;
    factors.random = random;
    factors.ids = ids;
    return factors;
  }

  SessionOpening opening() {
    SessionOpening opening = new SessionOpening();
    opening.rights = rights;
    opening.ledger = ledger();
    opening.signIns = signIns;
    opening.links = links();
    opening.memberships = memberships;
    opening.directory = organisations.directory();
    opening.tokens = new Tokens(random);
    opening.ids = ids;
    return opening;
  }

  public SignIn signIn() {
    SignIn signIn = new SignIn();
    signIn.ledger = ledger();
    signIn.accounts = accounts;
    signIn.signIns = signIns;
    signIn.identities = identities;
    signIn.steps = steps();
    signIn.factors = factors();
    signIn.opening = opening();
    signIn.renewals = renewals();
    signIn.limits = limits;
    signIn.hashing = hashing;
    return signIn;
  }

  private SignInSteps steps() {
    SignInSteps steps = new SignInSteps();
    steps.ledger = ledger();
    steps.accounts = accounts;
    steps.signIns = signIns;
    steps.rights = rights;
    steps.factors = factors();
    steps.opening = opening();
    steps.tokens = new Tokens(random);
    steps.ids = ids;
    return steps;
  }

  private ProviderLinks links() {
    ProviderLinks links = new ProviderLinks();
    links.ledger = ledger();
    links.identities = identities;
    links.provider = provider;
    links.secrets = secrets;
    links.ids = ids;
    return links;
  }

  private OwnAccount self() {
    OwnAccount self = new OwnAccount();
    self.permissions = permissions;
    self.ledger = ledger();
    self.accounts = accounts;
    self.signIns = signIns;
    self.limits = limits;
    self.hashing = hashing;
    return self;
  }

  OwnIdentities ownIdentities() {
    OwnIdentities own = new OwnIdentities();
    own.self = self();
    own.ledger = ledger();
    own.accounts = accounts;
    own.identities = identities;
    own.provider = provider;
    own.links = links();
    return own;
  }

  ProviderSignIn providerSignIn() {
    ProviderSignIn signIn = new ProviderSignIn();
    signIn.permissions = permissions;
    signIn.ledger = ledger();
    signIn.provider = provider;
    signIn.identities = identities;
    signIn.arrivals = arrivals();
    signIn.links = links();
    signIn.limits = limits;
    signIn.secrets = secrets;
    signIn.tokens = new Tokens(random);
    return signIn;
  }

  /** As the container does, each call is a transaction. */
  private ProviderArrivals arrivals() {
    ProviderArrivals arrivals =
        new ProviderArrivals() {
          @Override
          public ArrivalOutcome receive(
              Caller caller, ProviderWay way, ProvenIdentity proven, String device, String agent) {
            return database.inTransaction(() -> super.receive(caller, way, proven, device, agent));
          }
        };
    arrivals.ledger = ledger();
    arrivals.accounts = accounts;
    arrivals.identities = identities;
    arrivals.steps = steps();
    arrivals.links = links();
    arrivals.tokens = new Tokens(random);
    arrivals.ids = ids;
    return arrivals;
  }

  public Sessions sessions() {
    Sessions sessions = new Sessions();
    sessions.permissions = permissions;
    sessions.ledger = ledger();
    sessions.accounts = accounts;
    sessions.signIns = signIns;
    sessions.opening = opening();
    return sessions;
  }

  FirstSeat seat() {
    FirstSeat seat = new FirstSeat();
    seat.ledger = ledger();
    seat.memberships = memberships;
    seat.codes = codes;
    seat.rights = rights;
    seat.ids = ids;
    return seat;
  }

  public Activation activation() {
    Activation activation = new Activation();
    activation.ledger = ledger();
    activation.accounts = accounts;
    activation.hashing = hashing;
    activation.seat = seat();
    return activation;
  }

  public Operators operators() {
    Operators operators = new Operators();
    operators.permissions = permissions;
    operators.ledger = ledger();
    operators.memberships = memberships;
    operators.rights = rights;
    operators.ids = ids;
    return operators;
  }

  public OperatorRoles operatorRoles() {
    OperatorRoles roles = new OperatorRoles();
    roles.permissions = permissions;
    roles.ledger = ledger();
    roles.memberships = memberships;
    roles.rules = rules();
    roles.rights = rights;
    roles.ids = ids;
    return roles;
  }

  public GroupRights groupRights() {
    GroupRights groups = new GroupRights();
    groups.permissions = permissions;
    groups.rights = rights;
    return groups;
  }

  public GroupDesk groupDesk() {
    GroupDesk made = new GroupDesk();
    made.permissions = permissions;
    made.ledger = ledger();
    made.memberships = memberships;
    made.rules = rules();
    made.rights = rights;
    made.groups = groups;
    return made;
  }

  public GroupMembers groupMembers() {
    GroupMembers members = new GroupMembers();
    members.groupRights = groupRights();
    members.ledger = ledger();
    members.memberships = memberships;
    members.people = people;
    members.rules = groupRules();
    members.rights = rights;
    members.ids = ids;
    return members;
  }

  private GroupRules groupRules() {
    GroupRules rules = new GroupRules();
    rules.memberships = memberships;
    rules.rules = rules();
    rules.rights = rights;
    return rules;
  }

  UserOverview overview() {
    UserOverview overview = new UserOverview();
    overview.permissions = permissions;
    overview.memberships = memberships;
    overview.groups = groupRights();
    overview.rights = rights;
    overview.directory = organisations.directory();
    overview.register = organisations.register();
    return overview;
  }

  public PlacePeople placePeople() {
    PlacePeople placed = new PlacePeople();
    placed.permissions = permissions;
    placed.ledger = ledger();
    placed.memberships = memberships;
    placed.rights = rights;
    return placed;
  }

  public RightsGiving rightsGiving() {
    RightsGiving giving = new RightsGiving();
    giving.permissions = permissions;
    giving.ledger = ledger();
    giving.memberships = memberships;
    giving.rules = rules();
    giving.groups = groupRights();
    giving.rights = rights;
    giving.ids = ids;
    return giving;
  }

  private RenewalAsking renewals() {
    RenewalAsking renewals = new RenewalAsking();
    renewals.rights = rights;
    renewals.ledger = ledger();
    renewals.memberships = memberships;
    renewals.directory = organisations.directory();
    renewals.ids = ids;
    return renewals;
  }

  private MemberRules rules() {
    MemberRules rules = new MemberRules();
    rules.permissions = permissions;
    rules.ledger = ledger();
    rules.memberships = memberships;
    rules.rights = rights;
    rules.directory = organisations.directory();
    return rules;
  }

  public Members members() {
    Members members = new Members();
    members.permissions = permissions;
    members.ledger = ledger();
    members.accounts = accounts;
    members.memberships = memberships;
    members.rules = rules();
    members.rights = rights;
    members.mandates = organisations.mandates();
    members.directory = organisations.directory();
    members.ids = ids;
    return members;
  }

  OwnRights ownRights() {
    OwnRights own = new OwnRights();
    own.permissions = permissions;
    own.ledger = ledger();
    own.memberships = memberships;
    own.rules = rules();
    own.rights = rights;
    return own;
  }

  OwnNews news() {
    OwnNews news = new OwnNews();
    news.permissions = permissions;
    news.ledger = ledger();
    news.accounts = accounts;
    return news;
  }

  OwnViews views() {
    OwnViews views = new OwnViews();
    views.permissions = permissions;
    views.shelf = new SavedViewShelf(database.entityManager());
    views.clock = clock;
    views.ids = ids;
    return views;
  }

  Finding finding() {
    Finding finding = new Finding();
    finding.permissions = permissions;
    finding.memberships = memberships;
    finding.register = organisations.register();
    finding.organisations = organisations.directory();
    finding.members = members();
    finding.accounts = directory();
    return finding;
  }

  public AccountDirectory directory() {
    AccountDirectory directory = new AccountDirectory();
    directory.permissions = permissions;
    directory.ledger = ledger();
    directory.rules = rules();
    return directory;
  }

  public MemberCare care() {
    MemberCare care = new MemberCare();
    care.permissions = permissions;
    care.ledger = ledger();
    care.accounts = accounts;
    care.rules = rules();
    care.factors = factors();
    care.limits = limits;
    care.ids = ids;
    return care;
  }

  public Registration registration() {
    Registration registration = new Registration();
    registration.ledger = ledger();
    registration.memberships = memberships;
    registration.codes = codes;
    registration.seat = seat();
    registration.directory = organisations.directory();
    registration.standing = standing();
    registration.limits = limits;
    return registration;
  }

  public RegistrationCodes registrationCodes() {
    RegistrationCodes registrationCodes = new RegistrationCodes();
    registrationCodes.permissions = permissions;
    registrationCodes.ledger = ledger();
    registrationCodes.codes = codes;
    registrationCodes.directory = organisations.directory();
    registrationCodes.random = random;
    registrationCodes.ids = ids;
    return registrationCodes;
  }

  public PasswordReset reset() {
    PasswordReset reset = new PasswordReset();
    reset.ledger = ledger();
    reset.accounts = accounts;
    reset.signIns = signIns;
    reset.limits = limits;
    reset.hashing = hashing;
    reset.ids = ids;
    return reset;
  }

  public OwnProfile own() {
    OwnProfile own = new OwnProfile();
    own.self = self();
    own.ledger = ledger();
    own.accounts = accounts;
    own.signIns = signIns;
    own.identities = identities;
    own.rights = rights;
    own.factors = factors();
    own.opening = opening();
    own.hashing = hashing;
    own.ids = ids;
    return own;
  }

  public AccountSweep sweep() {
    AccountSweep sweep = new AccountSweep();
    sweep.permissions = permissions;
    sweep.ledger = ledger();
    sweep.accounts = accounts;
    sweep.signIns = signIns;
    sweep.identities = identities;
    sweep.memberships = memberships;
    sweep.keyRing = audit.keyRing();
    sweep.terms = organisations.accountTerms();
    return sweep;
  }

  public CatalogueDesk catalogue() {
    CatalogueDesk catalogue = new CatalogueDesk();
    catalogue.permissions = permissions;
    catalogue.ledger = ledger();
    catalogue.shelf = shelf;
    catalogue.memberships = memberships;
    catalogue.rights = rights;
    catalogue.groups = groups;
    catalogue.people = people;
    catalogue.directory = organisations.directory();
    catalogue.ids = ids;
    return catalogue;
  }

  public static NewPerson person(String given, String family) {
    return new NewPerson(
        new PersonName(given, family),
        (given + "." + family + "@example.org").toLowerCase(Locale.ROOT),
        Locale.FRENCH);
  }

  <T> T in(Callable<T> work) {
    return database.inTransaction(work);
  }

  /** An account that works, without any right. */
  public AccountView active(String given, String family) {
    return in(
        () -> {
          AccountLedger ledger = ledger();
          Account account = ledger.make(OPERATOR, person(given, family), false);
          account.activate(clock.instant());
          accounts.credential(account.id()).change(hashing.hash(PASSWORD), clock.instant());
          return ledger.view(account);
        });
  }

  /** An account that runs the portal. */
  AccountView operator(String given, String family) {
    AccountView account = active(given, family);
    database.inTransaction(
        () ->
            memberships.add(
                RoleGrant.give(
                    ids.get(),
                    account.id(),
                    "PORTAIL-DEFAUT",
                    Set.of("EXPLOITANT"),
                    clock.instant())));
    return account;
  }

  /** Has an account belong to one more organisation. */
  void join(AccountView account, OrganisationView organisation, String... profiles) {
    database.inTransaction(
        () ->
            memberships.add(
                Membership.grant(
                    ids.get(),
                    account.id(),
                    organisation.id(),
                    Set.of(profiles),
                    rights.administrates(Set.of(profiles)),
                    clock.instant())));
  }

  /** An account that works, in an organisation. */
  public AccountView member(
      String given, String family, OrganisationView organisation, String... profiles) {
    AccountView account = active(given, family);
    join(account, organisation, profiles);
    return account;
  }

  public OrganisationView organisation(String matricule) {
    return in(() -> organisations.depositor(matricule));
  }

  public OrganisationView certifier(String matricule, String contract) {
    return in(() -> organisations.certifier(matricule, contract));
  }

  /** Signs in, enrolling a second factor or giving a code where one is asked for. */
  public SignInOutcome.SignedIn in(AccountView account) {
    return in(
        () ->
            follow(
                account,
                signIn().password(VISITOR, account.login(), PASSWORD, "", "test browser")));
  }

  private SignInOutcome.SignedIn follow(AccountView account, SignInOutcome outcome) {
    return outcome.fold(
        in -> in,
        second -> follow(account, code(account, second.step())),
        enrol ->
            follow(
                account,
                signIn()
                    .enrol(
                        VISITOR,
                        enrol.step(),
                        Totp.code(enrol.enrolment().secret(), clock.instant()),
                        "",
                        "test browser")),
        expired -> {
          throw new AssertionError(expired);
        },
        refused -> {
          throw new AssertionError(refused);
        });
  }

  private SignInOutcome code(AccountView account, String step) {
    String closed = accounts.credential(account.id()).totpSecret().orElseThrow();
    String secret = factors().open(closed, accounts.find(account.id()).orElseThrow());
    return signIn()
        .secondFactor(VISITOR, step, Totp.code(secret, clock.instant()), "", "test browser");
  }

  /** A caller who has signed in. */
  public Caller caller(AccountView account, OrganisationId actingFor) {
    SignedInPerson person = in(account).person();
    return person.caller(actingFor, "192.0.2.7");
  }

  /** The same by a login, who works for no organisation. */
  public Caller caller(String login) {
    return in(account(login)).person().caller(null, "192.0.2.7");
  }

  private AccountView account(String login) {
    return in(() -> ledger().view(accounts.findByLogin(login).orElseThrow()));
  }

  /** Whether login and password are right, with no second factor to come. */
  public boolean signsIn(String login, String password) {
    return in(() -> signIn().password(VISITOR, login, password, "", "test browser"))
        instanceof SignInOutcome.SignedIn;
  }

  /** Has the account of this login belong to an organisation. */
  public void join(String login, OrganisationView organisation, String... profiles) {
    join(account(login), organisation, profiles);
  }
}
