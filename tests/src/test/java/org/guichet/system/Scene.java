package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.function.BiConsumer;
import org.guichet.system.Chromium.Shown;

/**
 * A page in one of its states, and how it comes to be in it. Each is looked at by {@link ScenesST}
 * and stands in docs/pages.md.
 */
@SuppressWarnings("ImmutableEnumChecker") // what opens a page keeps nothing
public enum Scene {
  START("index", "filled", "the server is in service", (cast, shown) -> shown.open("/")),
  ACCESSIBILITY("accessibility", "filled", "always", (cast, shown) -> shown.open("/accessibility")),
  LOGIN("signin/login", "empty", "nothing typed yet", (cast, shown) -> shown.open("/signin/login")),
  LOGIN_ERROR(
      "signin/login",
      "error",
      "sent with nothing typed",
      (cast, shown) -> sendEmpty(shown.open("/signin/login"))),
  LOGIN_REFUSED(
      "signin/login",
      "error",
      "name and password don't belong together",
      (cast, shown) -> refused(shown.open("/signin/login").page())),
  SECOND_FACTOR(
      "signin/second-factor",
      "empty",
      "a code of the authenticator is asked for",
      (cast, shown) -> shown.open("/signin/second-factor")),
  SECOND_FACTOR_ERROR(
      "signin/second-factor",
      "error",
      "sent without a code",
      (cast, shown) -> sendEmpty(shown.open("/signin/second-factor"))),
  RECOVERY(
      "signin/second-factor",
      "empty",
      "a recovery code is asked for",
      (cast, shown) -> shown.open("/signin/second-factor?recovery=1")),
  ENROLMENT("signin/enrolment", "filled", "a second factor is to be set up", Cast::beginEnrolment),
  ENROLMENT_ERROR(
      "signin/enrolment",
      "error",
      "sent without a code",
      (cast, shown) -> {
        cast.beginEnrolment(shown);
        sendEmpty(shown);
      }),
  ENROLMENT_OVER(
      "signin/enrolment",
      "read-only",
      "the password was given too long ago",
      (cast, shown) -> shown.open("/signin/enrolment")),
  RECOVERY_CODES(
      "signin/recovery-codes",
      "filled",
      "a second factor was set up",
      (cast, shown) -> {
        Person person = Person.activated(shown);
        person.typePassword(shown);
        person.enrol(shown.page());
      }),
  ACTIVATION("signin/activation", "filled", "the link works", Cast::followInvitation),
  ACTIVATION_ERROR(
      "signin/activation",
      "error",
      "the password is too short",
      (cast, shown) -> {
        cast.followInvitation(shown);
        shown.page().fill("#password", "trop court");
        shown.page().click("#go");
        shown.page().waitForSelector(".sum");
      }),
  ACTIVATION_OVER(
      "signin/activation",
      "read-only",
      "the link was used already",
      (cast, shown) -> shown.open("/signin/activation?token=used")),
  FORGOTTEN(
      "signin/forgotten",
      "empty",
      "nothing typed yet",
      (cast, shown) -> shown.open("/signin/forgotten")),
  FORGOTTEN_ERROR(
      "signin/forgotten",
      "error",
      "sent with nothing typed",
      (cast, shown) -> sendEmpty(shown.open("/signin/forgotten"))),
  SENT(
      "signin/sent",
      "read-only",
      "a mail was asked for",
      (cast, shown) -> shown.open("/signin/sent")),
  RESET("signin/reset", "filled", "the link works", (cast, shown) -> cast.followReset(shown)),
  RESET_OVER(
      "signin/reset",
      "read-only",
      "the link was used already",
      (cast, shown) -> shown.open("/signin/reset?token=used")),
  ADDRESS_OVER(
      "signin/address",
      "read-only",
      "the link was used already",
      (cast, shown) -> shown.open("/signin/address?token=used")),
  CHANGE_OVER(
      "signin/change",
      "read-only",
      "the link was used already",
      (cast, shown) -> shown.open("/signin/change?token=used")),
  REGISTRATION(
      "signin/registration",
      "empty",
      "nothing typed yet",
      (cast, shown) -> shown.open("/signin/registration")),
  REGISTRATION_ERROR(
      "signin/registration",
      "error",
      "sent with nothing typed",
      (cast, shown) -> sendEmpty(shown.open("/signin/registration"))),
  PERSONAL(
      "signin/personal",
      "empty",
      "nothing typed yet",
      (cast, shown) -> shown.open("/signin/personal")),
  PROVIDER_DOWN(
      "signin/provider",
      "error",
      "the provider doesn't answer",
      (cast, shown) -> shown.open("/signin/provider")),
  PROVIDER_RETURN(
      "signin/provider-return",
      "error",
      "it didn't begin here",
      (cast, shown) -> shown.open("/signin/provider-return?code=x&state=y")),
  LINK_OVER(
      "signin/link",
      "read-only",
      "there is nothing to link any more",
      (cast, shown) -> shown.open("/signin/link")),
  LEAVING(
      "signin/leaving",
      "read-only",
      "somebody is signed out",
      (cast, shown) -> shown.open("/signin/leaving")),
  IDENTITIES_NONE(
      "portal/identities",
      "empty",
      "no identity is linked",
      (cast, shown) -> signedIn(cast, shown, "/portal/identities")),
  PROFILE(
      "portal/profile",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> signedIn(cast, shown, "/portal/profile")),
  PROFILE_ERROR(
      "portal/profile",
      "error",
      "another address was sent empty",
      (cast, shown) -> {
        signedIn(cast, shown, "/portal/profile");
        shown.page().click("#move");
        shown.page().waitForSelector(".sum");
      }),
  FACTOR(
      "portal/second-factor",
      "filled",
      "there is a second factor, which is compulsory",
      (cast, shown) -> signedIn(cast, shown, "/portal/second-factor")),
  FACTOR_ERROR(
      "portal/second-factor",
      "error",
      "another authenticator was sent without a code",
      (cast, shown) -> {
        signedIn(cast, shown, "/portal/second-factor");
        sendEmpty(shown);
      }),
  NEW_RECOVERY_CODES(
      "portal/recovery-codes",
      "filled",
      "new recovery codes were made",
      (cast, shown) -> {
        signedIn(cast, shown, "/portal/second-factor");
        shown.page().fill("#proof", Person.PASSWORD);
        shown.page().click("#codes-go");
        shown.page().waitForSelector(".secrets");
      }),
  DASHBOARD(
      "portal/dashboard",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> signedIn(cast, shown, "/portal/dashboard")),
  DASHBOARD_MENU(
      "portal/dashboard",
      "filled",
      "the menu of the person is open",
      (cast, shown) -> {
        signedIn(cast, shown, "/portal/dashboard");
        shown.page().click(".top-end details:last-of-type > summary");
      }),
  DASHBOARD_CHART(
      "portal/dashboard",
      "filled",
      "a certifier's administrator looks at it, after files were dropped",
      (cast, shown) -> {
        cast.desk().dropping(shown, "/portal/dashboard");
        shown.page().waitForSelector(".ui-chart.drawn");
      }),
  SEARCH(
      "portal/search",
      "empty",
      "nothing searched for yet",
      (cast, shown) -> signedIn(cast, shown, "/portal/search")),
  SEARCH_FOUND(
      "portal/search",
      "filled",
      "somebody who runs the portal finds something of each kind",
      (cast, shown) -> {
        cast.desk().dropping(shown, "/portal/dashboard");
        cast.lookAtCertifier(shown);
        signedIn(cast, shown, "/portal/search?q=vauclair");
      }),
  SEARCH_MEMBER(
      "portal/search",
      "filled",
      "an administrator finds the own files",
      (cast, shown) -> cast.desk().dropping(shown, "/portal/search?q=vauclair_lot")),
  SEARCH_NONE(
      "portal/search",
      "empty",
      "nothing is found",
      (cast, shown) -> signedIn(cast, shown, "/portal/search?q=rien+de+tel")),
  NOTIFICATIONS(
      "portal/notifications",
      "filled",
      "a certifier's administrator has something new",
      (cast, shown) -> cast.desk().dropping(shown, "/portal/notifications")),
  NOTIFICATIONS_OPERATOR(
      "portal/notifications",
      "filled",
      "somebody who runs the portal has something new",
      (cast, shown) -> {
        cast.lookAtCertifier(shown);
        shown.open("/portal/notifications");
      }),
  NOTIFICATIONS_NONE(
      "portal/notifications",
      "empty",
      "nothing happened",
      (cast, shown) -> cast.desk().beginner(shown, "/portal/notifications")),
  ORGANISATION(
      "portal/organisation",
      "empty",
      "the account belongs to no organisation",
      (cast, shown) -> signedIn(cast, shown, "/portal/organisation")),
  ORGANISATION_FILLED(
      "portal/organisation",
      "filled",
      "a certifier's administrator looks at it",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/organisation")),
  MANDATES(
      "portal/mandates",
      "filled",
      "a certifier gave some that hold, begin later and are over",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/mandates")),
  MANDATES_NONE(
      "portal/mandates",
      "empty",
      "a certifier gave and got none",
      (cast, shown) -> cast.desk().beginner(shown, "/portal/mandates")),
  MANDATES_RECEIVED(
      "portal/mandates",
      "read-only",
      "a mere depositor looks at what it got",
      (cast, shown) -> cast.desk().depositor(shown, "/portal/mandates")),
  MANDATE_NEW(
      "portal/mandate-new",
      "empty",
      "nothing searched for yet",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/mandate-new")),
  MANDATE_FOUND(
      "portal/mandate-new",
      "filled",
      "the search finds depositors",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/mandate-new?q=a")),
  MANDATE_NOBODY(
      "portal/mandate-new",
      "empty",
      "the search finds nobody",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/mandate-new?q=rien+de+tel")),
  MANDATE_DAYS(
      "portal/mandate-new",
      "filled",
      "a depositor is chosen",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/mandate-new?depositor=77ZPART3")),
  MANDATE_ERROR(
      "portal/mandate-new",
      "error",
      "it would end before it begins",
      (cast, shown) -> {
        cast.desk().certifier(shown, "/portal/mandate-new?depositor=77ZPART3");
        shown.page().fill("#until", "2020-01-01");
        sendEmpty(shown);
      }),
  MANDATE_END(
      "portal/mandate-end",
      "filled",
      "what revoking means",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/mandate-end?depositor=77ZPART1")),
  MANDATE_END_NONE(
      "portal/mandate-end",
      "empty",
      "there is nothing to revoke",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/mandate-end?depositor=77ZPART3")),
  KEYS(
      "portal/keys",
      "filled",
      "the organisation has keys",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/keys")),
  KEYS_NONE(
      "portal/keys",
      "empty",
      "the organisation has no key",
      (cast, shown) -> cast.desk().beginner(shown, "/portal/keys")),
  KEY_NEW(
      "portal/key-new",
      "empty",
      "nothing typed yet",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/key-new")),
  KEY_ERROR(
      "portal/key-new",
      "error",
      "the private half was pasted",
      (cast, shown) -> {
        cast.desk().certifier(shown, "/portal/key-new");
        shown.page().fill("#publicKey", "-----BEGIN OPENSSH PRIVATE KEY-----");
        sendEmpty(shown);
      }),
  KEY_REPLACE(
      "portal/key-new",
      "filled",
      "a key is to be replaced",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/key-new?replaces=bureau")),
  KEY_END(
      "portal/key-end",
      "filled",
      "what stopping means",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/key-end?key=bureau")),
  KEY_END_NONE(
      "portal/key-end",
      "empty",
      "there is nothing to stop",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/key-end?key=inconnue")),
  PASSWORD_NEW(
      "portal/password-new",
      "empty",
      "nothing typed yet",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/password-new")),
  PASSWORD_ERROR(
      "portal/password-new",
      "error",
      "sent with nothing typed",
      (cast, shown) -> {
        cast.desk().certifier(shown, "/portal/password-new");
        sendEmpty(shown);
      }),
  PASSWORD_MADE(
      "portal/password-made",
      "filled",
      "a password was made",
      (cast, shown) -> {
        cast.desk().beginner(shown, "/portal/password-new");
        shown.page().fill("#name", "caisse-" + shown.hashCode());
        shown.page().click("#go");
        shown.page().waitForSelector(".copy code");
      }),
  SETTINGS(
      "portal/settings",
      "filled",
      "a certifier's administrator looks at it",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/settings")),
  SETTINGS_DEPOSITOR(
      "portal/settings",
      "filled",
      "a mere depositor sets nothing of the checking",
      (cast, shown) -> cast.desk().depositor(shown, "/portal/settings")),
  SETTINGS_OTHER(
      "portal/settings",
      "filled",
      "somebody who runs the portal looks at those of an organisation",
      (cast, shown) -> other(cast, shown, "settings")),
  KEYS_OTHER(
      "portal/keys",
      "filled",
      "somebody who runs the portal looks at those of an organisation",
      (cast, shown) -> other(cast, shown, "keys")),
  MANDATES_OTHER(
      "portal/mandates",
      "filled",
      "somebody who runs the portal looks at those of an organisation",
      (cast, shown) -> other(cast, shown, "mandates")),
  RECIPIENT(
      "portal/recipient",
      "empty",
      "nothing typed yet",
      (cast, shown) -> cast.desk().certifier(shown, "/portal/recipient")),
  RECIPIENT_ERROR(
      "portal/recipient",
      "error",
      "sent with nothing typed",
      (cast, shown) -> {
        cast.desk().certifier(shown, "/portal/recipient");
        sendEmpty(shown);
      }),
  RECIPIENT_EDIT(
      "portal/recipient",
      "filled",
      "somebody who is written to is changed",
      (cast, shown) -> {
        cast.desk().certifier(shown, "/portal/settings");
        shown.page().click("td .btn-s");
        shown.page().waitForURL("**/portal/recipient?id=**");
      }),
  ORGANISATIONS(
      "portal/organisations",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> {
        cast.organisation(shown);
        signedIn(cast, shown, "/portal/organisations");
      }),
  ORGANISATIONS_COMPACT(
      "portal/organisations",
      "filled",
      "rows stand close",
      (cast, shown) -> {
        signedIn(cast, shown, "/portal/organisations");
        shown.page().click(".top-end details:last-of-type > summary");
        shown.page().click("button[name=density][value=compact]");
        shown.page().waitForSelector("body.compact");
      }),
  ORGANISATIONS_NONE(
      "portal/organisations",
      "empty",
      "the search finds nothing",
      (cast, shown) -> signedIn(cast, shown, "/portal/organisations?q=rien+de+tel")),
  SERVICES(
      "portal/services",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> signedIn(cast, shown, "/portal/services")),
  PARTNERS(
      "portal/partners",
      "filled",
      "an administrator looks at it",
      (cast, shown) -> cast.administrate(shown, "partners")),
  PARTNERS_NONE(
      "portal/partners",
      "empty",
      "the account belongs to no organisation",
      (cast, shown) -> signedIn(cast, shown, "/portal/partners")),
  ORGANISATION_RECORD(
      "portal/organisation-record",
      "filled",
      "somebody who runs the portal looks at a certifier",
      (cast, shown) -> record(cast, shown)),
  ORGANISATION_RECORD_CODE(
      "portal/organisation-record",
      "filled",
      "a registration code was made",
      (cast, shown) -> {
        record(cast, shown);
        shown.page().click("#issue");
        shown.page().waitForSelector(".note.ok code");
      }),
  ORGANISATION_RECORD_ERROR(
      "portal/organisation-record",
      "error",
      "a contract was sent empty",
      (cast, shown) -> {
        record(cast, shown);
        shown.page().click("#addContract");
        shown.page().waitForSelector(".sum");
      }),
  NEW_ORGANISATION(
      "portal/new-organisation",
      "empty",
      "nothing typed yet",
      (cast, shown) -> signedIn(cast, shown, "/portal/new-organisation")),
  NEW_ORGANISATION_ERROR(
      "portal/new-organisation",
      "error",
      "sent with nothing typed",
      (cast, shown) -> {
        signedIn(cast, shown, "/portal/new-organisation");
        sendEmpty(shown);
      }),
  ORGANISATION_EDIT(
      "portal/organisation-edit",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> edit(cast, shown)),
  ORGANISATION_EDIT_ERROR(
      "portal/organisation-edit",
      "error",
      "sent without a name",
      (cast, shown) -> {
        edit(cast, shown);
        shown.page().fill("#name", "");
        sendEmpty(shown);
      }),
  OPERATORS(
      "portal/operators",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> signedIn(cast, shown, "/portal/operators")),
  OPERATOR_ROLES(
      "portal/operator-roles",
      "filled",
      "the roles of somebody who runs the portal",
      (cast, shown) -> roles(cast, shown)),
  OPERATOR_ROLES_ERROR(
      "portal/operator-roles",
      "error",
      "a role was sent that isn't in the catalogue",
      (cast, shown) -> {
        roles(cast, shown);
        shown
            .page()
            .evaluate(
                "document.querySelector('input[name=role]').value = 'PORTAIL-DEFAUT/INCONNU'");
        shown.page().check("input[name=role] >> nth=0");
        sendEmpty(shown);
      }),
  CATALOGUE(
      "portal/catalogue",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> signedIn(cast, shown, "/portal/catalogue")),
  CATALOGUE_CHANGED(
      "portal/catalogue",
      "filled",
      "its file was changed and read again, and somebody has what is retired",
      Cast::changeCatalogue),
  CATALOGUE_ERROR("portal/catalogue", "error", "its file has mistakes", Cast::breakCatalogue),
  REVIEW_NONE(
      "portal/review",
      "empty",
      "no review was asked for yet",
      (cast, shown) -> signedIn(cast, shown, "/portal/review?group=IMPORTS-DEFAUT")),
  REVIEW("portal/review", "filled", "a review was asked for", (cast, shown) -> review(cast, shown)),
  REVIEW_ERROR(
      "portal/review",
      "error",
      "confirmed without ticking anybody",
      (cast, shown) -> {
        review(cast, shown);
        shown.page().click("#confirm");
        shown.page().waitForSelector(".sum");
      }),
  REVIEWS(
      "portal/reviews",
      "filled",
      "a review is under way",
      (cast, shown) -> {
        review(cast, shown);
        shown.open("/portal/reviews");
      }),
  REVIEW_OVERDUE(
      "portal/review",
      "filled",
      "an administrator should have answered a month ago",
      (cast, shown) -> {
        String matricule = cast.reviewLongAgo(shown);
        cast.administrate(shown, "review?of=" + matricule);
      }),
  REVIEWS_OVERDUE(
      "portal/reviews",
      "filled",
      "one is overdue",
      (cast, shown) -> {
        cast.reviewLongAgo(shown);
        signedIn(cast, shown, "/portal/reviews");
      }),
  DASHBOARD_REVIEW(
      "portal/dashboard",
      "filled",
      "an administrator hasn’t said yet who still is to have rights",
      (cast, shown) -> {
        cast.reviewLongAgo(shown);
        cast.administrate(shown, "dashboard");
      }),
  SERVICE_GROUP(
      "portal/service-group",
      "empty",
      "a group is to be made",
      (cast, shown) -> signedIn(cast, shown, "/portal/service-group?service=PORTAIL")),
  SERVICE_GROUP_ERROR(
      "portal/service-group",
      "error",
      "sent with a code that is taken, and no role",
      (cast, shown) -> {
        signedIn(cast, shown, "/portal/service-group?service=PORTAIL");
        shown.page().fill("#code", "PORTAIL-DEFAUT");
        shown.page().fill("#french", "Équipe du matin");
        shown.page().fill("#english", "Morning team");
        sendEmpty(shown);
      }),
  HOLDERS(
      "portal/holders",
      "filled",
      "people have a role",
      (cast, shown) ->
          signedIn(cast, shown, "/portal/holders?sort=ROLE&code=PORTAIL-DEFAUT/EXPLOITANT")),
  HOLDERS_NONE(
      "portal/holders",
      "empty",
      "nobody has a profile",
      (cast, shown) -> signedIn(cast, shown, "/portal/holders?sort=PROFILE&code=PARTI")),
  USERS(
      "portal/users",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> signedIn(cast, shown, "/portal/users")),
  USERS_SEVERAL(
      "portal/users",
      "filled",
      "there are several organisations and applications",
      (cast, shown) -> {
        cast.organisation(shown);
        cast.people(shown, "users");
      }),
  USERS_NONE_FOUND(
      "portal/users",
      "empty",
      "the search finds no organisation",
      (cast, shown) -> signedIn(cast, shown, "/portal/users?q=aucune+de+ce+nom")),
  USERS_NOBODY(
      "portal/users",
      "empty",
      "somebody who administers nobody",
      (cast, shown) -> cast.belong(shown, "users")),
  GROUP_USERS(
      "portal/group-users",
      "filled",
      "a group that operators are in",
      (cast, shown) -> signedIn(cast, shown, "/portal/group-users?group=PORTAIL-DEFAUT")),
  GROUP_USERS_NONE(
      "portal/group-users",
      "empty",
      "a group without people",
      (cast, shown) -> signedIn(cast, shown, "/portal/group-users?group=IMPORTS-DEFAUT")),
  GROUP_USER(
      "portal/group-user",
      "filled",
      "somebody of a group",
      (cast, shown) -> groupUser(cast, shown)),
  GROUP_USER_ERROR(
      "portal/group-user",
      "error",
      "saved without any role",
      (cast, shown) -> {
        groupUser(cast, shown);
        for (int ticked = shown.page().locator("#ticks input:checked").count();
            ticked > 0;
            ticked--) {
          shown.page().locator("#ticks input:checked").first().uncheck();
        }
        sendEmpty(shown);
      }),
  ACCOUNTS(
      "portal/accounts",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> signedIn(cast, shown, "/portal/accounts")),
  ACCOUNTS_NONE(
      "portal/accounts",
      "empty",
      "the search finds nothing",
      (cast, shown) -> signedIn(cast, shown, "/portal/accounts?q=rien+de+tel")),
  FAILURES(
      "portal/failures",
      "filled",
      "the check of a file broke down",
      (cast, shown) -> {
        cast.breakDown(shown);
        signedIn(cast, shown, "/portal/failures");
      }),
  FAILURES_NONE(
      "portal/failures",
      "empty",
      "no file broke down",
      (cast, shown) -> {
        cast.decideFailures(shown);
        shown.open("/portal/failures");
      }),
  MAILS(
      "portal/mails",
      "filled",
      "links were mailed",
      (cast, shown) -> signedIn(cast, shown, "/portal/mails")),
  MAILS_NONE(
      "portal/mails",
      "empty",
      "no mail is in that state",
      (cast, shown) -> signedIn(cast, shown, "/portal/mails?status=GIVEN_UP")),
  AUDIT(
      "portal/audit",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> signedIn(cast, shown, "/portal/audit")),
  AUDIT_NONE(
      "portal/audit",
      "empty",
      "no organisation has the matricule",
      (cast, shown) -> signedIn(cast, shown, "/portal/audit?org=RIEN")),
  ASSISTANCE(
      "assistance", "filled", "nothing chosen yet", (cast, shown) -> shown.open("/assistance")),
  ASSISTANCE_CERTIFIER(
      "assistance",
      "empty",
      "a certifier makes itself known",
      (cast, shown) -> shown.open("/assistance?kind=certifier")),
  ASSISTANCE_DEPOSITOR(
      "assistance",
      "empty",
      "a depositor makes itself known",
      (cast, shown) -> shown.open("/assistance?kind=depositor")),
  ASSISTANCE_ADMINISTRATOR(
      "assistance",
      "empty",
      "somebody wants to administer an organisation",
      (cast, shown) -> shown.open("/assistance?kind=administrator")),
  ASSISTANCE_OTHER(
      "assistance",
      "filled",
      "somebody who has signed in asks something else",
      (cast, shown) -> signedIn(cast, shown, "/assistance?kind=other")),
  ASSISTANCE_ERROR(
      "assistance",
      "error",
      "sent with nothing typed",
      (cast, shown) -> sendEmpty(shown.open("/assistance?kind=certifier"))),
  ASSISTANCE_SENT(
      "assistance/sent",
      "read-only",
      "a request was sent",
      (cast, shown) -> shown.open("/assistance/sent?number=1042")),
  FOLLOW("assistance/ticket", "filled", "the request waits", Cast::followRequest),
  FOLLOW_ERROR(
      "assistance/ticket",
      "error",
      "sent with nothing typed",
      (cast, shown) -> {
        cast.followRequest(shown);
        sendEmpty(shown);
      }),
  FOLLOW_OVER("assistance/ticket", "read-only", "the request ended", Cast::followEndedRequest),
  FOLLOW_GONE(
      "assistance/ticket",
      "read-only",
      "the link leads nowhere",
      (cast, shown) -> shown.open("/assistance/ticket?token=used")),
  MY_TICKETS(
      "portal/assistance",
      "filled",
      "the visitor asked for something",
      (cast, shown) -> cast.lookAtOwn(shown)),
  MY_TICKETS_NONE(
      "portal/assistance",
      "empty",
      "the visitor asked for nothing",
      (cast, shown) -> cast.desk().beginner(shown, "/portal/assistance")),
  TICKETS(
      "portal/tickets",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> {
        cast.lookAtEnded(shown);
        cast.lookAtCertifier(shown);
        shown.open("/portal/tickets?status=all");
      }),
  TICKETS_NONE(
      "portal/tickets",
      "empty",
      "the filter finds nothing",
      (cast, shown) -> signedIn(cast, shown, "/portal/tickets?q=rien+de+tel")),
  TICKET("portal/ticket", "filled", "a certifier makes itself known", Cast::lookAtCertifier),
  TICKET_MAILED(
      "portal/ticket",
      "filled",
      "whoever asked answered by mail",
      (cast, shown) -> {
        cast.lookAtMailed(shown);
        shown.page().click(".thread summary");
      }),
  UNFILED(
      "portal/unfiled-mails",
      "filled",
      "mails found no request",
      (cast, shown) -> {
        cast.lookAtMailed(shown);
        shown.open("/portal/unfiled-mails");
        shown.page().click(".thread summary");
      }),
  UNFILED_NONE(
      "portal/unfiled-mails",
      "empty",
      "every mail found its request",
      (cast, shown) -> signedIn(cast, shown, "/portal/unfiled-mails?page=900")),
  TICKET_DEPOSITOR(
      "portal/ticket", "filled", "a depositor makes itself known", Cast::lookAtDepositor),
  TICKET_ERROR(
      "portal/ticket",
      "error",
      "refused without a reason",
      (cast, shown) -> {
        cast.lookAtCertifier(shown);
        shown.page().click("#refuse");
        shown.page().waitForSelector(".sum");
      }),
  TICKET_OVER("portal/ticket", "read-only", "the request ended", Cast::lookAtEnded),
  STATISTICS(
      "portal/statistics",
      "filled",
      "files of all kinds were dropped",
      (cast, shown) -> {
        cast.deposits().look(shown, "/portal/statistics");
        shown.page().waitForSelector("#parts .ui-chart.drawn");
      }),
  STATISTICS_FIGURES(
      "portal/statistics",
      "filled",
      "a year by channel, the tables beside the charts are open",
      (cast, shown) -> {
        cast.deposits().look(shown, "/portal/statistics?period=MONTHS_12&split=CHANNEL");
        shown.page().waitForSelector("#parts .ui-chart.drawn");
        for (var fold : shown.page().locator(".fold > summary").all()) {
          fold.click();
        }
        shown.page().evaluate("scrollTo(0, 0)");
      }),
  STATISTICS_ALL(
      "portal/statistics",
      "filled",
      "somebody who runs the portal looks at it",
      (cast, shown) -> signedIn(cast, shown, "/portal/statistics?split=CERTIFIER")),
  STATISTICS_NONE(
      "portal/statistics",
      "empty",
      "nothing was dropped yet",
      (cast, shown) -> cast.desk().beginner(shown, "/portal/statistics")),
  DEADLINES(
      "portal/deadlines",
      "filled",
      "rejected passages wait to be mended",
      (cast, shown) -> cast.deposits().look(shown, "/portal/deadlines")),
  DEADLINES_FILTERED(
      "portal/deadlines",
      "empty",
      "nothing is in the state that is asked for",
      (cast, shown) ->
          cast.deposits().look(shown, "/portal/deadlines?state=LATER&sender=00AAA000")),
  DEADLINES_NONE(
      "portal/deadlines",
      "empty",
      "nothing was dropped yet",
      (cast, shown) -> cast.desk().beginner(shown, "/portal/deadlines")),
  DEPOSITS(
      "portal/deposits",
      "filled",
      "files of all kinds were dropped",
      (cast, shown) -> cast.deposits().look(shown, "/portal/deposits")),
  DEPOSITS_FILTERED(
      "portal/deposits",
      "filled",
      "filters are in force, and more are offered",
      (cast, shown) -> {
        cast.deposits()
            .look(shown, "/portal/deposits?status=ACCEPTED&channel=SFTP&certification=RNCP99901");
        shown.page().click(".filters details:first-of-type summary");
      }),
  DEPOSITS_COLUMNS(
      "portal/deposits",
      "filled",
      "columns were chosen, and are offered",
      (cast, shown) -> {
        cast.deposits().look(shown, "/portal/deposits?columns=STATUS.SENDER.CHANNEL.SIZE");
        shown.page().click(".tools details:has(input[name=column]) summary");
      }),
  DEPOSITS_NONE(
      "portal/deposits",
      "empty",
      "nothing was dropped yet",
      (cast, shown) -> cast.desk().beginner(shown, "/portal/deposits")),
  DEPOSIT(
      "portal/deposit",
      "filled",
      "some passages are rejected",
      (cast, shown) -> cast.deposits().lookAt(shown, "sabran_rncp99901_lot13.xml", "")),
  DEPOSIT_CAUSE(
      "portal/deposit",
      "filled",
      "a cause is opened",
      (cast, shown) -> {
        cast.deposits().lookAt(shown, "sabran_rncp99901_lot13.xml", "");
        shown.page().click(".cause");
        shown.page().waitForSelector("#passages");
      }),
  DEPOSIT_PASSAGE(
      "portal/deposit",
      "empty",
      "a passage is looked for that isn't there",
      (cast, shown) ->
          cast.deposits().lookAt(shown, "sabran_rncp99901_lot12.xml", "&passage=absent")),
  DEPOSIT_REFUSED(
      "portal/deposit",
      "error",
      "the file is refused as a whole",
      (cast, shown) -> cast.deposits().lookAt(shown, "malforme.xml", "")),
  DEPOSIT_FORMS(
      "portal/deposit",
      "filled",
      "the forms of a receipt are offered",
      (cast, shown) -> {
        cast.deposits().lookAt(shown, "sabran_rncp99901_lot13.xml", "");
        shown.page().click(".tk:last-of-type .menu summary");
      }),
  RECEIPT_PAPER(
      "portal/receipt-paper",
      "filled",
      "the processing receipt of a file with rejects is read",
      (cast, shown) ->
          cast.deposits()
              .lookAtReceipt(shown, "sabran_rncp99901_lot13.xml", "receipt-paper", "PROCESSING")),
  RECEIPT_PAPER_REFUSED(
      "portal/receipt-paper",
      "error",
      "the file is refused as a whole",
      (cast, shown) ->
          cast.deposits().lookAtReceipt(shown, "malforme.xml", "receipt-paper", "RECEPTION")),
  RECEIPT_SEND(
      "portal/receipt-send",
      "filled",
      "somebody is to be chosen",
      (cast, shown) ->
          cast.deposits()
              .lookAtReceipt(shown, "sabran_rncp99901_lot12.xml", "receipt-send", "PROCESSING")),
  RECEIPT_SEND_NOBODY(
      "portal/receipt-send",
      "error",
      "whoever was chosen is gone",
      (cast, shown) -> {
        cast.deposits()
            .lookAtReceipt(shown, "sabran_rncp99901_lot12.xml", "receipt-send", "RECEPTION");
        shown.page().locator("input[name=to]").last().evaluate("one => one.value = 'gone'");
        shown.page().locator("input[name=to]").last().check();
        shown.page().click("#go");
        shown.page().waitForSelector("#to-e");
      }),
  PASSAGES(
      "portal/passages",
      "filled",
      "a holder's name is looked for",
      (cast, shown) -> cast.deposits().lookForName(shown)),
  PASSAGES_NOT_ASKED(
      "portal/passages",
      "empty",
      "nothing is asked yet",
      (cast, shown) -> cast.deposits().look(shown, "/portal/passages")),
  PASSAGES_NONE(
      "portal/passages",
      "empty",
      "nobody has this identifier",
      (cast, shown) -> cast.deposits().look(shown, "/portal/passages?by=ID&q=ABSENT-1")),
  DEPOSIT_CHAIN(
      "portal/deposit",
      "filled",
      "a correction was dropped, and has a reject itself",
      (cast, shown) -> cast.deposits().lookAt(shown, "sabran_rncp99901_lot14.xml", "")),
  IMPORTS_NONE(
      "portal/imports",
      "empty",
      "nobody has imported anything yet",
      (cast, shown) -> cast.desk().beginner(shown, "/portal/imports")),
  IMPORTS(
      "portal/imports",
      "filled",
      "one import is done",
      (cast, shown) -> {
        cast.imports().done(shown);
        shown.open("/portal/imports");
      }),
  IMPORT_FILES(
      "portal/import-files",
      "empty",
      "nothing chosen yet",
      (cast, shown) -> cast.imports().files(shown)),
  IMPORT_FILES_TAKEN(
      "portal/import-files",
      "filled",
      "two files were taken",
      (cast, shown) -> cast.imports().taken(shown)),
  IMPORT_FILES_NONE(
      "portal/import-files",
      "error",
      "sent without a file",
      (cast, shown) -> {
        cast.imports().files(shown);
        shown.page().click("button[value=next]");
        shown.page().waitForSelector(".told");
      }),
  IMPORT_FIELDS(
      "portal/import-fields",
      "filled",
      "the columns of two files",
      (cast, shown) -> cast.imports().fields(shown)),
  IMPORT_FIELDS_ERROR(
      "portal/import-fields",
      "error",
      "a compulsory column is missing",
      (cast, shown) -> cast.imports().lacking(shown)),
  IMPORT_CLASSES(
      "portal/import-classes",
      "filled",
      "classes are made, two of them written otherwise elsewhere",
      (cast, shown) -> cast.imports().classes(shown)),
  IMPORT_REPORT(
      "portal/import-report",
      "filled",
      "a birth date is wrong, a child isn't found",
      (cast, shown) -> cast.imports().report(shown)),
  IMPORT_REPORT_ROW(
      "portal/import-report",
      "error",
      "the row in error is opened",
      (cast, shown) -> {
        cast.imports().report(shown);
        shown.page().click(".chips .btn-d");
        shown.page().waitForURL("**code=*");
        shown.page().click("tbody a[href*='edit=']");
        shown.page().waitForSelector("#mend");
      }),
  IMPORT_REPORT_NONE(
      "portal/import-report",
      "empty",
      "no row is as asked for",
      (cast, shown) -> {
        cast.imports().report(shown);
        shown.page().fill("#q", "rien de tel");
        shown.page().press("#q", "Enter");
        shown.page().waitForURL("**q=rien*");
      }),
  IMPORT_REPORT_CHILD(
      "portal/import-report",
      "filled",
      "the row of a parent is opened whose child isn't clear",
      (cast, shown) -> cast.imports().child(shown)),
  IMPORT_REPORT_PLANNING(
      "portal/import-report",
      "loading",
      "the report is being worked out",
      (cast, shown) -> cast.imports().planning(shown)),
  IMPORT_REPORT_FAILED(
      "portal/import-report",
      "error",
      "working the report out broke down",
      (cast, shown) -> cast.imports().failed(shown)),
  IMPORT_REPORT_GUARD(
      "portal/import-report",
      "error",
      "more than a tenth of the pupils would leave, and nobody typed that",
      (cast, shown) -> {
        cast.imports().guarded(shown);
        shown.page().click("button[value=apply]");
        shown.page().waitForSelector("#typed-e");
      }),
  IMPORT_REPORT_READ(
      "portal/import-report",
      "read-only",
      "what an import has done",
      (cast, shown) -> {
        cast.imports().done(shown);
        shown.page().click("a[href*='/portal/import-report?']");
        shown.page().waitForURL("**/portal/import-report?*");
      }),
  IMPORT_DONE_APPLYING(
      "portal/import-done",
      "loading",
      "it is being done",
      (cast, shown) -> cast.imports().applying(shown)),
  IMPORT_DONE(
      "portal/import-done", "filled", "it was done", (cast, shown) -> cast.imports().done(shown)),
  IMPORT_END(
      "portal/import-end",
      "filled",
      "what giving a draft up means",
      (cast, shown) -> {
        cast.imports().taken(shown);
        shown.page().click(".dock .btn-q");
        shown.page().waitForSelector("#end");
      }),
  IMPORT_END_UNDO(
      "portal/import-end",
      "filled",
      "what undoing means",
      (cast, shown) -> {
        cast.imports().done(shown);
        shown.page().click("aside .btn-d");
        shown.page().waitForSelector("#end");
      }),
  IMPORT_GUIDE(
      "portal/import-guide",
      "filled",
      "always",
      (cast, shown) -> cast.imports().look(shown, "/portal/import-guide")),
  MEND(
      "portal/mend",
      "filled",
      "three passages are to be mended, one is opened whole",
      (cast, shown) -> {
        cast.deposits().lookAt(shown, "/portal/mend", "sabran_rncp99901_lot13.xml", "");
        shown.page().click(".fold summary >> nth=2");
      }),
  MEND_ERROR(
      "portal/mend",
      "error",
      "one passage is mended, another one isn't yet",
      (cast, shown) -> {
        cast.deposits().lookAt(shown, "/portal/mend", "sabran_rncp99901_lot13.xml", "");
        shown.page().fill("#f1-identificationTitulaire-titulaire-nomNaissance", "BERTIN");
        shown.page().fill("#f2-identificationTitulaire-titulaire-nomNaissance", "B3RTIN");
        shown.page().click("button[value=check]");
        shown.page().waitForSelector(".state .ok");
      }),
  MEND_NONE(
      "portal/mend",
      "empty",
      "every passage is accepted",
      (cast, shown) ->
          cast.deposits().lookAt(shown, "/portal/mend", "sabran_rncp99901_lot12.xml", "")),
  ENTRY(
      "portal/entry",
      "empty",
      "nothing is typed yet",
      (cast, shown) -> cast.deposits().look(shown, "/portal/entry")),
  ENTRY_ERROR(
      "portal/entry",
      "error",
      "sent with hardly anything typed",
      (cast, shown) -> {
        cast.deposits().look(shown, "/portal/entry");
        shown.page().click("button[value=drop]");
        shown.page().waitForSelector(".sum");
      }),
  ENTRY_DRAFT(
      "portal/entry",
      "filled",
      "what is typed was kept as a draft",
      (cast, shown) -> {
        cast.deposits().look(shown, "/portal/entry");
        shown.page().fill("#f1-identificationTitulaire-titulaire-nomNaissance", "MARTIN-BERTIN");
        shown.page().fill("#code", "RNCP99901");
        shown.page().click("button[value=keep]");
        shown.page().waitForURL("**/portal/entry?draft=*");
      }),
  ENTRY_DRAFTS(
      "portal/entry",
      "filled",
      "there are drafts to go on with",
      (cast, shown) -> {
        cast.deposits().look(shown, "/portal/entry");
        if (shown.page().locator("#drafts").count() == 0) {
          shown.page().click("button[value=keep]");
          shown.page().waitForURL("**/portal/entry?draft=*");
          shown.open("/portal/entry");
        }
      }),
  ENTRY_DRAFT_GONE(
      "portal/entry",
      "error",
      "the draft isn’t there any more",
      (cast, shown) ->
          cast.deposits().look(shown, "/portal/entry?draft=00000000-0000-4000-8000-000000000000")),
  TAKE_BACK(
      "portal/take-back",
      "filled",
      "accepted passages to choose from",
      (cast, shown) ->
          cast.deposits().lookAt(shown, "/portal/take-back", "sabran_rncp99901_lot13.xml", "")),
  TAKE_BACK_ERROR(
      "portal/take-back",
      "error",
      "nothing is chosen",
      (cast, shown) -> {
        cast.deposits().lookAt(shown, "/portal/take-back", "sabran_rncp99901_lot13.xml", "");
        shown.page().click("#choose-go");
        shown.page().waitForSelector(".sum");
      }),
  TAKE_BACK_CONFIRM(
      "portal/take-back",
      "filled",
      "the choice is to be confirmed",
      (cast, shown) -> {
        cast.deposits().lookAt(shown, "/portal/take-back", "sabran_rncp99901_lot13.xml", "");
        shown.page().check("input[name=all]");
        shown.page().click("#choose-go");
        shown.page().waitForSelector("#take");
      }),
  TAKE_BACK_PENDING(
      "portal/take-back",
      "filled",
      "a file that takes some back isn’t decided yet",
      (cast, shown) -> cast.deposits().takeBackTwice(shown)),
  DROP(
      "portal/drop",
      "empty",
      "nothing is chosen yet",
      (cast, shown) -> cast.deposits().look(shown, "/portal/drop")),
  DEPOSITOR_GUIDE(
      "portal/depositor-guide",
      "filled",
      "always",
      (cast, shown) -> cast.deposits().look(shown, "/portal/depositor-guide")),
  DROP_CORRECTS(
      "portal/drop",
      "filled",
      "it is said which deposit the files mend",
      (cast, shown) -> {
        cast.deposits().lookAt(shown, "sabran_rncp99901_lot13.xml", "");
        shown.page().click("a[href*='/portal/drop?corrects=']");
        shown.page().waitForSelector("#corrects");
        cast.deposits().choose(shown);
      }),
  DROP_CHOSEN(
      "portal/drop",
      "filled",
      "three files say what they are, one of them would be refused",
      (cast, shown) -> {
        cast.deposits().look(shown, "/portal/drop");
        cast.deposits().choose(shown);
      }),
  DROP_SENT(
      "portal/drop",
      "error",
      "one file came, another can't be sent",
      (cast, shown) -> {
        cast.deposits().look(shown, "/portal/drop");
        shown
            .page()
            .setInputFiles(
                "#files",
                new FilePayload[] {
                  new FilePayload("essai.xml", "application/xml", "<flux/>".getBytes(UTF_8)),
                  new FilePayload("notes.txt", "text/plain", "x".getBytes(UTF_8))
                });
        shown.page().check("input[value=TRIAL]");
        shown.page().click("#drop button[type=submit]");
        shown.page().waitForSelector("#uploads li.ko");
      }),
  MEMBERS(
      "portal/members",
      "filled",
      "an administrator looks at the own organisation's people",
      (cast, shown) -> cast.administrate(shown, "members")),
  MEMBERS_CHOSEN(
      "portal/members",
      "filled",
      "two are chosen, and every column is shown",
      (cast, shown) -> {
        cast.people(
            shown,
            "members?column=person&column=email&column=profiles&column=state&column=factor"
                + "&column=seen&column=created&column=expires");
        shown.page().check("tbody tr:nth-child(1) .ck input");
        shown.page().check("tbody tr:nth-child(2) .ck input");
      }),
  MEMBERS_MENU(
      "portal/members",
      "filled",
      "the menu of a person is open",
      (cast, shown) -> {
        cast.people(shown, "members");
        shown.page().click("tbody tr:first-child .mn summary");
      }),
  MEMBERS_COLUMNS(
      "portal/members",
      "filled",
      "columns are being chosen",
      (cast, shown) -> {
        cast.people(shown, "members");
        shown.page().click(".tools details:first-child summary");
      }),
  MEMBERS_NOT_DONE(
      "portal/members",
      "error",
      "a button was pressed with nobody chosen",
      (cast, shown) -> {
        cast.people(shown, "members");
        shown.page().evaluate("document.querySelector('.bulk').hidden = false");
        shown.page().click(".bulk button");
        shown.page().waitForSelector(".told");
      }),
  MEMBERS_READ(
      "portal/members",
      "read-only",
      "a certifier looks at the people of a depositor that it mandates",
      (cast, shown) -> cast.lookAtTheirPeople(shown)),
  MEMBERS_NONE(
      "portal/members",
      "empty",
      "the search finds nobody",
      (cast, shown) -> cast.people(shown, "members?q=personne+de+tel")),
  MEMBERS_NOWHERE(
      "portal/members",
      "empty",
      "the account belongs to no organisation",
      (cast, shown) -> signedIn(cast, shown, "/portal/members")),
  SLIP("signin/slip", "empty", "nothing typed yet", (cast, shown) -> shown.open("/signin/slip")),
  SLIP_ERROR(
      "signin/slip",
      "error",
      "sent with nothing typed",
      (cast, shown) -> sendEmpty(shown.open("/signin/slip"))),
  SLIP_REFUSED(
      "signin/slip",
      "error",
      "login and code don't belong together",
      (cast, shown) -> {
        shown.open("/signin/slip");
        shown.page().fill("#login", "personne.de-tel");
        shown.page().fill("#code", "ABCD2345");
        shown.page().fill("#password", "corde bleue sept tuiles");
        shown.page().click("#go");
        shown.page().waitForSelector(".sum");
      }),
  PEOPLE_NONE(
      "portal/people",
      "empty",
      "nobody was imported yet",
      (cast, shown) -> cast.keepPeople(shown, "people")),
  PEOPLE_NOT_FOUND(
      "portal/people",
      "empty",
      "the search finds nobody",
      (cast, shown) -> cast.keepPeople(shown, "people?q=personne+de+tel")),
  PEOPLE(
      "portal/people",
      "filled",
      "a school has imported pupils and parents",
      (cast, shown) -> cast.imports().people(shown, "/portal/people")),
  PERSON(
      "portal/person",
      "filled",
      "a parent with a child",
      (cast, shown) -> {
        cast.imports().people(shown, "/portal/people?profile=PARENT");
        shown.page().click("tbody a >> nth=0");
        shown.page().waitForURL("**/portal/person?*");
      }),
  CLASSES(
      "portal/classes",
      "filled",
      "two classes were imported",
      (cast, shown) -> cast.imports().people(shown, "/portal/classes")),
  CLASSES_NONE(
      "portal/classes",
      "empty",
      "no class was imported yet",
      (cast, shown) -> cast.keepPeople(shown, "classes")),
  SLIPS(
      "portal/slips",
      "filled",
      "nobody of a class has come in yet",
      (cast, shown) -> {
        cast.imports().people(shown, "/portal/classes");
        shown.page().click("a[href*='/portal/slips'] >> nth=0");
        shown.page().waitForURL("**/portal/slips?*");
      }),
  SLIPS_RENEWING(
      "portal/slips",
      "filled",
      "a person without an address has forgotten the password",
      (cast, shown) -> cast.imports().renewing(shown)),
  MY_RECORD(
      "portal/my-record",
      "filled",
      "a parent with a child came in by a slip",
      (cast, shown) -> cast.imports().record(shown)),
  MY_RECORD_NONE(
      "portal/my-record",
      "empty",
      "nobody imported the visitor",
      (cast, shown) -> signedIn(cast, shown, "/portal/my-record")),
  CODES(
      "portal/codes",
      "filled",
      "an administrator has made codes, and the menu of one is open",
      (cast, shown) -> {
        cast.makeCodes(shown);
        shown.open("/portal/codes");
        shown.page().click("tbody tr:nth-child(2) .mn summary");
      }),
  CODES_CHOSEN(
      "portal/codes",
      "filled",
      "two codes are chosen",
      (cast, shown) -> {
        cast.makeCodes(shown);
        shown.open("/portal/codes");
        shown.page().check("tbody tr:nth-child(2) .ck input");
        shown.page().check("tbody tr:nth-child(3) .ck input");
      }),
  CODES_EVERYWHERE(
      "portal/codes",
      "filled",
      "whoever runs the portal sees those of an organisation and of a service",
      (cast, shown) -> {
        cast.makeCodes(shown);
        signedIn(cast, shown, "/portal/invite?place=g-PORTAIL-DEFAUT");
        shown.page().check("input[name=right] >> nth=0");
        shown.page().click("#go");
        shown.page().waitForURL("**/portal/codes-made?batch=*");
        shown.open("/portal/codes");
      }),
  CODES_ASTRAY(
      "portal/codes",
      "error",
      "the address asks for an organisation of others",
      (cast, shown) -> cast.administrate(shown, "codes?place=o-00000000")),
  CODES_NONE(
      "portal/codes",
      "empty",
      "the filters find none",
      (cast, shown) -> cast.administrate(shown, "codes?q=personne+de+tel")),
  CODES_MADE(
      "portal/codes-made",
      "filled",
      "three codes have just been made",
      (cast, shown) -> cast.makeCodes(shown)),
  CODE(
      "portal/code",
      "filled",
      "a code that works",
      (cast, shown) -> {
        cast.makeCodes(shown);
        shown.open("/portal/codes");
        shown.page().click("tbody tr:nth-child(2) th a");
        shown.page().waitForURL("**/portal/code?id=*");
      }),
  CODES_END(
      "portal/codes-end",
      "filled",
      "a code is to be deactivated",
      (cast, shown) -> {
        cast.makeCodes(shown);
        shown.open("/portal/codes");
        shown.page().check("tbody tr:nth-child(2) .ck input");
        shown.page().click(".bulk button");
        shown.page().waitForSelector("#go");
      }),
  CODES_END_NONE(
      "portal/codes-end",
      "empty",
      "no code was chosen",
      (cast, shown) -> cast.administrate(shown, "codes-end")),
  INVITE(
      "portal/invite",
      "empty",
      "codes of an organisation are to be made",
      (cast, shown) -> cast.administrate(shown, "invite")),
  INVITE_SERVICE(
      "portal/invite",
      "empty",
      "codes of a service’s group are to be made",
      (cast, shown) -> signedIn(cast, shown, "/portal/invite?place=g-PORTAIL-DEFAUT")),
  INVITE_LIST(
      "portal/invite",
      "empty",
      "a code for each person of a list is to be made",
      (cast, shown) -> cast.administrate(shown, "invite?as=list")),
  INVITE_ERROR(
      "portal/invite",
      "error",
      "sent with too many codes and nothing ticked",
      (cast, shown) -> {
        cast.administrate(shown, "invite");
        shown.page().evaluate("document.querySelector('#invite').noValidate = true");
        shown.page().fill("#count", "11");
        shown.page().click("#go");
        shown.page().waitForSelector(".sum");
      }),
  INVITE_CLASH(
      "portal/invite",
      "filled",
      "what is ticked can’t be combined",
      (cast, shown) -> clash(cast, shown)),
  INVITE_CLASH_ERROR(
      "portal/invite",
      "error",
      "sent with roles that can’t be combined",
      (cast, shown) -> {
        clash(cast, shown);
        sendEmpty(shown);
        shown.page().waitForSelector("#rights-e.err");
      }),
  REDEEM_CLASH(
      "portal/redeem",
      "error",
      "the code gives what can’t be combined with what somebody has",
      (cast, shown) -> {
        signedIn(cast, shown, "/portal/invite?place=g-PORTAIL-DEFAUT");
        shown.page().check("input[value=AUDITEUR]");
        shown.page().click("#go");
        shown.page().waitForURL("**/portal/codes-made?batch=*");
        String code = shown.page().locator(".codes code").first().textContent();
        shown.open("/portal/redeem");
        shown.page().fill("#code", code);
        shown.page().click("#go");
        shown.page().waitForSelector(".sum");
      }),
  REDEEM(
      "portal/redeem",
      "empty",
      "no code is typed yet",
      (cast, shown) -> signedIn(cast, shown, "/portal/redeem")),
  REDEEM_ERROR(
      "portal/redeem",
      "error",
      "what was typed is no code",
      (cast, shown) -> {
        signedIn(cast, shown, "/portal/redeem");
        shown.page().fill("#code", "49dc13c1-e02e");
        shown.page().click("#go");
        shown.page().waitForSelector(".sum");
      }),
  REDEEM_OFFER(
      "portal/redeem",
      "filled",
      "what the code gives is to be confirmed",
      (cast, shown) -> {
        String code = cast.makeCodes(shown);
        signedIn(cast, shown, "/portal/redeem");
        shown.page().fill("#code", code);
        shown.page().click("#go");
        shown.page().waitForSelector("#take");
      }),
  NEW_MEMBER(
      "portal/new-member",
      "empty",
      "a user is to be made",
      (cast, shown) -> cast.people(shown, "new-member?as=user")),
  NEW_MEMBER_ADMINISTRATOR(
      "portal/new-member",
      "filled",
      "an administrator is to be made",
      (cast, shown) -> cast.people(shown, "new-member?as=administrator")),
  NEW_MEMBER_ERROR(
      "portal/new-member",
      "error",
      "sent without any profile",
      (cast, shown) -> {
        cast.people(shown, "new-member?as=user");
        shown.page().fill("#givenName", "Paul");
        shown.page().fill("#familyName", "Desrosiers-Hallé");
        shown.page().fill("#email", "p.desrosiers@vauclair.example");
        sendEmpty(shown);
      }),
  MEMBER(
      "portal/member",
      "filled",
      "somebody who may change it looks at it",
      (cast, shown) -> cast.oneOfThem(shown)),
  MEMBER_ERROR(
      "portal/member",
      "error",
      "saved without a name",
      (cast, shown) -> {
        cast.oneOfThem(shown);
        shown.page().fill("#familyName", "");
        shown.page().click("#save");
        shown.page().waitForSelector(".sum");
      }),
  MEMBER_READ(
      "portal/member",
      "read-only",
      "a certifier looks at somebody of a depositor",
      (cast, shown) -> {
        cast.lookAtTheirPeople(shown);
        shown.page().click("tbody th a");
        shown.page().waitForURL("**/portal/member?id=*");
      }),
  MEMBERS_DELETION(
      "portal/members-deletion",
      "filled",
      "several people are to be deleted",
      (cast, shown) -> {
        cast.people(shown, "members");
        shown.page().check("tbody tr:nth-child(1) .ck input");
        shown.page().check("tbody tr:nth-child(2) .ck input");
        shown.page().click(".bulk button[value=delete]");
        shown.page().waitForSelector("#count");
      }),
  ORGANISATION_ADMINISTRATORS(
      "portal/organisation",
      "filled",
      "an administrator looks at the own organisation",
      (cast, shown) -> cast.administrate(shown, "organisation")),
  SESSIONS(
      "portal/sessions",
      "filled",
      "always: one's own is there",
      (cast, shown) -> signedIn(cast, shown, "/portal/sessions")),
  SESSIONS_SFTP(
      "portal/sessions",
      "filled",
      "a machine of the own organisation is in over SFTP",
      (cast, shown) -> cast.desk().watching(shown));

  private final String view;
  private final String state;
  private final String when;
  private final BiConsumer<Cast, Shown> opening;

  Scene(String view, String state, String when, BiConsumer<Cast, Shown> opening) {
    this.view = view;
    this.state = state;
    this.when = when;
    this.opening = opening;
  }

  private static void signedIn(Cast cast, Shown shown, String address) {
    cast.signIn(shown);
    shown.open(address);
  }

  private static void record(Cast cast, Shown shown) {
    String matricule = cast.organisation(shown);
    signedIn(cast, shown, "/portal/organisation-record?m=" + matricule);
  }

  private static void edit(Cast cast, Shown shown) {
    String matricule = cast.organisation(shown);
    signedIn(cast, shown, "/portal/organisation-edit?m=" + matricule);
  }

  private static void review(Cast cast, Shown shown) {
    signedIn(cast, shown, "/portal/review?group=PORTAIL-DEFAUT");
    if (shown.page().locator("#ask").count() > 0) {
      shown.page().click("#ask");
      shown.page().waitForSelector("#confirm");
    }
  }

  private static void clash(Cast cast, Shown shown) {
    signedIn(cast, shown, "/portal/invite?place=g-PORTAIL-DEFAUT");
    shown.page().check("input[value=EXPLOITANT]");
    shown.page().check("input[value=AUDITEUR]");
    shown.page().waitForSelector("[data-clash]:visible");
  }

  private static void groupUser(Cast cast, Shown shown) {
    signedIn(cast, shown, "/portal/group-users?group=PORTAIL-DEFAUT");
    shown.page().click("tbody tr:first-child th a");
    shown.page().waitForURL("**/portal/group-user?group=*");
  }

  private static void roles(Cast cast, Shown shown) {
    signedIn(cast, shown, "/portal/operators");
    shown.page().click("tbody tr:first-child th a");
    shown.page().waitForURL("**/portal/operator-roles?account=*");
  }

  private static void other(Cast cast, Shown shown, String page) {
    String matricule = cast.desk().matricule(shown);
    signedIn(cast, shown, "/portal/" + page + "?of=" + matricule);
  }

  private static void sendEmpty(Shown shown) {
    shown.page().click("#go");
    shown.page().waitForSelector(".sum");
  }

  private static void refused(Page page) {
    page.fill("#name", "claire.montsegur");
    page.fill("#password", "autre chose");
    page.click("#go");
    page.waitForSelector(".sum");
  }

  /** Path of the view in the archive, without its ending. */
  public String view() {
    return view;
  }

  public String state() {
    return state;
  }

  /** What has happened when it looks like that. */
  public String when() {
    return when;
  }

  void open(Cast cast, Shown shown) {
    opening.accept(cast, shown);
  }
}
