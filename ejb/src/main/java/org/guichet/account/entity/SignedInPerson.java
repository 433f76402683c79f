package org.guichet.account.entity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose session goes on.
 *
 * @param epoch changes whenever all sessions of the account have to end
 * @param belongings the organisations that the person belongs to, by name
 * @param operator whether the person has any role in the deployment
 */
public record SignedInPerson(
    AccountId account,
    SessionId session,
    String login,
    String email,
    PersonName name,
    Locale language,
    long epoch,
    List<Belonging> belongings,
    boolean operator) {
  public SignedInPerson {
    belongings = List.copyOf(belongings);
  }

  /**
   * An organisation that the person belongs to.
   *
   * @param matricule the eight characters
   * @param profiles codes of the catalogue, retired ones included
   * @param active whether the organisation is; nobody gets in for a suspended one
   */
  public record Belonging(
      OrganisationId organisation,
      String matricule,
      String name,
      Set<String> profiles,
      boolean administrator,
      boolean active) {
    public Belonging {
      profiles = Set.copyOf(profiles);
    }
  }

  /** The person as a caller at the pages. */
  public Caller caller(@Nullable OrganisationId actingFor, String address) {
    return Caller.person(account, actingFor, session, Channel.PAGE, address);
  }
}
