package org.guichet.system;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;

/** An invented person who asks for assistance, and reads the mails that come back. */
final class Asker {
  private static final Pattern LINK = Pattern.compile("http\\S+/assistance/ticket\\S+");
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final RunningServer server;
  private final String email;
  private final String organisation;
  private String number = "";

  private Asker(RunningServer server) {
    this.server = server;
    int count = COUNTER.incrementAndGet();
    email = "ana.petit" + count + "@colombe.example";
    organisation = "Institut Colombe " + count;
  }

  /** Somebody who makes a certifier known. */
  static Asker certifier(Shown shown) {
    return organisation(shown, "certifier", "Trois ans, titres RNCP 12345 et RS 678");
  }

  /** Somebody who makes a depositor known. */
  static Asker depositor(Shown shown, String certifiers) {
    return organisation(shown, "depositor", certifiers);
  }

  private static Asker organisation(Shown shown, String kind, String wishes) {
    Asker asker = new Asker(shown.server());
    Page page = shown.open("/assistance?kind=" + kind).page();
    page.fill("#designation", asker.organisation);
    page.fill("#legalName", asker.organisation.toUpperCase(Locale.ROOT) + " SA");
    page.fill("#seat", "1, rue de l’Exemple\n75000 Paris");
    page.fill("#registration", "CHE-115.308.306");
    page.fill("#wishes", wishes);
    page.fill("#message", "Bonjour,\nnous déposerons chaque mois.");
    return asker.send(page);
  }

  /** Somebody who wants to administer an organisation. */
  static Asker administrator(Shown shown, String matricule) {
    Asker asker = new Asker(shown.server());
    Page page = shown.open("/assistance?kind=administrator").page();
    page.fill("#matricule", matricule);
    return asker.send(page);
  }

  /** Somebody with a question. */
  static Asker question(Shown shown) {
    Asker asker = new Asker(shown.server());
    Page page = shown.open("/assistance?kind=other").page();
    page.fill("#message", "Où trouver l’accusé de traitement ?");
    return asker.send(page);
  }

  private Asker send(Page page) {
    page.fill("#name", "Ana Petit");
    page.fill("#email", email);
    page.click("#go");
    page.waitForURL("**/assistance/sent*");
    number = page.locator(".big").textContent();
    return this;
  }

  String email() {
    return email;
  }

  String organisation() {
    return organisation;
  }

  /** Of the request. */
  String number() {
    return number;
  }

  /** The link of the first mail. */
  String link() {
    return fromMail("est reçue", LINK);
  }

  /** Answers the first mail by mail. */
  void reply(Postbox postbox, String text) {
    Mails.Mail first =
        Await.present(
            "the first mail",
            () ->
                Mails.to(server, email).stream()
                    .filter(mail -> mail.subject().contains("est reçue"))
                    .findFirst());
    postbox.write(email, first.id(), "Re: " + first.subject(), text);
  }

  /** What a mail says first that a pattern finds: its first group, or all of it. */
  String fromMail(String subject, Pattern pattern) {
    return Await.present(
        "a mail “" + subject + "” with " + pattern,
        () ->
            Mails.to(server, email).stream()
                .filter(mail -> mail.subject().contains(subject))
                .flatMap(mail -> pattern.matcher(mail.text()).results())
                .map(Asker::said)
                .findFirst());
  }

  private static String said(MatchResult found) {
    return found.groupCount() == 0 ? found.group() : found.group(1);
  }
}
