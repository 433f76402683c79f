package org.guichet.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.guichet.account.entity.PersonName;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.SessionId;
import org.guichet.platform.entity.Settings;

/** Invented people for tests of this module. */
public final class SomePeople {
  private SomePeople() {}

  /** Somebody who belongs to these organisations, and has no role. */
  public static SignedInPerson claire(Belonging... belongings) {
    return new SignedInPerson(
        new AccountId(new UUID(0, 1)),
        new SessionId(new UUID(0, 2)),
        "claire.montsegur",
        "claire@vauclair.example",
        new PersonName("Claire", "Montségur"),
        Locale.FRENCH,
        1,
        List.of(belongings),
        false);
  }

  public static Belonging organisation(int number, boolean active) {
    return new Belonging(
        new OrganisationId(new UUID(1, number)),
        "77ZZZ00" + number,
        "Institut " + number,
        Set.of(),
        false,
        active);
  }

  /** The visitor whose request this is. */
  public static CurrentVisitor visiting(SignedInPerson person, Requests.Asked asked) {
    CurrentVisitor visitor = nobody(asked);
    CurrentVisitor.enters(person, visitor.request);
    return visitor;
  }

  /** Somebody who hasn't signed in. */
  public static CurrentVisitor nobody(Requests.Asked asked) {
    CurrentVisitor visitor = new CurrentVisitor();
    visitor.request = asked.with("getRemoteAddr", "192.0.2.7").request();
    return visitor;
  }

  /** Times as a reader of French reads them. */
  public static Moments dates(Settings settings) {
    Moments dates = new Moments();
    dates.settings = settings;
    dates.language = reading("fr");
    return dates;
  }

  /** The language that somebody's browser asks for. */
  public static PageLanguage reading(String language) {
    PageLanguage page = new PageLanguage();
    page.request = new Requests.Asked().header("Accept-Language", language).request();
    return page;
  }

  /** Sizes as that reader sees them. */
  public static Sizes measuring(String language) {
    Sizes sizes = new Sizes();
    sizes.language = reading(language);
    return sizes;
  }

  /** Times as that reader sees them. */
  public static Moments telling(String language) {
    Moments moments = new Moments();
    moments.settings = SomeSettings.at(Path.of("data"));
    moments.language = reading(language);
    return moments;
  }
}
