package org.guichet.system;

import com.microsoft.playwright.Page;
import org.guichet.system.Chromium.Shown;

/** Fills in the pages of members. */
final class People {
  private People() {}

  /** Makes an account in an organisation; whoever is signed in may do so. Ends on its page. */
  static void create(
      Shown shown,
      Member organisation,
      String given,
      String family,
      String email,
      boolean administrator) {
    shown.open(
        "/portal/new-member?as="
            + (administrator ? "administrator" : "user")
            + "&of="
            + organisation.matricule());
    Page page = shown.page();
    page.fill("#givenName", given);
    page.fill("#familyName", family);
    page.fill("#email", email);
    page.check("input[value=DEPOT]");
    page.click("#go");
    page.waitForURL("**/portal/member?id=*");
  }
}
