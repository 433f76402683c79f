package org.guichet.web.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.boundary.MemberCare;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.CreateAccountOutcome;
import org.guichet.account.entity.MemberOutcome;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.MemberView;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.OrganisationState;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;

/** An invented organisation with people, for tests of its pages; keeps what it was asked. */
final class FakeMembers {
  static final AccountId CLAIRE = new AccountId(new UUID(0, 1));
  static final AccountId OMAR = new AccountId(new UUID(0, 8));
  static final AccountId ZOE = new AccountId(new UUID(0, 9));
  static final OrganisationId OWN = new OrganisationId(new UUID(1, 1));

  final List<String> asked = new ArrayList<>();
  final Map<AccountId, MemberView> people = new LinkedHashMap<>();
  final Requests.Asked request = new Requests.Asked();
  boolean manages = true;
  Optional<MemberOutcome> outcome = Optional.empty();
  CreateAccountOutcome made =
      new CreateAccountOutcome.Created(account(ZOE, "Zoé", AccountState.PENDING), "link");

  FakeMembers() {
    people.put(OMAR, member(account(OMAR, "Omar", AccountState.ACTIVE), true));
  }

  static AccountView account(AccountId id, String given, AccountState state) {
    return new AccountView(
        id,
        given.toLowerCase(Locale.ROOT) + ".roy",
        "=" + given.toLowerCase(Locale.ROOT) + "@vauclair.example",
        new PersonName(given, "Roy"),
        Locale.FRENCH,
        state,
        false,
        Instant.parse("2026-01-02T10:00:00Z"),
        Optional.empty(),
        Optional.empty(),
        Instant.parse("2027-02-02T10:00:00Z"),
        Optional.empty());
  }

  static MemberView member(AccountView account, boolean alone) {
    return new MemberView(account, Set.of("DEPOT", "ANCIEN"), false, false, alone, Instant.EPOCH);
  }

  private static Catalogue.Right right(String code, Catalogue.Kind kind) {
    return new Catalogue.Right(
        code,
        new Catalogue.Names("Fait " + code, "Does " + code),
        kind,
        Set.of(Permission.ORGANISATION_VIEW),
        Optional.empty());
  }

  private static Catalogue.Application application(String code, Catalogue.Right... rights) {
    return new Catalogue.Application(
        code,
        new Catalogue.Names(code, code),
        true,
        List.of(
            new Catalogue.RightGroup(code + "-G", new Catalogue.Names("G", "G"), List.of(rights))),
        List.of());
  }

  final CatalogueDesk desk =
      new CatalogueDesk() {
        @Override
        public Catalogue catalogue(Caller caller) {
          return new Catalogue(
              List.of(
                  application(
                      "PORTAIL",
                      right("BP-ADMIN", Catalogue.Kind.ADMINISTRATOR),
                      right("DEPOT", Catalogue.Kind.USER)),
                  application("AUTRE", right("AUTRE-A", Catalogue.Kind.USER))));
        }

        @Override
        public List<String> connected(Caller caller, OrganisationId organisation) {
          return List.of("PORTAIL");
        }
      };

  final Members members =
      new Members() {
        @Override
        public Page<MemberView> list(Caller caller, OrganisationId id, MemberQuery query) {
          asked.add("list " + id.value() + " from " + query.page().first());
          return new Page<>(
              query.page().first() == 0 ? List.copyOf(people.values()) : List.of(), people.size());
        }

        @Override
        public MemberView find(Caller caller, OrganisationId organisation, AccountId id) {
          return Optional.ofNullable(people.get(id))
              .orElseThrow(
                  () -> new RefusedException(RefusedException.Code.NO_SUCH_ACCOUNT, id.toString()));
        }

        @Override
        public boolean manages(Caller caller, OrganisationId organisation) {
          return manages;
        }

        @Override
        public List<OrganisationView> depositors(Caller caller, OrganisationId certifier) {
          return List.of();
        }

        @Override
        public CreateAccountOutcome create(
            Caller caller, OrganisationId organisation, NewPerson person, Set<String> profiles) {
          asked.add("create " + person.name().full() + " " + person.email() + " " + profiles);
          return made;
        }

        @Override
        public MemberOutcome edit(
            Caller caller, OrganisationId o, AccountId id, PersonName name, String email) {
          return answer("edit " + name.full() + " " + email, id);
        }

        @Override
        public MemberOutcome changeProfiles(
            Caller caller, OrganisationId o, AccountId id, Set<String> profiles) {
          return answer("profiles " + profiles, id);
        }

        @Override
        public MemberOutcome delete(Caller caller, OrganisationId o, AccountId id) {
          return answer("delete", id);
        }
      };

  final MemberCare care =
      new MemberCare() {
        @Override
        public MemberOutcome disable(Caller caller, OrganisationId o, AccountId id) {
          return answer("disable", id);
        }

        @Override
        public MemberOutcome enable(Caller caller, OrganisationId o, AccountId id) {
          return answer("enable", id);
        }

        @Override
        public MemberOutcome restore(Caller caller, OrganisationId o, AccountId id) {
          return answer("restore", id);
        }

        @Override
        public MemberOutcome renew(
            Caller caller, OrganisationId o, AccountId id, Optional<Instant> until) {
          return answer("renew " + until.map(Instant::toString).orElse("-"), id);
        }

        @Override
        public MemberOutcome resendActivation(Caller caller, OrganisationId o, AccountId id) {
          return answer("resend", id);
        }

        @Override
        public MemberOutcome resetSecondFactor(Caller caller, OrganisationId o, AccountId id) {
          return answer("reset", id);
        }
      };

  private MemberOutcome answer(String what, AccountId id) {
    asked.add(what + " " + id);
    return outcome.orElseGet(
        () -> new MemberOutcome.Done(members.find(visitor().caller(), OWN, id)));
  }

  static MemberOutcome refused(String field, Code code, String... arguments) {
    return new MemberOutcome.Refused(List.of(AccountMistake.of(field, code, arguments)));
  }

  CurrentVisitor visitor() {
    return SomePeople.visiting(SomePeople.claire(SomePeople.organisation(1, true)), request);
  }

  MembersOrganisation organisation() {
    MembersOrganisation organisation = new MembersOrganisation();
    organisation.request = request.request();
    organisation.visitor = visitor();
    organisation.members = members;
    organisation.directory =
        new OrganisationDirectory() {
          @Override
          public Optional<OrganisationView> find(Caller caller, OrganisationId id) {
            return Optional.of(view(id, "77ZZZ001"));
          }

          @Override
          public Optional<OrganisationView> findByMatricule(Caller caller, Matricule matricule) {
            return matricule.value().equals("77ZZZ002")
                ? Optional.of(view(new OrganisationId(new UUID(1, 2)), "77ZZZ002"))
                : Optional.empty();
          }
        };
    return organisation;
  }

  private static OrganisationView view(OrganisationId id, String matricule) {
    return new OrganisationView(
        id,
        new Matricule(matricule),
        "Institut " + matricule,
        "contact@vauclair.example",
        Locale.FRENCH,
        CheckingMode.STRICT,
        OrganisationState.ACTIVE,
        List.of(),
        Instant.EPOCH);
  }

  MemberWords words() {
    MemberWords words = new MemberWords();
    words.visitor = visitor();
    words.language = SomePeople.reading("fr");
    words.dates = SomePeople.telling("fr");
    words.desk = desk;
    return words;
  }

  ProfileChoice choice() {
    ProfileChoice choice = new ProfileChoice();
    choice.request = request.request();
    choice.visitor = visitor();
    choice.language = SomePeople.reading("fr");
    choice.desk = desk;
    choice.organisation = organisation();
    choice.words = words();
    return choice;
  }
}
