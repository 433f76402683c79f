package org.guichet.account.control;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.guichet.account.entity.AccountStep;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.IdentityView;
import org.guichet.account.entity.SessionView;
import org.guichet.account.entity.SignedInPerson.Belonging;

/** What is kept about a person, as JSON to take away. */
public final class PersonalData {
  private static final JsonProvider JSON = JsonProvider.provider();

  private PersonalData() {}

  public static String write(
      AccountView account,
      List<Belonging> belongings,
      List<SessionView> sessions,
      List<IdentityView> identities,
      List<AccountStep> steps) {
    JsonArrayBuilder organisations = JSON.createArrayBuilder();
    belongings.forEach(
        b ->
            organisations.add(
                JSON.createObjectBuilder()
                    .add("matricule", b.matricule())
                    .add("name", b.name())
                    .add(
                        "profiles",
                        JSON.createArrayBuilder(b.profiles().stream().sorted().toList()))));
    JsonArrayBuilder open = JSON.createArrayBuilder();
    sessions.forEach(
        s ->
            open.add(
                JSON.createObjectBuilder()
                    .add("createdAt", s.createdAt().toString())
                    .add("lastSeenAt", s.lastSeenAt().toString())
                    .add("address", s.address())
                    .add("agent", s.agent())));
    JsonArrayBuilder linked = JSON.createArrayBuilder();
    identities.forEach(
        i ->
            linked.add(
                JSON.createObjectBuilder()
                    .add("label", i.label())
                    .add("linkedAt", i.linkedAt().toString())));
    JsonArrayBuilder history = JSON.createArrayBuilder();
    steps.forEach(
        s ->
            history.add(
                JSON.createObjectBuilder()
                    .add("at", s.at().toString())
                    .add("state", s.state().name())));
    return account(account)
        .add("organisations", organisations)
        .add("sessions", open)
        .add("identities", linked)
        .add("history", history)
        .build()
        .toString();
  }

  private static JsonObjectBuilder account(AccountView account) {
    return JSON.createObjectBuilder()
        .add("login", account.login())
        .add("email", account.email())
        .add("givenName", account.name().given())
        .add("familyName", account.name().family())
        .add("language", account.language().toLanguageTag())
        .add("state", account.state().name())
        .add("createdAt", account.createdAt().toString())
        .add("expiresAt", account.expiresAt().toString());
  }
}
