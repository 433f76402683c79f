package org.guichet.it;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.account.boundary.Activation;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.boundary.MemberCare;
import org.guichet.account.boundary.Members;
import org.guichet.account.boundary.Operators;
import org.guichet.account.boundary.Sessions;
import org.guichet.account.boundary.SignIn;
import org.guichet.account.entity.CreateAccountOutcome;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.account.entity.SignInOutcome.SignedIn;
import org.guichet.assistance.boundary.AssistanceForm;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.it.DeskDriver.Member;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.rights.Role;
import org.guichet.rights.Target;
import org.guichet.system.Authenticator;
import org.jspecify.annotations.Nullable;

/** Everybody there is, signed in: organisations with mandates, their people and their keys. */
@Dependent
public class RightsCast {
  private static final Caller OPERATOR = Caller.commandLine();
  private static final String PASSWORD = "soleil vert sur 77 toits";
  private static final String TOKEN = "token=";
  private static final String AGENT = "Essai";
  private static final String ADMINISTRATOR = "BP-ADMIN";
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  @Inject DeskDriver driver;
  @Inject OrganisationRegister organisations;
  @Inject KeyRing keys;
  @Inject Members members;
  @Inject MemberCare care;
  @Inject Operators operators;
  @Inject Activation activation;
  @Inject SignIn signIn;
  @Inject Sessions sessions;
  @Inject CatalogueDesk catalogue;
  @Inject AssistanceForm form;

  private final Map<Target, Member> standing = new EnumMap<>(Target.class);
  private final Map<Role, Caller> usual = new EnumMap<>(Role.class);
  private final Map<Role, Caller> suspended = new EnumMap<>(Role.class);
  private @Nullable Member bareHome;

  /** Has everybody come. */
  void assemble() {
    for (Target target : Target.values()) {
      standing.put(target, driver.member());
    }
    driver.mandate(standing(Target.OWN), standing(Target.DEPOSITOR));
    driver.mandate(standing(Target.CERTIFIER), standing(Target.OWN));
    usual.put(Role.VISITOR, Caller.visitor(address()));
    for (Role role : Role.values()) {
      if (role.kind() == Role.Kind.EVERYWHERE) {
        usual.put(role, operator(role));
      }
    }
    usual.put(Role.BARE, bare());
    fill(standing(Target.OWN), usual);
    fill(standing(Target.SUSPENDED), suspended);
    suspend();
  }

  /** An organisation as it is seen by the caller. */
  Member standing(Target target) {
    return Objects.requireNonNull(standing.get(target));
  }

  /** The organisation of the member without a right. */
  Member bareHome() {
    return Objects.requireNonNull(bareHome);
  }

  /**
   * A request that the organisation's administrators answer.
   *
   * @return its number
   */
  long request(Target target) {
    Member organisation = standing(target);
    signedIn(organisation, ADMINISTRATOR);
    TicketRequest request =
        new TicketRequest(
            TicketKind.ADMINISTRATOR,
            new TicketRequest.Contact("Ana Petit", target + "@demande.example", "", Locale.FRENCH),
            new TicketRequest.AskedOrganisation(
                "", "", "", "", organisation.matricule().value(), ""),
            "");
    PEOPLE.incrementAndGet();
    return form.submit(Caller.visitor(address()), request)
        .<Long>fold(
            taken -> taken.number(),
            many -> {
              throw new AssertionError("too many");
            },
            refused -> {
              throw new AssertionError(refused);
            });
  }

  void suspend() {
    organisations.suspend(OPERATOR, standing(Target.SUSPENDED).matricule());
  }

  void resume() {
    organisations.resume(OPERATOR, standing(Target.SUSPENDED).matricule());
  }

  /** Somebody, working for the own organisation. */
  Caller caller(Role role, Target target) {
    Map<Role, Caller> people =
        target == Target.SUSPENDED && role.ofAnOrganisation() ? suspended : usual;
    return Objects.requireNonNull(people.get(role));
  }

  /** Somebody who says that they work for {@code organisation}. */
  static Caller claiming(Caller caller, OrganisationId organisation) {
    if (caller.actor() instanceof Caller.Actor.Person person) {
      return Caller.person(
          person.account(), organisation, person.session(), caller.channel(), caller.address());
    }
    return caller.actor() instanceof Caller.Actor.Key key
        ? Caller.key(key.key(), organisation, caller.channel(), caller.address())
        : caller;
  }

  private void fill(Member home, Map<Role, Caller> people) {
    for (Role role : Role.values()) {
      switch (role.kind()) {
        case MEMBER -> people.put(role, member(home, role.code()));
        case KEY ->
            people.put(
                role,
                driver.key(home.matricule(), role.code(), Set.of(KeyScope.valueOf(role.code()))));
        case CERTIFICATE ->
            people.put(
                role,
                new Caller(
                    new Caller.Actor.Certificate("SHA256:essai", organisation(home)),
                    Channel.SFTP,
                    address()));
        default -> {}
      }
    }
    Caller disabled = member(home, ADMINISTRATOR);
    care.disable(OPERATOR, organisation(home), disabled.account().orElseThrow());
    people.put(Role.DISABLED, disabled);
    Caller signedOut = member(home, ADMINISTRATOR);
    sessions.signOut(signedOut);
    people.put(Role.SIGNED_OUT, signedOut);
    String name = "stopped";
    people.put(Role.STOPPED_KEY, driver.key(home.matricule(), name, EnumSet.allOf(KeyScope.class)));
    keys.stop(OPERATOR, home.matricule(), name);
  }

  private Caller bare() {
    bareHome = driver.member();
    Caller caller = member(bareHome, Role.BARE.code());
    catalogue.connect(OPERATOR, organisation(bareHome), "IMPORTS", false);
    return caller;
  }

  static OrganisationId organisation(Member member) {
    return member.caller().organisation().orElseThrow();
  }

  /** A new member of an organisation, with one profile. */
  Caller member(Member home, String profile) {
    SignedIn in = signedIn(home, profile);
    return in.person().caller(organisation(home), address());
  }

  /** The same, with the token of the session. */
  SignedIn signedIn(Member home, String profile) {
    return enter(members.create(OPERATOR, organisation(home), person(), Set.of(profile)));
  }

  /** Somebody who runs the portal. */
  Caller runner() {
    return operator(Role.OPERATOR);
  }

  private Caller operator(Role role) {
    return enter(operators.create(OPERATOR, person(), role.group(), Set.of(role.code())))
        .person()
        .caller(null, address());
  }

  private static NewPerson person() {
    int n = PEOPLE.incrementAndGet();
    String letters = "" + (char) ('a' + n / 26) + (char) ('a' + n % 26);
    return new NewPerson(
        new PersonName("Camille", "Essai " + letters),
        letters + "@institut.example",
        Locale.FRENCH);
  }

  private static String address() {
    return "192.0.2." + PEOPLE.get();
  }

  private SignedIn enter(CreateAccountOutcome outcome) {
    CreateAccountOutcome.Created created = (CreateAccountOutcome.Created) outcome;
    Caller visitor = Caller.visitor(address());
    String link = created.link();
    activation.activate(visitor, link.substring(link.indexOf(TOKEN) + TOKEN.length()), PASSWORD);
    SignInOutcome in = signIn.password(visitor, created.account().login(), PASSWORD, "", AGENT);
    if (in instanceof SignInOutcome.EnrolmentNeeded needed) {
      String code = Authenticator.of(needed.enrolment().secret()).freshCode();
      in = signIn.enrol(visitor, needed.step(), code, "", AGENT);
    }
    return (SignedIn) in;
  }
}
