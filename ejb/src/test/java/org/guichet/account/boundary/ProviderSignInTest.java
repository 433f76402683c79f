package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.guichet.account.boundary.AccountDesk.PASSWORD;
import static org.guichet.account.boundary.AccountDesk.VISITOR;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.account.control.OidcProvider;
import org.guichet.account.control.Totp;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.ArrivalOutcome;
import org.guichet.account.entity.ArrivalOutcome.Unknown;
import org.guichet.account.entity.Departure;
import org.guichet.account.entity.IdentityView;
import org.guichet.account.entity.OwnChangeOutcome;
import org.guichet.account.entity.ProviderAnswer;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.PretendProvider;
import org.guichet.testing.PretendProvider.Person;
import org.guichet.testing.PretendProvider.Signing;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with a provider that is made by hand, and lies where a test asks it to. */
class ProviderSignInTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Person LEA = new Person("f-001", "léa.martin@example.org");
  private static final Person BOB = new Person("f-002", "bob.durand@example.org");

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private final PretendProvider provider = PretendProvider.started();
  private AccountDesk desk;
  private Departure departure = new Departure(URI.create("about:blank"), "");

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    connect();
  }

  /** As a server that was just started. */
  private void connect() {
    Settings settings = TestSettings.in(data, provider.settings());
    desk.provider = new OidcProvider(settings, clock);
  }

  @AfterEach
  void close() {
    provider.close();
  }

  private void depart() {
    departure = desk.providerSignIn().depart(VISITOR, "/portal/keys", Locale.FRENCH).orElseThrow();
  }

  private static ProviderAnswer answer(String code, String state) {
    return new ProviderAnswer(Optional.of(code), Optional.of(state), Optional.empty());
  }

  private String state() {
    return PretendProvider.asked(departure.address(), "state");
  }

  private ArrivalOutcome back(Caller caller, String code) {
    return desk.providerSignIn().arrive(caller, answer(code, state()), departure.kept(), "", "t");
  }

  private ArrivalOutcome comes(Person person) {
    depart();
    return back(VISITOR, provider.grant(departure.address(), person));
  }

  private String said(ArrivalOutcome outcome) {
    return outcome.fold(
        known ->
            known
                .outcome()
                .fold(
                    in -> "in " + in.person().login() + " " + known.wanted(),
                    second -> "code",
                    enrol -> "enrol",
                    expired -> "expired",
                    refused -> refused.reason().name()),
        unknown -> "unknown",
        refused -> refused.reason().name());
  }

  private String linking(ArrivalOutcome outcome, String login) {
    String offer = ((Unknown) outcome).offer();
    return desk.in(() -> desk.signIn().linking(VISITOR, offer, login, PASSWORD, "", "test browser"))
        .fold(
            in -> "in " + in.person().login(),
            second -> "code " + second.step(),
            enrol -> "enrol",
            expired -> "expired",
            refused -> refused.reason().name());
  }

  private List<IdentityView> linked(AccountView account) {
    Caller caller = desk.in(account).person().caller(null, "192.0.2.7");
    return desk.in(() -> desk.ownIdentities().list(caller));
  }

  @Test
  void linksOnceByTheOwnPasswordAndLetsInByTheProviderFromThenOn() {
    AccountView lea = desk.active("Léa", "Martin");
    ArrivalOutcome first = comes(LEA);
    assertThat(said(first)).isEqualTo("unknown");
    assertThat(linking(first, "lea.martin")).isEqualTo("in lea.martin");

    assertThat(said(comes(LEA))).isEqualTo("in lea.martin /portal/keys");
    assertThat(linked(lea))
        .extracting(IdentityView::label, i -> i.lastUsedAt().isPresent())
        .containsExactly(tuple(LEA.email(), true));
    assertThat(desk.audit.actions()).contains("IDENTITY_LINKED", "SIGNED_IN");
    assertThat(desk.mails.last().template()).isEqualTo("account.identityLinked");
    assertThat(desk.mails.last().arguments())
        .containsEntry("identity", LEA.email())
        .containsEntry("provider", "Essai");
  }

  @Test
  void neverLinksBecauseAnAddressIsEqual() {
    AccountView lea = desk.active("Léa", "Martin");
    assertThat(lea.email()).isEqualTo(LEA.email());
    assertThat(said(comes(LEA))).isEqualTo("unknown");
    assertThat(said(comes(LEA))).isEqualTo("unknown");
    assertThat(linked(lea)).isEmpty();
    assertThat(desk.mails.sent()).isEmpty();
  }

  @Test
  void makesNoAccountForSomebodyWhomNobodyKnows() {
    assertThat(linking(comes(BOB), "bob.durand")).isEqualTo("NAME_OR_PASSWORD");
    assertThat(desk.in(() -> desk.accounts.findByLogin("bob.durand"))).isEmpty();
  }

  @Test
  void looksAtTheProvidersSecondFactorAndAsksForTheOwnOneWithoutIt() {
    OrganisationView alice = desk.organisation("AAAAAAAA");
    AccountView lea = desk.member("Léa", "Martin", alice, "BP-ADMIN");
    assertThat(linking(comes(LEA), "lea.martin")).as("nothing enrolled yet").isEqualTo("enrol");
    assertThat(linked(lea)).as("not before all steps are done").isEmpty();
    clock.advance(Duration.ofMinutes(1));

    provider.lie = claims -> claims.claim("amr", List.of("pwd", "mfa"));
    String step = linking(comes(LEA), "lea.martin").substring("code ".length());
    SignInOutcome in = desk.in(() -> desk.signIn().secondFactor(VISITOR, step, code(lea), "", "t"));
    assertThat(in).as("linking asks for the own one").isInstanceOf(SignInOutcome.SignedIn.class);
    assertThat(said(comes(LEA))).isEqualTo("in lea.martin /portal/keys");

    provider.lie = claims -> claims.claim("acr", "high");
    assertThat(said(comes(LEA))).isEqualTo("in lea.martin /portal/keys");
    provider.lie = claims -> claims.claim("acr", "low").claim("amr", List.of("pwd"));
    assertThat(said(comes(LEA))).isEqualTo("code");
  }

  private String code(AccountView account) {
    String closed = desk.accounts.credential(account.id()).totpSecret().orElseThrow();
    String secret = desk.factors().open(closed, desk.accounts.find(account.id()).orElseThrow());
    return Totp.code(secret, clock.instant());
  }

  @Test
  void keepsOutWhomAnAdministratorDisabledAndAsksWhoseTimeIsOverToRenew() {
    AccountView lea = desk.active("Léa", "Martin");
    linking(comes(LEA), "lea.martin");
    clock.advance(Duration.ofDays(500));
    assertThat(said(comes(LEA))).isEqualTo("expired");
    desk.in(
        () -> {
          desk.accounts.find(lea.id()).orElseThrow().disable();
          return lea;
        });
    assertThat(said(comes(LEA))).isEqualTo("NAME_OR_PASSWORD");
    assertThat(desk.audit.actions()).contains("SIGN_IN_REFUSED");
  }

  @Test
  void refusesAReturnThatDidNotBeginHereOrThatComesTooLate() {
    depart();
    String code = provider.grant(departure.address(), LEA);
    ProviderSignIn signIn = desk.providerSignIn();
    String kept = departure.kept();
    assertThat(said(signIn.arrive(VISITOR, answer(code, "another state"), kept, "", "t")))
        .isEqualTo("NOT_OURS");
    assertThat(said(signIn.arrive(VISITOR, answer(code, state()), "", "", "t")))
        .isEqualTo("NOT_OURS");
    String changed =
        kept.substring(0, 20) + (kept.charAt(20) == 'A' ? 'B' : 'A') + kept.substring(21);
    assertThat(said(signIn.arrive(VISITOR, answer(code, state()), changed, "", "t")))
        .isEqualTo("NOT_OURS");
    clock.advance(Duration.ofMinutes(11));
    assertThat(said(back(VISITOR, code))).isEqualTo("NOT_OURS");
  }

  @Test
  void refusesTheSameReturnASecondTime() {
    depart();
    String code = provider.grant(departure.address(), LEA);
    assertThat(said(back(VISITOR, code))).isEqualTo("unknown");
    assertThat(said(back(VISITOR, code))).as("the provider knows it").isEqualTo("UNPROVEN");
    String another = provider.grant(departure.address(), LEA);
    assertThat(said(back(VISITOR, another))).as("so do we").isEqualTo("NOT_OURS");
  }

  @Test
  void refusesACodeThatWasAskedForElsewhere() {
    depart();
    URI elsewhere = departure.address();
    depart();
    assertThat(said(back(VISITOR, provider.grant(elsewhere, LEA)))).isEqualTo("UNPROVEN");
  }

  @ParameterizedTest
  @EnumSource(value = Signing.class, names = "OWN_KEY", mode = EnumSource.Mode.EXCLUDE)
  void refusesWhatTheProvidersOwnKeyDidNotSign(Signing signing) {
    provider.signing = signing;
    assertThat(said(comes(LEA))).isEqualTo("UNPROVEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "issuer", "audience", "expiry", "noExpiry", "noSubject"})
  void refusesATokenThatDoesNotHold(String wrong) {
    provider.lie =
        claims -> {
          switch (wrong) {
            case "nonce" -> claims.claim("nonce", "another nonce");
            case "issuer" -> claims.issuer("https://evil.example");
            case "audience" -> claims.audience("somebody-else");
            case "expiry" ->
                claims.expirationTime(Date.from(Instant.parse("2020-01-01T00:00:00Z")));
            case "noExpiry" -> claims.expirationTime(null);
            default -> claims.subject(null);
          }
        };
    assertThat(said(comes(LEA))).isEqualTo("UNPROVEN");
  }

  @Test
  void readsSignedWordsAboutThePersonAndRefusesThemOfAnother() {
    AccountView lea = desk.active("Léa", "Martin");
    provider.signsUserInfo = true;
    linking(comes(LEA), "lea.martin");
    assertThat(linked(lea)).extracting(IdentityView::label).containsExactly(LEA.email());
    provider.speaksOf = "somebody else";
    assertThat(said(comes(LEA))).isEqualTo("UNPROVEN");
    provider.signsUserInfo = false;
    assertThat(said(comes(LEA))).isEqualTo("UNPROVEN");
  }

  @Test
  void saysThatTheProviderIsDownAndGoesOnOnceItAnswers() {
    provider.fault = 503;
    assertThat(desk.providerSignIn().depart(VISITOR, "", Locale.FRENCH)).isEmpty();
    provider.fault = 200;
    assertThat(desk.providerSignIn().depart(VISITOR, "", Locale.FRENCH))
        .as("not asked again at once")
        .isEmpty();
    clock.advance(Duration.ofSeconds(11));
    depart();
    String code = provider.grant(departure.address(), LEA);
    provider.fault = 503;
    assertThat(said(back(VISITOR, code))).isEqualTo("UNREACHABLE");
    provider.fault = 200;
    String another = provider.grant(departure.address(), LEA);
    assertThat(said(back(VISITOR, another))).isEqualTo("unknown");
  }

  @Test
  void saysThatItWasBrokenOff() {
    depart();
    ProviderAnswer refusal =
        new ProviderAnswer(Optional.empty(), Optional.of(state()), Optional.of("access_denied"));
    assertThat(said(desk.providerSignIn().arrive(VISITOR, refusal, departure.kept(), "", "t")))
        .isEqualTo("BROKEN_OFF");
  }

  @Test
  void asksOnlyForWhatTheProviderSaysThatItKnows() {
    depart();
    assertThat(departure.address().getRawQuery())
        .contains("code_challenge=", "code_challenge_method=S256", "ui_locales=fr", "claims=")
        .contains("acr_values=high+low", "scope=openid+email")
        .contains("redirect_uri=https%3A%2F%2Fguichet.example%2Fsignin%2Fprovider-return");
    assertThat(state()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(departure.kept()).as("fits into a cookie").matches("[A-Za-z0-9_-]{100,1000}");
    provider.changes =
        metadata ->
            metadata
                .remove("code_challenge_methods_supported")
                .remove("ui_locales_supported")
                .remove("claims_parameter_supported");
    connect();
    depart();
    assertThat(departure.address().getRawQuery())
        .doesNotContain("code_challenge")
        .doesNotContain("ui_locales")
        .doesNotContain("claims=");
    assertThat(said(back(VISITOR, provider.grant(departure.address(), LEA)))).isEqualTo("unknown");
  }

  @Test
  void linksFromTheProfileByThePasswordAndUnlinksAgain() {
    AccountView lea = desk.active("Léa", "Martin");
    Caller in = desk.in(lea).person().caller(null, "192.0.2.7");
    departure = desk.providerSignIn().departToLink(in, Locale.FRENCH).orElseThrow();
    ArrivalOutcome outcome = back(in, provider.grant(departure.address(), LEA));
    Unknown unknown = (Unknown) outcome;
    assertThat(unknown.signedIn()).isTrue();
    OwnIdentities own = desk.ownIdentities();
    assertThat(desk.in(() -> own.offer(in, unknown.offer())).orElseThrow().label())
        .isEqualTo(LEA.email());
    assertThat(desk.in(() -> own.link(in, unknown.offer(), "wrong")))
        .isInstanceOf(OwnChangeOutcome.Refused.class);
    assertThat(desk.in(() -> own.link(in, unknown.offer(), PASSWORD)))
        .isInstanceOf(OwnChangeOutcome.Done.class);
    assertThat(desk.in(() -> own.link(in, unknown.offer(), PASSWORD)))
        .as("once")
        .isInstanceOf(OwnChangeOutcome.Refused.class);
    assertThat(said(comes(LEA))).startsWith("in lea.martin");

    IdentityView identity = desk.in(() -> own.list(in)).get(0);
    AccountView bob = desk.active("Bob", "Durand");
    Caller other = desk.in(bob).person().caller(null, "192.0.2.8");
    desk.in(() -> own.unlink(other, identity.id()));
    assertThat(desk.in(() -> own.list(in))).as("not by somebody else").hasSize(1);
    assertThat(desk.in(() -> own.unlink(in, identity.id())))
        .isInstanceOf(OwnChangeOutcome.Done.class);
    assertThat(desk.mails.last().template()).isEqualTo("account.identityUnlinked");
    assertThat(desk.audit.actions()).contains("IDENTITY_UNLINKED");
    assertThat(said(comes(LEA))).isEqualTo("unknown");
  }

  @Test
  void keepsTheOnlyWayIn() {
    AccountView lea = desk.active("Léa", "Martin");
    linking(comes(LEA), "lea.martin");
    Caller in = desk.in(lea).person().caller(null, "192.0.2.7");
    IdentityView identity = desk.in(() -> desk.ownIdentities().list(in)).get(0);
    desk.in(
        () ->
            DATABASE
                .entityManager()
                .createNativeQuery("update credential set password_hash = null")
                .executeUpdate());
    assertThat(desk.in(() -> desk.ownIdentities().unlink(in, identity.id())))
        .isInstanceOf(OwnChangeOutcome.Refused.class);
    assertThat(said(comes(LEA))).startsWith("in lea.martin");
  }

  @Test
  void linksNothingForAnotherThanWhoAsked() {
    Caller lea = desk.in(desk.active("Léa", "Martin")).person().caller(null, "192.0.2.7");
    Caller bob = desk.in(desk.active("Bob", "Durand")).person().caller(null, "192.0.2.7");
    departure = desk.providerSignIn().departToLink(lea, Locale.FRENCH).orElseThrow();
    String code = provider.grant(departure.address(), LEA);
    assertThat(said(back(bob, code))).isEqualTo("NOT_OURS");
    assertThat(said(back(VISITOR, code))).isEqualTo("NOT_OURS");
    assertThat(said(back(lea, code))).isEqualTo("unknown");
  }

  @Test
  void offersWhatIsLinkedToNobodyElse() {
    AccountView lea = desk.active("Léa", "Martin");
    linking(comes(LEA), "lea.martin");
    Caller bob = desk.in(desk.active("Bob", "Durand")).person().caller(null, "192.0.2.7");
    departure = desk.providerSignIn().departToLink(bob, Locale.FRENCH).orElseThrow();
    assertThat(said(back(bob, provider.grant(departure.address(), LEA))))
        .isEqualTo("LINKED_ELSEWHERE");
    Caller own = desk.in(lea).person().caller(null, "192.0.2.7");
    departure = desk.providerSignIn().departToLink(own, Locale.FRENCH).orElseThrow();
    assertThat(said(back(own, provider.grant(departure.address(), LEA))))
        .isEqualTo("LINKED_ALREADY");
  }

  @Test
  void forgetsAnOfferThatNobodyTookInTime() {
    desk.active("Léa", "Martin");
    ArrivalOutcome outcome = comes(LEA);
    clock.advance(Duration.ofMinutes(16));
    assertThat(linking(outcome, "lea.martin")).isEqualTo("STEP_OVER");
    clock.advance(Duration.ofDays(2));
    desk.in(() -> desk.sweep().erase(Caller.system("sweep")));
    assertThat(desk.in(() -> desk.identities.forget(clock.instant()))).isZero();
  }

  @Test
  void leadsToTheProviderToSignOutThereTooButOnlyWhoCameFromThere() {
    AccountView lea = desk.active("Léa", "Martin");
    linking(comes(LEA), "lea.martin");
    Caller byPassword = desk.in(lea).person().caller(null, "192.0.2.7");
    assertThat(desk.providerSignIn().farewell(byPassword)).isEmpty();
    ArrivalOutcome.Recognised known = (ArrivalOutcome.Recognised) comes(LEA);
    Caller in = ((SignInOutcome.SignedIn) known.outcome()).person().caller(null, "192.0.2.7");
    URI address = desk.providerSignIn().farewell(in).orElseThrow();
    assertThat(address.toString()).startsWith(provider.issuer() + "/end?");
    assertThat(PretendProvider.asked(address, "id_token_hint")).contains(".");
    assertThat(PretendProvider.asked(address, "state")).hasSizeGreaterThanOrEqualTo(32);
    assertThat(PretendProvider.asked(address, "post_logout_redirect_uri"))
        .isEqualTo("https://guichet.example/signin/login");
    provider.changes = metadata -> metadata.remove("end_session_endpoint");
    connect();
    assertThat(desk.providerSignIn().farewell(in)).as("here only").isEmpty();
  }

  @Test
  void isNotThereWhereNoProviderIsSet() {
    desk.provider = new OidcProvider(TestSettings.in(data), clock);
    assertThat(desk.providerSignIn().name(VISITOR)).isEmpty();
    assertThat(desk.providerSignIn().depart(VISITOR, "", Locale.FRENCH)).isEmpty();
    assertThat(said(desk.providerSignIn().arrive(VISITOR, answer("c", "s"), "", "", "t")))
        .isEqualTo("NOT_OURS");
  }
}
