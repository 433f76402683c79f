package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;

/** An invented person with an account that runs the portal, and an authenticator. */
final class Person {
  static final String PASSWORD = "soleil vert sur 77 toits";
  private static final Pattern RESET_LINK = Pattern.compile("http\\S+/signin/reset\\S+");
  private static final Pattern ACTIVATION_LINK = Pattern.compile("http\\S+/signin/activation\\S+");
  private static final Pattern PROPOSAL_LINK = Pattern.compile("http\\S+/signin/change\\S+");
  private static final Pattern LINK = Pattern.compile("http\\S+token=\\S+");
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final String login;
  private final String email;
  private final String link;
  private final Deque<String> recoveryCodes = new ArrayDeque<>();
  private Authenticator authenticator = Authenticator.of("");

  private Person(String login, String email, String link) {
    this.login = login;
    this.email = email;
    this.link = link;
  }

  /** Somebody new, with an activation link. */
  static Person invited(RunningServer server) {
    String name = letters(COUNTER.incrementAndGet());
    String email = name.toLowerCase(Locale.ROOT) + "@vauclair.example";
    JsonObject answer =
        server.ask(
            "operator",
            "create",
            "--given-name",
            "Claire",
            "--family-name",
            "Montségur " + name,
            "--email",
            email);
    JsonObject row = answer.getJsonArray("rows").getJsonObject(0);
    return new Person(
        row.getString("login"), email, link(answer.getJsonArray("messages").getString(0)));
  }

  /** Somebody whom an administrator made an account for: the link comes by mail. */
  static Person mailed(RunningServer server, String login, String email) {
    String link =
        Await.present(
            "the mail with the activation link",
            () ->
                Mails.to(server, email).stream()
                    .flatMap(mail -> ACTIVATION_LINK.matcher(mail.text()).results())
                    .map(MatchResult::group)
                    .reduce((first, last) -> last));
    return new Person(login, email, link);
  }

  /** Chooses the password by the link. */
  Person activate(Shown shown) {
    shown.page().navigate(link);
    shown.page().fill("#password", PASSWORD);
    shown.page().click("#go");
    shown.page().waitForURL("**/signin/login*");
    return this;
  }

  private static String link(String message) {
    Matcher link = LINK.matcher(message);
    assertThat(link.find()).as(message).isTrue();
    return link.group();
  }

  /** Names take no digits: 28 is {@code AB}. */
  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /** Somebody whose activation link came another way. */
  static Person of(String login, String email, String link) {
    return new Person(login, email, link);
  }

  /** Somebody new who chose a password. */
  static Person activated(Shown shown) {
    return invited(shown.server()).activate(shown);
  }

  /** Somebody new with a second factor, who is signed in in this browser now. */
  static Person signedIn(Shown shown) {
    Person person = activated(shown);
    person.enter(shown);
    return person;
  }

  /** Signs in for the first time, enrolling a second factor. */
  void enter(Shown shown) {
    typePassword(shown);
    enrol(shown.page());
    shown.page().click(".btn-p");
    shown.page().waitForURL("**/portal/**");
  }

  String login() {
    return login;
  }

  String email() {
    return email;
  }

  String link() {
    return link;
  }

  /** Asks for another password, and reads the link in the mail. */
  String askForReset(Shown shown) {
    shown.open("/signin/forgotten");
    shown.page().fill("#name", login);
    shown.page().click("#go");
    shown.page().waitForURL("**/signin/sent");
    return Await.present(
        "the mail with the link",
        () ->
            Mails.to(shown.server(), email).stream()
                .flatMap(mail -> RESET_LINK.matcher(mail.text()).results())
                .map(MatchResult::group)
                .findFirst());
  }

  /** The link of the mail by which an administrator proposes a change. */
  String proposal(RunningServer server) {
    return Await.present(
        "the mail with the proposal",
        () ->
            Mails.to(server, email).stream()
                .flatMap(mail -> PROPOSAL_LINK.matcher(mail.text()).results())
                .map(MatchResult::group)
                .findFirst());
  }

  /** Fills in and sends the first page of signing in. */
  void typePassword(Shown shown) {
    typePassword(shown, PASSWORD);
  }

  /** The same, for somebody whom no second factor is asked from. */
  void typePasswordOnly(Shown shown) {
    sendPassword(shown, PASSWORD);
  }

  /** The same with a password of the person's later choice. */
  void typePassword(Shown shown, String password) {
    sendPassword(shown, password);
    shown.page().waitForSelector("#code");
  }

  private void sendPassword(Shown shown, String password) {
    if (!shown.page().url().contains("/signin/login")) {
      shown.open("/signin/login");
    }
    shown.page().fill("#name", login);
    shown.page().fill("#password", password);
    shown.page().click("#go");
  }

  /** On the page of enrolment: has the authenticator learn the secret, and types its code. */
  void enrol(Page page) {
    authenticator = Authenticator.of(page.locator(".copy code").textContent());
    page.fill("#code", authenticator.freshCode());
    page.click("#go");
    page.waitForSelector(".secrets");
    recoveryCodes.addAll(page.locator(".secrets li").allTextContents());
  }

  /** Of the authenticator; one that wasn't used yet. */
  String freshCode() {
    return authenticator.freshCode();
  }

  String recoveryCode() {
    return recoveryCodes.remove();
  }

  /** The cookie that proves who is signed in in this browser. */
  static Cookie session(Shown shown) {
    return cookie(shown, "guichet");
  }

  /** The cookie that proves that a password was given in this browser. */
  static Cookie step(Shown shown) {
    return cookie(shown, "guichet-step");
  }

  private static Cookie cookie(Shown shown, String name) {
    return shown.context().cookies().stream()
        .filter(cookie -> cookie.name.equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Has a browser show the cookie of another. */
  static void showAgain(Cookie cookie, Shown shown) {
    shown
        .context()
        .addCookies(
            List.of(
                new Cookie(cookie.name, cookie.value).setUrl(shown.server().web("/").toString())));
  }
}
