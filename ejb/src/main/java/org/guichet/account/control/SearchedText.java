package org.guichet.account.control;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guichet.account.entity.Account;
import org.guichet.platform.control.LikePattern;

/**
 * What somebody types to find people by: words of a name in any order, or part of a login or an
 * address.
 *
 * @param words patterns that the name holds, all of them; empty when no letter was typed
 * @param other pattern of a login or an address
 */
record SearchedText(List<String> words, String other) {
  static SearchedText of(String typed) {
    return new SearchedText(
        Stream.of(PersonRules.words(typed).split(" ", -1))
            .filter(word -> !word.isEmpty())
            .map(LikePattern::holding)
            .toList(),
        LikePattern.holding(typed.strip().toLowerCase(Locale.ROOT)));
  }

  Predicate anywhere(CriteriaBuilder builder, Root<Account> account) {
    Predicate either =
        builder.or(
            builder.like(account.get("login"), other, LikePattern.ESCAPE),
            builder.like(account.get("emailFolded"), other, LikePattern.ESCAPE));
    if (words.isEmpty()) {
      return either;
    }
    Predicate[] named =
        words.stream()
            .map(word -> builder.like(account.get("nameFolded"), word, LikePattern.ESCAPE))
            .toArray(Predicate[]::new);
    return builder.or(either, builder.and(named));
  }
}
