package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.MemberOutcome;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buttons of the table, and its files. */
class MemberActionsTest {
  private final FakeMembers fake = new FakeMembers();
  private final Requests.Told told = new Requests.Told();

  @BeforeEach
  void addZoe() {
    fake.people.put(
        FakeMembers.ZOE,
        FakeMembers.member(FakeMembers.account(FakeMembers.ZOE, "Zoé", AccountState.ACTIVE), true));
  }

  private String post() throws IOException {
    MemberActions actions = new MemberActions();
    actions.members = fake.members;
    actions.care = fake.care;
    actions.organisation = fake.organisation();
    actions.visitor = fake.visitor();
    actions.language = SomePeople.reading("fr");
    actions.doPost(fake.request.request(), told.response());
    return told.headers.getOrDefault("Location", "");
  }

  private String said() {
    return told.cookies.isEmpty()
        ? ""
        : URLDecoder.decode(told.cookies.get(0).getValue(), StandardCharsets.UTF_8);
  }

  @Test
  void doesWhatTheButtonOfARowAsksAndGoesBack() throws IOException {
    fake.request
        .parameter("one", "disable " + FakeMembers.OMAR)
        .parameter("back", "/portal/members?q=om&page=2");
    assertThat(post()).isEqualTo("/portal/members?q=om&page=2");
    assertThat(fake.asked).containsExactly("disable " + FakeMembers.OMAR);
    assertThat(said()).isEqualTo("+|member.DONE.DISABLE|Omar Roy");
  }

  @Test
  void doesOrRefusesEachOfManyForItself() throws IOException {
    fake.request
        .parameter("deed", "renew")
        .parameter("member", FakeMembers.OMAR.toString(), FakeMembers.ZOE.toString());
    post();
    assertThat(fake.asked)
        .containsExactly("renew - " + FakeMembers.OMAR, "renew - " + FakeMembers.ZOE);
    assertThat(said()).isEqualTo("+|member.DONE.RENEW|Omar Roy, Zoé Roy");
  }

  @Test
  void saysOnceWhyNothingWasDone() throws IOException {
    fake.outcome = Optional.of(FakeMembers.refused("account", Code.LAST_ADMINISTRATOR));
    fake.request
        .parameter("deed", "disable")
        .parameter("member", FakeMembers.OMAR.toString(), FakeMembers.ZOE.toString());
    post();
    assertThat(said())
        .startsWith("|member.NOT_DONE|Omar Roy, Zoé Roy|")
        .contains("dernier administrateur");
  }

  @Test
  void saysWhatAStateNeedsFirst() throws IOException {
    fake.outcome = Optional.of(FakeMembers.refused("account", Code.STATE, "DISABLED"));
    fake.request.parameter("one", "renew " + FakeMembers.OMAR);
    post();
    assertThat(said()).contains("Réactivez-le d’abord");
  }

  @Test
  void leadsFromAPersonWhoLeftToTheTable() throws IOException {
    fake.outcome = Optional.of(new MemberOutcome.Left());
    fake.request
        .parameter("one", "leave " + FakeMembers.OMAR)
        .parameter("back", "/portal/member?id=" + FakeMembers.OMAR);
    assertThat(post()).isEqualTo("/portal/members");
    assertThat(said()).isEqualTo("+|member.DONE.LEAVE|Omar Roy");
  }

  @Test
  void deletesManyOnlyForWhoSaysHowMany() throws IOException {
    fake.request
        .parameter("deed", "delete")
        .parameter("member", FakeMembers.OMAR.toString(), FakeMembers.ZOE.toString());
    String address = "/portal/members-deletion?member=" + FakeMembers.OMAR + "&member=";
    assertThat(post()).isEqualTo(address + FakeMembers.ZOE);
    assertThat(said()).isEmpty();
    fake.request.parameter("count", "3");
    assertThat(post()).isEqualTo(address + FakeMembers.ZOE);
    assertThat(said()).isEqualTo("|members-deletion.wrong");
    assertThat(fake.asked).isEmpty();
    fake.request.parameter("count", " 2 ");
    assertThat(post()).isEqualTo("/portal/members");
    assertThat(fake.asked)
        .containsExactly("delete " + FakeMembers.OMAR, "delete " + FakeMembers.ZOE);
  }

  @Test
  void changesNothingWhenNobodyIsChosenOrTheDeedIsUnknown() throws IOException {
    fake.request.parameter("deed", "disable");
    assertThat(post()).isEqualTo("/portal/members");
    fake.request.parameter("deed", "promote").parameter("member", FakeMembers.OMAR.toString());
    post();
    assertThat(fake.asked).isEmpty();
    assertThat(said()).isEqualTo("|members.NOBODY");
  }

  @Test
  void leadsNobodyElsewhere() throws IOException {
    fake.request
        .parameter("one", "renew " + FakeMembers.OMAR)
        .parameter("back", "https://evil.example/portal/members");
    assertThat(post()).isEqualTo("/portal/members");
  }

  private String export(String path) throws IOException {
    MembersExport export = new MembersExport();
    export.members = fake.members;
    export.organisation = fake.organisation();
    export.words = fake.words();
    export.visitor = fake.visitor();
    export.settings = SomeSettings.at(Path.of("data"));
    export.clock = Clock.fixed(Instant.parse("2026-11-22T23:30:00Z"), ZoneOffset.UTC);
    fake.request.with("getServletPath", path);
    export.doGet(fake.request.request(), told.response());
    return told.body();
  }

  @Test
  void writesTheColumnsThatAreSeenWithoutFormulas() throws IOException {
    fake.request.parameter("column", "person", "email", "created");
    assertThat(export("/portal/members.csv").lines())
        .containsExactly(
            "\uFEFFNom;Prénom;Identifiant;Courriel;Créé le",
            "Roy;Omar;omar.roy;'=omar@vauclair.example;2026-01-02 11:00",
            "Roy;Zoé;zoé.roy;'=zoé@vauclair.example;2026-01-02 11:00");
    assertThat(told.headers)
        .containsEntry("Content-Type", "text/csv;charset=UTF-8")
        .containsEntry(
            "Content-Disposition", "attachment; filename=\"membres-77ZZZ001-2026-11-23.csv\"");
  }

  @Test
  void writesAWorkbookToo() throws IOException {
    assertThat(export("/portal/members.xlsx")).startsWith("PK");
    assertThat(told.headers.get("Content-Disposition")).endsWith("2026-11-23.xlsx\"");
  }
}
