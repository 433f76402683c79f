package org.guichet.web.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.web.administration.Answers.body;
import static org.guichet.web.administration.Answers.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.account.boundary.Operators;
import org.guichet.account.boundary.RegistrationCodes;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.CreateAccountOutcome;
import org.guichet.account.entity.NewPerson;
import org.guichet.audit.boundary.AuditSealing;
import org.guichet.audit.boundary.AuditVerification;
import org.guichet.audit.entity.ChainHead;
import org.guichet.audit.entity.Verification;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.web.Requests;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.Test;

class AccountCommandsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void anOperatorIsMadeWithTheUsualRoleAndTheLinkIsShown() throws Exception {
    OperatorsResource resource = new OperatorsResource();
    resource.settings = SomeSettings.at(Path.of("data"));
    resource.request = new Requests.Asked().request();
    resource.operators =
        new Operators() {
          @Override
          public CreateAccountOutcome create(
              Caller caller, NewPerson person, String group, Set<String> roles) {
            if (person.email().isEmpty()) {
              return new CreateAccountOutcome.Refused(
                  List.of(AccountMistake.of("email", AccountMistake.Code.EMAIL_MALFORMED)));
            }
            assertThat(group).isEqualTo("PORTAIL-DEFAUT");
            assertThat(roles).containsExactly("EXPLOITANT");
            return new CreateAccountOutcome.Created(
                view(person), "https://guichet.example/a?token=x");
          }
        };
    Answer answer =
        resource.create(
            body("{'givenName':'Omar','familyName':'Roy','email':'o@b.example','roles':[]}"));
    assertThat(outcome(answer)).isEqualTo("done");
    assertThat(answer.messages().get(0)).contains("https://guichet.example/a?token=x");
    assertThat(answer.rows().get(0).getString("login")).isEqualTo("omar.roy");
    assertThat(outcome(resource.create(body("{'givenName':'Omar'}")))).isEqualTo("refused");
  }

  private static AccountView view(NewPerson person) {
    return new AccountView(
        new AccountId(new UUID(5, 1)),
        "omar.roy",
        person.email(),
        person.name(),
        Locale.FRENCH,
        AccountState.PENDING,
        false,
        NOON,
        Optional.empty(),
        Optional.empty(),
        NOON,
        Optional.empty());
  }

  @Test
  void aBrokenAuditIsRefusedWithThePlaceAndTheRow() {
    AuditResource resource = new AuditResource();
    resource.request = new Requests.Asked().header("Accept-Language", "en").request();
    UUID row = new UUID(7, 7);
    Verification[] found = {new Verification.Whole(ChainHead.START, 2)};
    resource.verification =
        new AuditVerification() {
          @Override
          public Verification verify(Caller caller) {
            return found[0];
          }
        };
    resource.sealing =
        new AuditSealing() {
          @Override
          public ChainHead head(Caller caller) {
            return ChainHead.START;
          }
        };
    assertThat(outcome(resource.verify())).isEqualTo("done");
    found[0] = new Verification.Broken(4, Optional.of(row), Verification.Fault.CHANGED);
    Answer answer = resource.verify();
    assertThat(outcome(answer)).isEqualTo("refused");
    assertThat(answer.messages().get(0)).contains("place 4", row.toString(), "isn’t as it was");
    assertThat(resource.head().rows().get(0).getInt("position")).isZero();
    assertThatThrownBy(() -> resource.list("many")).hasMessage("NOT_A_NUMBER");
  }

  @Test
  void aRegistrationCodeIsShownOnce() {
    RegistrationCodesResource resource = new RegistrationCodesResource();
    resource.request = new Requests.Asked().request();
    resource.codes =
        new RegistrationCodes() {
          @Override
          public String issue(Caller caller, Matricule matricule) {
            return "ABCD-EFGH-JKMN-PQRS";
          }
        };
    assertThat(resource.issue("77zzz001").messages().get(0))
        .contains("77ZZZ001", "ABCD-EFGH-JKMN-PQRS");
  }
}
