package org.guichet.web;

import java.util.Locale;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;

/** A person as somebody types it: names and address. */
public final class PersonForm {
  private String given = "";
  private String family = "";
  private String email = "";

  /** The person, who is written to in that language. */
  public NewPerson reading(Locale language) {
    return new NewPerson(new PersonName(given, family), email, language);
  }

  public String getGiven() {
    return given;
  }

  public void setGiven(String given) {
    this.given = given;
  }

  public String getFamily() {
    return family;
  }

  public void setFamily(String family) {
    this.family = family;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
