package org.guichet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        .map(language -> Other.of(language, otherParameters()))
        .toList();
  }

  /** All that there are, to choose from. */
  public List<Other> getAll() {
    return Texts.LANGUAGES.stream().map(language -> Other.of(language, "")).toList();
  }

  /** What the address asks for besides, as it stands there. */
  private String otherParameters() {
    String query = request.getQueryString();
    return query == null
        ? ""
        : Stream.of(query.split("&", -1))
            .filter(part -> !part.isEmpty() && !part.startsWith(LanguageChoice.PARAMETER + "="))
            .map(part -> part + "&")
            .collect(Collectors.joining());
  }

  /**
   * Another language.
   *
   * @param code as HTML writes it
   * @param name in itself, with a capital
   * @param address of the same page in it
   */
  public record Other(String code, String name, String address) {
    static Other of(Locale language, String parameters) {
      String name = language.getDisplayLanguage(language);
      String code = language.toLanguageTag();
      return new Other(
          code,
          name.substring(0, 1).toUpperCase(language) + name.substring(1),
          "?" + parameters + LanguageChoice.PARAMETER + "=" + code);
    }
  }
}
