package org.guichet.account.control;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Locale;
import org.guichet.account.entity.Account;

/** What somebody types to find people by: part of a name, of a login or of an address. */
record SearchedText(String name, String other) {
  private static final char ESCAPE = '!';

  static SearchedText of(String typed) {
    String words = PersonRules.words(typed);
    String other = like(typed.strip().toLowerCase(Locale.ROOT));
    return new SearchedText(words.isEmpty() ? other : like(words), other);
  }

  Predicate anywhere(CriteriaBuilder builder, Root<Account> account) {
    return builder.or(
        builder.like(account.get("nameFolded"), name, ESCAPE),
        builder.like(account.get("login"), other, ESCAPE),
        builder.like(account.get("emailFolded"), other, ESCAPE));
  }

  /** A pattern for what holds this text, whatever signs are in it. */
  static String like(String part) {
    return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
