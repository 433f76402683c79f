package org.guichet.system;

import com.microsoft.playwright.Page;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;

/** The first person of an invented organisation, who may do everything for it. */
final class Administrator {
  private static final Pattern LINK = Pattern.compile("http\\S+/signin/activation\\S+");
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4,}(-[0-9A-Z]{4,})+");

  private Administrator() {}

  /** Registers somebody with the organisation's code, and signs them in in this browser. */
  static void signedIn(Shown shown, Member organisation) {
    Page page = shown.page();
    String message =
        shown
            .server()
            .ask("org", "code", organisation.matricule())
            .getJsonArray("messages")
            .getString(0);
    shown.open("/signin/registration");
    page.fill("#matricule", organisation.matricule());
    page.fill("#contract", organisation.contract());
    page.fill("#code", code(message, organisation.matricule()));
    page.fill("#givenName", "Claire");
    page.fill("#familyName", "Montségur");
    page.fill("#email", "claire." + organisation.email());
    page.click("#go");
    page.waitForURL("**/signin/sent");
    page.navigate(link(shown, "claire." + organisation.email()));
    page.fill("#password", Person.PASSWORD);
    page.click("#go");
    page.waitForURL("**/signin/login");
    page.fill("#name", "claire." + organisation.email());
    page.fill("#password", Person.PASSWORD);
    page.click("#go");
    page.waitForSelector("#code");
    page.fill("#code", Authenticator.of(page.locator(".copy code").textContent()).freshCode());
    page.click("#go");
    page.waitForSelector(".secrets");
    page.click(".btn-p");
    page.waitForURL("**/portal/**");
  }

  private static String link(Shown shown, String email) {
    return Await.present(
        "the mail with the activation link",
        () ->
            Mails.to(shown.server(), email).stream()
                .flatMap(mail -> LINK.matcher(mail.text()).results())
                .map(MatchResult::group)
                .findFirst());
  }

  private static String code(String message, String matricule) {
    Matcher code = CODE.matcher(message.replace(matricule, ""));
    if (!code.find()) {
      throw new AssertionError("No code in: " + message);
    }
    return code.group();
  }
}
