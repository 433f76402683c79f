package org.guichet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of this door in one language. French is spoken to whoever asks for a language that
 * isn't there.
 */
public final class Texts {
  /** Languages that there are texts in, the preferred one first. */
  public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

  private static final String BUNDLE = "org.guichet.web.messages";

  private final Locale language;
  private final ResourceBundle bundle;

  private Texts(Locale language) {
    this(BUNDLE, language);
  }

  private Texts(String name, Locale language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            name,
            language,
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The texts in the first of {@code wished} that there are texts in. */
  public static Texts in(Enumeration<Locale> wished) {
    while (wished.hasMoreElements()) {
      String code = wished.nextElement().getLanguage();
      for (Locale language : LANGUAGES) {
        if (language.getLanguage().equals(code)) {
          return new Texts(language);
        }
      }
    }
    return new Texts(LANGUAGES.get(0));
  }

  /** The texts in the language that the request's header asks for. */
  public static Texts askedBy(HttpServletRequest request) {
    // Without the header, the container would name the machine's own language.
    return request.getHeader("Accept-Language") == null
        ? new Texts(LANGUAGES.get(0))
        : in(request.getLocales());
  }

  public static Texts in(Locale wished) {
    return in(Collections.enumeration(List.of(wished)));
  }

  /** A component's own texts, in the same language. */
  public Texts of(String component) {
    return new Texts("org.guichet." + component + "." + component, language);
  }

  public Locale language() {
    return language;
  }

  /** The text of this key with its arguments in their places ({@code {0}}, …). */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), language).format(arguments);
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** The text of this key, or {@code otherwise} when there is none. */
  public String textOr(String key, String otherwise) {
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }
}
