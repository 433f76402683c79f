package org.guichet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** The language of the page being made, and the others that it can be had in. */
@Named("language")
@RequestScoped
public class PageLanguage {
  @Inject HttpServletRequest request;

  public Locale getLocale() {
    return LanguageChoice.of(request);
  }

  /** As HTML writes it: {@code fr}. */
  public String getCode() {
    return getLocale().toLanguageTag();
  }

  public List<Other> getOthers() {
    return Texts.LANGUAGES.stream()
        .filter(language -> !language.equals(getLocale()))
        .map(Other::of)
        .toList();
  }

  /**
   * Another language.
   *
   * @param code as HTML writes it
   * @param name in itself, with a capital
   */
  public record Other(String code, String name) {
    static Other of(Locale language) {
      String name = language.getDisplayLanguage(language);
      return new Other(
          language.toLanguageTag(), name.substring(0, 1).toUpperCase(language) + name.substring(1));
    }
  }
}
