package org.guichet.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.account.boundary.Activation;
import org.guichet.account.boundary.MemberCare;
import org.guichet.account.boundary.Members;
import org.guichet.account.boundary.Registration;
import org.guichet.account.boundary.RegistrationCodes;
import org.guichet.account.entity.ActivationOutcome;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.MemberOutcome;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.account.entity.RegistrationOutcome;
import org.guichet.account.entity.RegistrationRequest;
import org.guichet.account.entity.SignInOutcome.SignedIn;
import org.guichet.audit.boundary.AuditSealing;
import org.guichet.audit.boundary.AuditSearch;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.boundary.AuditVerification;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditQuery;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.audit.entity.Verification;
import org.guichet.invitation.boundary.Invitations;
import org.guichet.invitation.boundary.Redeeming;
import org.guichet.invitation.entity.CreateInvitationsOutcome;
import org.guichet.invitation.entity.InvitationWish;
import org.guichet.invitation.entity.RedeemOutcome;
import org.guichet.it.DeskDriver.Member;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds when many come at once, and what ends at once, in the real EAR. */
@ExtendWith(ArquillianExtension.class)
class AtOnceIT {
  private static final Caller OPERATOR = Caller.commandLine();
  private static final String PASSWORD = "soleil vert sur 77 toits";
  private static final Pattern TOKEN = Pattern.compile("token=([\\w-]+)");

  /** Where the pages are in an EAR without a descriptor: at the name of their archive. */
  private static final String PAGES = "guichet-web";

  private static final int WRITERS = 20;
  private static final int ENTRIES = 10;

  /** So many codes somebody looks at before being slowed down. */
  private static final int ROUNDS_OF_A_CROWD = 50;

  @Deployment
  static EnterpriseArchive ear() {
    return RealEar.with(AtOnceIT.class);
  }

  @Inject RightsCast cast;
  @Inject DeskDriver driver;
  @Inject OrganisationRegister organisations;
  @Inject Registration registration;
  @Inject RegistrationCodes codes;
  @Inject Activation activation;
  @Inject Members members;
  @Inject MemberCare care;
  @Inject Invitations invitations;
  @Inject Redeeming redeeming;
  @Inject AuditTrail trail;
  @Inject AuditSealing sealing;
  @Inject AuditSearch search;
  @Inject AuditVerification verification;

  @Resource(lookup = "java:comp/UserTransaction")
  UserTransaction transaction;

  @Test
  void makesOneOfTwoWhoRegisterAtOnceTheAdministrator() throws Exception {
    Member organisation = driver.member();
    String code = codes.issue(OPERATOR, organisation.matricule());
    List<String> tokens = new ArrayList<>();
    for (String name : List.of("Ariane", "Blaise")) {
      String email = name.toLowerCase(Locale.ROOT) + "@premier.example";
      RegistrationOutcome asked =
          registration.register(
              Caller.visitor("198.51.100.7"),
              new RegistrationRequest(
                  new NewPerson(new PersonName(name, "Premier"), email, Locale.FRENCH),
                  organisation.matricule().value(),
                  organisation.contract(),
                  code));
      assertThat(asked).isInstanceOf(RegistrationOutcome.Asked.class);
      tokens.add(Await.present("the mail to " + email, () -> token(email)));
    }

    List<ActivationOutcome> became =
        together(
            tokens.stream()
                .<Callable<ActivationOutcome>>map(
                    token ->
                        () -> activation.activate(Caller.visitor("198.51.100.7"), token, PASSWORD))
                .toList());

    assertThat(became).filteredOn(ActivationOutcome.Activated.class::isInstance).hasSize(1);
    assertThat(became).filteredOn(ActivationOutcome.SeatTaken.class::isInstance).hasSize(1);
    assertThat(administrators(organisation)).hasSize(1);
  }

  @Test
  void keepsOneAdministratorWhenAllAreDeletedAtOnce() throws Exception {
    Member organisation = driver.member();
    OrganisationId id = RightsCast.organisation(organisation);
    List<AccountId> all =
        IntStream.range(0, 4)
            .mapToObj(n -> cast.member(organisation, "BP-ADMIN").account().orElseThrow())
            .toList();

    List<MemberOutcome> became =
        together(
            all.stream()
                .<Callable<MemberOutcome>>map(one -> () -> members.delete(OPERATOR, id, one))
                .toList());

    assertThat(became).filteredOn(MemberOutcome.Refused.class::isInstance).hasSize(1);
    assertThat(administrators(organisation)).hasSize(1);
  }

  @Test
  void givesACodeToOneOfTwentyWhoRedeemItAtOnce() throws Exception {
    int rounds = Integer.getInteger("guichet.it.rounds", 50);
    Caller operator = cast.runner();
    List<Caller> crowd = List.of();
    for (int round = 0; round < rounds; round++) {
      if (round % ROUNDS_OF_A_CROWD == 0) {
        Member home = driver.member();
        crowd = IntStream.range(0, WRITERS).mapToObj(n -> cast.member(home, "DEPOT")).toList();
      }
      GrantPlace place = GrantPlace.in(RightsCast.organisation(driver.member()));
      UUID batch =
          invitations
              .create(operator, place, new InvitationWish(1, 1, Set.of("ACCUSES"), ""))
              .fold(
                  CreateInvitationsOutcome.Created::batch,
                  refused -> {
                    throw new AssertionError(refused.mistakes());
                  });
      String code = invitations.made(operator, batch).get(0).code().orElseThrow();
      String address = "198.18." + round / 250 + "." + (round % 250 + 1); // each round its own
      List<RedeemOutcome> became =
          together(
              crowd.stream()
                  .map(one -> new Caller(one.actor(), one.channel(), address))
                  .<Callable<RedeemOutcome>>map(one -> () -> redeeming.redeem(one, code))
                  .toList());

      assertThat(became).filteredOn(RedeemOutcome.Redeemed.class::isInstance).hasSize(1);
      assertThat(became)
          .filteredOn(RedeemOutcome.Refused.class::isInstance)
          .extracting(refused -> ((RedeemOutcome.Refused) refused).reason())
          .hasSize(WRITERS - 1)
          .containsOnly(RedeemOutcome.Reason.CODE_USED);
    }
  }

  private List<NewPerson> administrators(Member organisation) {
    return members.administrators(OPERATOR, RightsCast.organisation(organisation));
  }

  @Test
  void chainsWhatTwentyWriteAtOnce() throws Exception {
    AuditSubject subject = AuditSubject.of(AuditSubject.Type.SERVICE, "essai-" + UUID.randomUUID());
    List<Callable<Integer>> works = new ArrayList<>();
    IntStream.range(0, WRITERS).forEach(n -> works.add(() -> write(subject)));
    IntStream.range(0, 3).forEach(n -> works.add(this::sealOrLeaveIt));
    together(works);

    Await.until("everything sealed", () -> sealOrLeaveIt() == 0 && unsealed() == 0);
    assertThat(
            search
                .list(
                    OPERATOR,
                    new AuditQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(subject.id()),
                        Optional.empty(),
                        Optional.empty(),
                        PageRequest.from(0)))
                .total())
        .isEqualTo(WRITERS * ENTRIES);
  }

  private int write(AuditSubject subject) throws Exception {
    for (int n = 0; n < ENTRIES; n++) {
      transaction.begin();
      trail.write(
          Caller.visitor("198.51.100.7"), AuditEntry.of(AuditAction.SERVICE_CONNECTED, subject));
      transaction.commit();
    }
    return ENTRIES;
  }

  /** As the timer does, which seals beside these: who doesn't get the lock tries later. */
  private int sealOrLeaveIt() {
    try {
      return sealing.seal(OPERATOR);
    } catch (EJBException e) {
      return -1;
    }
  }

  private long unsealed() {
    Verification found = verification.verify(OPERATOR);
    assertThat(found).isInstanceOf(Verification.Whole.class);
    return ((Verification.Whole) found).unsealed();
  }

  @Test
  void endsAnOpenPageWithItsAccountAtTheNextRequest() throws Exception {
    Member organisation = driver.member();
    SignedIn in = cast.signedIn(organisation, "DEPOT");
    assertThat(page("dashboard", in).statusCode()).isEqualTo(200);

    care.disable(OPERATOR, RightsCast.organisation(organisation), in.person().account());

    HttpResponse<String> after = page("dashboard", in);
    assertThat(after.statusCode()).isEqualTo(302);
    assertThat(after.headers().firstValue("Location").orElseThrow()).contains("/signin/login");
  }

  @Test
  void takesASuspendedOrganisationOffAnOpenPageAtTheNextRequest() throws Exception {
    Member organisation = driver.member();
    SignedIn in = cast.signedIn(organisation, "DEPOT");
    assertThat(page("organisation", in).body()).contains(organisation.contract());

    organisations.suspend(OPERATOR, organisation.matricule());

    assertThat(page("organisation", in).body()).doesNotContain(organisation.contract());
  }

  private static HttpResponse<String> page(String name, SignedIn in) throws Exception {
    URI address =
        URI.create(
            "http://127.0.0.1:%s/%s/portal/%s"
                .formatted(System.getProperty("guichet.http.port"), PAGES, name));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("Cookie", "guichet=" + in.session()).build(),
            BodyHandlers.ofString());
  }

  /** What became of all of these, begun at the same time. */
  private static <T> List<T> together(List<Callable<T>> works) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    try {
      CountDownLatch all = new CountDownLatch(works.size());
      List<Future<T>> begun = new ArrayList<>();
      for (Callable<T> work : works) {
        begun.add(
            threads.submit(
                () -> {
                  all.countDown();
                  all.await();
                  return work.call();
                }));
      }
      List<T> became = new ArrayList<>();
      for (Future<T> one : begun) {
        became.add(one.get(2, TimeUnit.MINUTES));
      }
      return became;
    } finally {
      threads.shutdown();
    }
  }

  /** The token in the last mail to that address, which a server without SMTP writes as a file. */
  private static Optional<String> token(String address) {
    Path folder = Path.of(System.getProperty("guichet.data"), "mail");
    if (Files.notExists(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> mails = Files.list(folder)) {
      return mails
          .filter(file -> file.toString().endsWith(".eml"))
          .map(AtOnceIT::read)
          .filter(mail -> mail.startsWith(address))
          .map(TOKEN::matcher)
          .filter(Matcher::find)
          .map(found -> found.group(1))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To whom, and the text. */
  private static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
      Multipart forms = (Multipart) mail.getContent();
      return mail.getAllRecipients()[0] + "\n" + forms.getBodyPart(0).getContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
