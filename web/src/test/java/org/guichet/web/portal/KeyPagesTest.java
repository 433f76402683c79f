package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.organisation.boundary.DoorKeys;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.entity.AddKeyOutcome;
import org.guichet.organisation.entity.AddPasswordOutcome;
import org.guichet.organisation.entity.KeyKind;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.NewKey;
import org.guichet.organisation.entity.NewPassword;
import org.guichet.organisation.entity.PublicKey;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Network;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.web.RecordingNotices;
import org.guichet.web.SomePeople;
import org.guichet.web.SomeSettings;
import org.guichet.web.StartPage;
import org.junit.jupiter.api.Test;

class KeyPagesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Settings SETTINGS =
      SomeSettings.at(Path.of("target"), URI.create("https://depot.example"), 2222);

  private final RecordingNotices notices = new RecordingNotices();
  private final List<String> asked = new ArrayList<>();
  private List<KeyView> keys = List.of();
  private List<Mistake> mistakes = List.of();

  private final KeyRing ring =
      new KeyRing() {
        @Override
        public List<KeyView> list(Caller caller, Matricule matricule) {
          return keys;
        }

        @Override
        public boolean takesPasswords(Caller caller, Matricule matricule) {
          return true;
        }

        @Override
        public AddKeyOutcome add(Caller caller, Matricule matricule, NewKey data) {
          asked.add("add " + told(data));
          return outcome(data);
        }

        @Override
        public AddKeyOutcome replace(
            Caller caller, Matricule matricule, String replaced, Instant until, NewKey data) {
          asked.add("replace " + replaced + " until " + until + " by " + told(data));
          return outcome(data);
        }

        @Override
        public AddPasswordOutcome addPassword(
            Caller caller, Matricule matricule, NewPassword data) {
          return mistakes.isEmpty()
              ? new AddPasswordOutcome.Added(
                  key(data.name(), KeyStatus.GOOD, Optional.empty()), new Settings.Secret("g1-x"))
              : new AddPasswordOutcome.Refused(mistakes);
        }

        @Override
        public boolean stop(Caller caller, Matricule matricule, String name) {
          return asked.add("stop " + name);
        }
      };

  private AddKeyOutcome outcome(NewKey data) {
    return mistakes.isEmpty()
        ? new AddKeyOutcome.Added(key(data.name(), KeyStatus.GOOD, Optional.empty()))
        : new AddKeyOutcome.Refused(mistakes);
  }

  private static String told(NewKey data) {
    return String.join(
        " ",
        data.name(),
        data.publicKey(),
        data.scopes().stream().sorted().toList().toString(),
        data.expires().map(Instant::toString).orElse("-"),
        data.sources().toString());
  }

  private static KeyView key(String name, KeyStatus status, Optional<Instant> expires) {
    return new KeyView(
        new KeyId(new UUID(0, 1)),
        name,
        KeyKind.PUBLIC_KEY,
        "ssh-ed25519",
        "SHA256:abc",
        Set.of(KeyScope.IMPORT),
        List.of(Network.parse("192.0.2.0/24").orElseThrow()),
        status,
        NOON,
        expires,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private KeysPage table(Permission... permissions) {
    KeysPage page = new KeysPage();
    page.worked = SomeWork.allowing(permissions);
    page.language = SomePeople.reading("fr");
    page.dates = SomePeople.dates(SETTINGS);
    page.ring = ring;
    page.clock = CLOCK;
    page.door = new DoorKeys();
    page.start =
        new StartPage() {
          @Override
          public String getSftpHost() {
            return "depot.example";
          }

          @Override
          public int getSftpPort() {
            return 2222;
          }
        };
    return page;
  }

  private KeyAddPage adding() {
    KeyAddPage page = new KeyAddPage();
    page.worked = SomeWork.allowing(Permission.KEY_MANAGE);
    page.notices = notices;
    page.ring = ring;
    page.settings = SETTINGS;
    page.clock = CLOCK;
    page.begin();
    return page;
  }

  @Test
  void tellsGoodKeysThatEndSoonFromOthers() {
    keys =
        List.of(
            key("b", KeyStatus.STOPPED, Optional.empty()),
            key("c", KeyStatus.GOOD, Optional.of(NOON.plus(Duration.ofDays(3)))),
            key("a", KeyStatus.GOOD, Optional.of(NOON.plus(Duration.ofDays(300)))));
    assertThat(table(Permission.KEY_VIEW).getRows())
        .extracting(row -> row.name() + " " + row.state() + " " + row.good())
        .containsExactly("a Active true", "c Finit bientôt true", "b Arrêtée false");
    assertThat(table(Permission.KEY_VIEW).isManaging()).isFalse();
  }

  @Test
  void writesTheLinesThatAClientKeepsOfTheServer() {
    KeysPage page = table(Permission.KEY_VIEW);
    PublicKey key = new PublicKey("ssh-ed25519", new byte[] {1, 2, 3});
    page.door.open(Caller.system("test"), () -> List.of(key));
    assertThat(page.getHostKeys())
        .containsExactly(
            new KeysPage.HostKey(
                "Ed25519", key.fingerprint(), "[depot.example]:2222 ssh-ed25519 AQID"));
    page.door.open(Caller.visitor("192.0.2.7"), List::of);
    assertThat(page.getHostKeys()).as("a visitor changes nothing").hasSize(1);
  }

  @Test
  void addsWhatWasTypedWithTheUsesThatWereTicked() {
    notices.asked.parameter("terms", "1").parameter("scope.RECEIPTS", "1");
    KeyAddPage page = adding();
    page.getTerms().setName("serveur");
    page.getTerms().setLastDay("2027-01-31");
    page.getTerms().setSources("192.0.2.7, 192.0.2.8;2001:db8::/32");
    page.setPublicKey("ssh-ed25519 AAAA");
    page.add();
    assertThat(asked)
        .containsExactly(
            "add serveur ssh-ed25519 AAAA [RECEIPTS] 2027-01-31T23:00:00Z"
                + " [192.0.2.7, 192.0.2.8, 2001:db8::/32]");
    assertThat(notices.said).containsExactly("info keys.ADDED");
    assertThat(notices.went).isEqualTo("/portal/keys");
  }

  @Test
  void givesAPrivateKeyNeverBackButAnyOtherText() {
    mistakes = List.of(Mistake.of("publicKey", Mistake.Code.KEY_UNREADABLE));
    KeyAddPage page = adding();
    page.setPublicKey("ssh-ed25519 tippfehler");
    page.add();
    assertThat(page.getPublicKey()).isEqualTo("ssh-ed25519 tippfehler");

    mistakes = List.of(Mistake.of("publicKey", Mistake.Code.KEY_IS_PRIVATE));
    page.setPublicKey("secret");
    page.add();
    assertThat(page.getPublicKey()).isEmpty();
    assertThat(notices.said)
        .containsExactly("error publicKey KEY_UNREADABLE", "error publicKey KEY_IS_PRIVATE");
  }

  @Test
  void replacesAKeyWithItsUsesAndAnOverlapOfTwoWeeks() {
    keys = List.of(key("ancienne", KeyStatus.GOOD, Optional.empty()));
    notices.asked.parameter("replaces", "ancienne");
    KeyAddPage page = adding();
    assertThat(page.getTerms().ticked(KeyScope.IMPORT)).isTrue();
    assertThat(page.getOverlap()).isEqualTo("2026-12-05");
    page.getTerms().setName("neuve");
    page.setPublicKey("k");
    page.add();
    assertThat(asked)
        .containsExactly(
            "replace ancienne until 2026-12-05T23:00:00Z by neuve k [IMPORT] - [192.0.2.0/24]");
    assertThat(notices.said).containsExactly("info keys.REPLACED");

    page.setOverlap("bientôt");
    page.getTerms().setLastDay("jamais");
    page.add();
    assertThat(notices.said)
        .endsWith("error lastDay form.day.WRONG", "error overlap form.day.WRONG");
  }

  @Test
  void stopsTheKeyThatTheAddressNames() {
    keys = List.of(key("serveur", KeyStatus.GOOD, Optional.empty()));
    notices.asked.parameter("key", "serveur");
    KeyEndPage page = new KeyEndPage();
    page.worked = SomeWork.allowing(Permission.KEY_MANAGE);
    page.notices = notices;
    page.ring = ring;
    page.table = table(Permission.KEY_MANAGE);
    assertThat(page.getKey()).isNotNull();
    page.stop();
    assertThat(asked).containsExactly("stop serveur");
    page.table = table(Permission.KEY_VIEW);
    assertThat(page.getKey()).as("nothing to stop for whoever may only look").isNull();
  }

  @Test
  void showsAPasswordInTheAnswerThatMadeIt() {
    PasswordAddPage page = new PasswordAddPage();
    page.worked = SomeWork.allowing(Permission.KEY_MANAGE);
    page.notices = notices;
    page.ring = ring;
    page.settings = SETTINGS;
    page.begin();
    page.getTerms().setName("caisse");
    assertThat(page.make()).isEqualTo("/portal/password-made");
    assertThat(page.getMade()).isEqualTo("g1-x");
    assertThat(page.getMadeName()).isEqualTo("caisse");
    mistakes = List.of(Mistake.of("name", Mistake.Code.KEY_NAME_BLANK));
    assertThat(page.make()).isNull();
  }

  @Test
  void isShutToWhoeverMayNotManageKeys() {
    KeyAddPage page = new KeyAddPage();
    page.worked = SomeWork.allowing(Permission.KEY_VIEW);
    page.notices = notices;
    assertThatThrownBy(page::begin).isInstanceOf(RefusedException.class);
  }
}
