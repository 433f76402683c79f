package org.guichet.web.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.guichet.organisation.entity.Mistake;
import org.guichet.platform.entity.Matricule;
import org.guichet.web.Texts;

/** Words answers in the language that the command line asked for. */
final class Wording {
  private final Texts texts;

  private Wording(Texts texts) {
    this.texts = texts;
  }

  static Wording askedBy(HttpServletRequest request) {
    return new Wording(Texts.askedBy(request));
  }

  String text(String key, Object... arguments) {
    return texts.text("administration." + key, arguments);
  }

  /** What the desk found wrong; the first mistake's code stands for all. */
  Answer refused(List<Mistake> mistakes) {
    Texts organisation = texts.of("organisation");
    return Answer.refused(
        mistakes.get(0).code().name(),
        mistakes.stream()
            .map(m -> organisation.text("mistake." + m.code(), m.arguments().toArray()))
            .toList());
  }

  /** The matricule written in {@code text}. */
  static Matricule matricule(String text) {
    return Matricule.parse(text.strip())
        .orElseThrow(() -> new MistakeException("NOT_A_MATRICULE", text));
  }
}
