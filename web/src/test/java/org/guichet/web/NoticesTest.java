package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.organisation.entity.Mistake;
import org.guichet.platform.entity.Caller;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              new Catalogue.Application(
                  "PORTAIL",
                  new Names("Portail", "Portal"),
                  true,
                  List.of(group("PROFILS", right("DEPOT", "Dépose", "Deposits"))),
                  List.of(
                      group(
                          "EQUIPE",
                          right("EXPLOITANT", "Exploite", "Operates"),
                          right("AUDITEUR", "Relit le journal", "Reads the journal"))))));

  @Test
  void callsRightsThatExcludeEachOtherByTheirNames() {
    assertThat(told(Code.ROLES_EXCLUSIVE, "AUDITEUR, EXPLOITANT"))
        .containsExactly("Relit le journal (AUDITEUR), Exploite (EXPLOITANT)");
    assertThat(told(Code.PROFILES_EXCLUSIVE, "ANCIEN, DEPOT"))
        .as("what the catalogue no longer has")
        .containsExactly("ANCIEN, Dépose (DEPOT)");
    assertThat(told(Code.EMAIL_SAME, "DEPOT")).as("no code").containsExactly("DEPOT");
  }

  @Test
  void tellsDaysAsPeopleWriteThem() {
    Mistake mistake =
        Mistake.of("until", Mistake.Code.MANDATE_ENDS_BEFORE_IT_BEGINS, "2026-11-23", "2020-01-01");
    assertThat(notices().arguments(mistake)).containsExactly("23 novembre 2026", "1 janvier 2020");
    assertThat(notices().arguments(Mistake.of("name", Mistake.Code.NAME_TOO_LONG, "200")))
        .containsExactly("200");
  }

  private static List<String> told(Code code, String argument) {
    return notices().arguments(AccountMistake.of("roles", code, argument));
  }

  private static Notices notices() {
    Requests.Asked asked = new Requests.Asked();
    Notices notices = new Notices();
    notices.language =
        new PageLanguage() {
          @Override
          public Locale getLocale() {
            return Locale.FRENCH;
          }
        };
    notices.rights = new RightNames();
    notices.rights.language = notices.language;
    notices.rights.visitor = SomePeople.nobody(asked);
    notices.rights.desk =
        new CatalogueDesk() {
          @Override
          public Catalogue catalogue(Caller caller) {
            return CATALOGUE;
          }
        };
    return notices;
  }

  private static RightGroup group(String code, Right... rights) {
    return new RightGroup(code, new Names(code, code), List.of(rights));
  }

  private static Right right(String code, String french, String english) {
    return new Right(
        code, new Names(french, english), Catalogue.Kind.USER, Set.of(), Optional.empty());
  }
}
