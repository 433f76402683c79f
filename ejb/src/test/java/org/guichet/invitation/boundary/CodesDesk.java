package org.guichet.invitation.boundary;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.guichet.account.boundary.AccountDesk;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.OperatorView.HeldRole;
import org.guichet.invitation.control.CodeMaker;
import org.guichet.invitation.control.JpaInvitationBook;
import org.guichet.invitation.control.MailingLimits;
import org.guichet.invitation.control.RedeemLimits;
import org.guichet.invitation.entity.CreateInvitationsOutcome;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.invitation.entity.InvitationWish;
import org.guichet.invitation.entity.RedeemOutcome;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.control.Secrets;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.CountingIds;
import org.guichet.testing.TestCatalogue;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;

/** The whole component put together by hand, with an organisation and who administers it. */
final class CodesDesk {
  static final Caller OPERATOR = AccountDesk.OPERATOR;

  final AccountDesk accounts;
  final JpaInvitationBook book;
  final CodeMaker maker;
  final OrganisationView school;
  final AccountView head;
  final Caller chief;

  private final TestDatabase database;
  private final Clock clock;
  private final CountingIds ids = new CountingIds();
  private final Settings settings;
  private final RedeemLimits limits;
  private final MailingLimits mailings;

  CodesDesk(TestDatabase database, Clock clock, Path data) {
    this.database = database;
    this.clock = clock;
    settings = TestSettings.withCatalogue(data, TestCatalogue.in(data));
    accounts = new AccountDesk(database, clock, ids, settings);
    book = new JpaInvitationBook(database.entityManager());
    SecureRandom random = new SecureRandom();
    maker = new CodeMaker(new Secrets(new byte[32], random), random);
    limits = new RedeemLimits(clock);
    mailings = new MailingLimits(clock);
    school = accounts.organisation("12ABC345");
    head = accounts.member("Claire", "Montségur", school, "BP-ADMIN");
    chief = accounts.caller(head, school.id());
  }

  <T> T in(Callable<T> work) {
    return database.inTransaction(work);
  }

  private InvitationLedger ledger() {
    InvitationLedger ledger = new InvitationLedger();
    ledger.book = book;
    ledger.maker = maker;
    ledger.giving = accounts.rightsGiving();
    ledger.catalogue = accounts.catalogue();
    ledger.directory = accounts.organisations.directory();
    ledger.standing = accounts.organisations.standing();
    ledger.trail = accounts.audit.trail();
    ledger.notices = accounts.mails;
    ledger.settings = settings;
    ledger.clock = clock;
    ledger.ids = ids;
    return ledger;
  }

  Invitations invitations() {
    Invitations invitations = new Invitations();
    invitations.permissions = accounts.permissions;
    invitations.groups = accounts.groupRights();
    invitations.ledger = ledger();
    invitations.mailings = mailings;
    return invitations;
  }

  InvitationDesk desk() {
    InvitationDesk desk = new InvitationDesk();
    desk.permissions = accounts.permissions;
    desk.groups = accounts.groupRights();
    desk.ledger = ledger();
    return desk;
  }

  Redeeming redeeming() {
    Redeeming redeeming = new Redeeming();
    redeeming.permissions = accounts.permissions;
    redeeming.ledger = ledger();
    redeeming.limits = limits;
    return redeeming;
  }

  InvitationSweep sweep() {
    InvitationSweep sweep = new InvitationSweep();
    sweep.permissions = accounts.permissions;
    sweep.ledger = ledger();
    return sweep;
  }

  /** Somebody who has signed in and has no right at all. */
  Caller stranger(String given, String family) {
    return accounts.in(accounts.active(given, family)).person().caller(null, "192.0.2.7");
  }

  /** Somebody with roles of a group. */
  Caller with(String given, String group, String... roles) {
    AccountView account = accounts.active(given, "Roy");
    Set<HeldRole> held =
        List.of(roles).stream().map(role -> new HeldRole(group, role)).collect(Collectors.toSet());
    in(() -> accounts.operatorRoles().change(OPERATOR, account.id(), held));
    return accounts.in(account).person().caller(null, "192.0.2.7");
  }

  GrantPlace place() {
    return GrantPlace.in(school.id());
  }

  static InvitationWish wish(int count, int days, String... rights) {
    return new InvitationWish(count, days, Set.of(rights), "");
  }

  /** What was wrong, or nothing. */
  List<String> mistakes(Caller caller, GrantPlace place, InvitationWish wish) {
    return in(() -> invitations().create(caller, place, wish))
        .fold(
            created -> List.<String>of(),
            refused ->
                refused.mistakes().stream().map(one -> one.field() + " " + one.code()).toList());
  }

  List<InvitationView> create(Caller caller, GrantPlace place, InvitationWish wish) {
    CreateInvitationsOutcome outcome = in(() -> invitations().create(caller, place, wish));
    return outcome.fold(
        created -> in(() -> invitations().made(caller, created.batch())),
        refused -> {
          throw new AssertionError(refused);
        });
  }

  /** One code of the school. */
  InvitationView code(String... rights) {
    return create(chief, place(), wish(1, 10, rights)).get(0);
  }

  String preview(Caller caller, String typed) {
    return word(in(() -> redeeming().preview(caller, typed)));
  }

  String redeem(Caller caller, String typed) {
    return word(in(() -> redeeming().redeem(caller, typed)));
  }

  private static String word(RedeemOutcome outcome) {
    return outcome.fold(
        offered -> "offered", redeemed -> "redeemed", refused -> refused.reason().name());
  }
}
