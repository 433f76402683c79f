package org.guichet.notice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** Why a notice failed last, cut to what the table holds. */
@Embeddable
public class LastFailure {
  private static final int ANSWER_AT_MOST = 20;
  private static final int WORDS_AT_MOST = 300;

  @Enumerated(EnumType.STRING)
  @Column(name = "failure", length = 32)
  private MailFailure.@Nullable Kind kind;

  @Column(name = "answer", length = ANSWER_AT_MOST)
  private @Nullable String answer;

  @Column(name = "last_failure", length = WORDS_AT_MOST)
  private @Nullable String words;

  protected LastFailure() {}

  LastFailure(MailFailure failure) {
    kind = failure.kind();
    answer = failure.answer() == null ? null : cut(failure.answer(), ANSWER_AT_MOST);
    words = cut(failure.words(), WORDS_AT_MOST);
  }

  /** One that was written down before there were sorts of failures broke off. */
  MailFailure value() {
    return new MailFailure(
        kind == null ? MailFailure.Kind.BROKEN_OFF : kind, answer, words == null ? "" : words);
  }

  private static String cut(String text, int atMost) {
    return text.length() <= atMost ? text : text.substring(0, atMost);
  }
}
