package org.guichet.web.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.web.administration.Answers.body;
import static org.guichet.web.administration.Answers.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.entity.AddKeyOutcome;
import org.guichet.organisation.entity.AddPasswordOutcome;
import org.guichet.organisation.entity.KeyKind;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.NewKey;
import org.guichet.organisation.entity.NewPassword;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Network;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Requests;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysResourceTest {
  private final Ring ring = new Ring();
  private final KeysResource resource = new KeysResource();

  @BeforeEach
  void wire() {
    resource.keys = ring;
    resource.settings = SomeSettings.at(Path.of("data"));
    resource.request = new Requests.Asked().request();
  }

  @Test
  void takesTheLastDayAsInclusiveInTheDeploymentsZone() throws Exception {
    resource.add(
        "77ZZZ001",
        body(
            "{'name':'srv','publicKey':'ssh-ed25519 AAAA','lastDay':'2027-01-01',"
                + "'scopes':['import','deposit'],'sources':['192.0.2.0/24']}"));
    assertThat(ring.asked)
        .containsExactly(
            new NewKey(
                "srv",
                "ssh-ed25519 AAAA",
                Set.of(KeyScope.DEPOSIT, KeyScope.IMPORT),
                Optional.of(Instant.parse("2027-01-01T23:00:00Z")),
                List.of("192.0.2.0/24")));
    assertThat(resource.list("77ZZZ001").rows().get(0))
        .hasToString(
            "{\"name\":\"srv\",\"kind\":\"public-key\",\"algorithm\":\"ssh-ed25519\",\"fingerprint\":\"SHA256:abc\","
                + "\"scopes\":[\"deposit\",\"import\"],\"sources\":[\"192.0.2.0/24\"],\"status\":\"good\","
                + "\"createdAt\":\"2026-11-22T10:00+01:00\",\"lastDay\":\"2027-01-01\","
                + "\"stoppedAt\":null,\"lastUsedAt\":null,\"lastUsedFrom\":null}");
  }

  @Test
  void letsAKeyDropAndFetchWhereNothingElseIsSaid() throws Exception {
    resource.add("77ZZZ001", body("{'name':'srv','publicKey':'ssh-ed25519 AAAA'}"));
    assertThat(ring.asked.get(0).scopes())
        .containsExactlyInAnyOrder(KeyScope.DEPOSIT, KeyScope.RECEIPTS);
    assertThat(ring.asked.get(0).expires()).isEmpty();
  }

  @Test
  void showsANewPasswordOnce() throws Exception {
    Answer answer =
        resource.addPassword("77ZZZ001", body("{'name':'robot','sources':['192.0.2.7']}"));

    assertThat(answer.messages().get(0)).contains("robot", "77ZZZ001", "g1-secret");
    assertThat(answer.rows().get(0).getString("password")).isEqualTo("g1-secret");
    assertThat(ring.asked.get(0).scopes()).isEqualTo(KeyScope.USUAL);
    assertThat(ring.asked.get(0).sources()).containsExactly("192.0.2.7");
    assertThat(resource.list("77ZZZ001").rows().toString()).doesNotContain("g1-secret");
  }

  @Test
  void refusesAScopeOrADateThatIsNone() {
    assertThatThrownBy(
            () -> resource.add("77ZZZ001", body("{'name':'s','publicKey':'k','scopes':['all']}")))
        .hasMessage("NOT_A_CHOICE");
    assertThatThrownBy(
            () ->
                resource.add(
                    "77ZZZ001", body("{'name':'s','publicKey':'k','lastDay':'2027-02-30'}")))
        .hasMessage("NOT_A_DATE");
    assertThat(ring.asked).isEmpty();
  }

  @Test
  void stopsOnceAndSaysSo() throws Exception {
    assertThat(outcome(resource.stop("77ZZZ001", body("{'name':'srv'}")))).isEqualTo("done");
    assertThat(outcome(resource.stop("77ZZZ001", body("{'name':'srv'}")))).isEqualTo("unchanged");
    assertThatThrownBy(() -> resource.stop("77ZZZ001", body("{'name':'other'}")))
        .isInstanceOf(RefusedException.class);
  }

  /** Knows one key, {@code srv}. */
  private static final class Ring extends KeyRing {
    private final List<NewKey> asked = new ArrayList<>();
    private boolean stopped;

    @Override
    public AddKeyOutcome add(Caller caller, Matricule matricule, NewKey data) {
      asked.add(data);
      return new AddKeyOutcome.Added(view(data));
    }

    @Override
    public AddPasswordOutcome addPassword(Caller caller, Matricule matricule, NewPassword data) {
      NewKey same = new NewKey(data.name(), "", data.scopes(), data.expires(), data.sources());
      asked.add(same);
      return new AddPasswordOutcome.Added(view(same), new Settings.Secret("g1-secret"));
    }

    @Override
    public List<KeyView> list(Caller caller, Matricule matricule) {
      return asked.stream().map(Ring::view).toList();
    }

    @Override
    public boolean stop(Caller caller, Matricule matricule, String name) {
      if (!name.equals("srv")) {
        throw new RefusedException(RefusedException.Code.NO_SUCH_KEY, name);
      }
      boolean changes = !stopped;
      stopped = true;
      return changes;
    }

    private static KeyView view(NewKey data) {
      return new KeyView(
          new KeyId(new UUID(0, 1)),
          data.name(),
          KeyKind.PUBLIC_KEY,
          "ssh-ed25519",
          "SHA256:abc",
          data.scopes(),
          data.sources().stream().flatMap(one -> Network.parse(one).stream()).toList(),
          KeyStatus.GOOD,
          Instant.parse("2026-11-22T09:00:00Z"),
          data.expires(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
