package org.guichet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.account.entity.AccountMistake;
import org.guichet.organisation.entity.Mistake;
import org.guichet.platform.entity.DayText;
import org.jspecify.annotations.Nullable;

/**
 * What a page's action has to say, and where to go after it. The only class that touches Faces. A
 * fault stands at its field and at the top of the page; news is kept over one redirect.
 *
 * <p>Keys are of this module's texts.
 */
@Named("notices")
@RequestScoped
public class Notices {
  @Inject PageLanguage language;
  @Inject RightNames rights;

  private final List<Fault> faults = new ArrayList<>();
  private final List<Carried> news = new ArrayList<>();
  private @Nullable List<News> arrived;

  /** Something was done. */
  public Notices info(String key, Object... arguments) {
    news.add(Carried.of(true, key, arguments));
    return this;
  }

  /** Why somebody is led elsewhere than they wanted. */
  public Notices warning(String key, Object... arguments) {
    news.add(Carried.of(false, key, arguments));
    return this;
  }

  /** Something wasn't done, for a reason that lies in no single field. */
  public Notices error(String key, Object... arguments) {
    return errorAt("", key, arguments);
  }

  /**
   * Something wasn't done because of what stands in a field.
   *
   * @param field the field's id in the page
   */
  public Notices errorAt(String field, String key, Object... arguments) {
    faults.add(new Fault(field, Texts.in(language.getLocale()).text(key, arguments)));
    return this;
  }

  /** What the desk found wrong in what was typed, each at the field of that name. */
  public Notices mistakes(List<AccountMistake> mistakes) {
    Texts texts = Texts.in(language.getLocale()).of("account");
    for (AccountMistake mistake : mistakes) {
      String text = texts.text("mistake." + mistake.code(), arguments(mistake).toArray());
      faults.add(new Fault(mistake.field(), text));
    }
    return this;
  }

  /** The desk tells rights by their codes, which say little to who ticks their names. */
  List<String> arguments(AccountMistake mistake) {
    return switch (mistake.code()) {
      case PROFILES_EXCLUSIVE, ROLES_EXCLUSIVE ->
          mistake.arguments().stream().map(rights::of).toList();
      default -> mistake.arguments();
    };
  }

  /** The same of an organisation's data. */
  public Notices organisationMistakes(List<Mistake> mistakes) {
    for (Mistake mistake : mistakes) {
      mistake("organisation", mistake.field(), mistake.code(), arguments(mistake));
    }
    return this;
  }

  /** The desk tells days as machines write them. */
  List<String> arguments(Mistake mistake) {
    return mistake.code() == Mistake.Code.MANDATE_ENDS_BEFORE_IT_BEGINS
        ? mistake.arguments().stream()
            .map(day -> DayText.day(LocalDate.parse(day), language.getLocale()))
            .toList()
        : mistake.arguments();
  }

  /**
   * What a component of the desk found wrong in what was typed.
   *
   * @param component whose bundle words it
   * @param field the field's id in the page
   */
  public Notices mistake(String component, String field, Enum<?> code, List<String> arguments) {
    Texts texts = Texts.in(language.getLocale()).of(component);
    faults.add(new Fault(field, texts.text("mistake." + code.name(), arguments.toArray())));
    return this;
  }

  /** The action's outcome: the same page again, with what was typed. */
  public @Nullable String stay() {
    return null;
  }

  /**
   * The action's outcome: another page, by a redirect.
   *
   * @param address from the root of this application, with its query: {@code /portal/dashboard}
   */
  public @Nullable String to(String address) {
    ExternalContext external = faces().getExternalContext();
    HttpServletResponse response = (HttpServletResponse) external.getResponse();
    NoticeCookie.write(news, request(), response);
    try {
      external.redirect(external.getRequestContextPath() + address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    faces().responseComplete();
    return null;
  }

  /** The action's outcome: a place that isn't ours, by a redirect. */
  public @Nullable String away(URI address) {
    try {
      faces().getExternalContext().redirect(address.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    faces().responseComplete();
    return null;
  }

  /**
   * The action's outcome: another view in answer to this very request, for what must not be asked
   * for twice.
   *
   * @param view from the root of this application: {@code /signin/recovery-codes}
   */
  public @Nullable String show(String view) {
    return view + ".xhtml";
  }

  public HttpServletRequest request() {
    return (HttpServletRequest) faces().getExternalContext().getRequest();
  }

  public HttpServletResponse response() {
    return (HttpServletResponse) faces().getExternalContext().getResponse();
  }

  /** All that keeps the action from being done, in the order of the page. */
  public List<Fault> getFaults() {
    List<Fault> all = new ArrayList<>();
    FacesContext faces = faces();
    Iterator<String> fields = faces.getClientIdsWithMessages();
    while (fields.hasNext()) {
      String field = fields.next();
      for (FacesMessage message : faces.getMessageList(field)) {
        all.add(new Fault(Optional.ofNullable(field).orElse(""), message.getSummary()));
      }
    }
    all.addAll(faults);
    return all;
  }

  public boolean isFaulty() {
    return !getFaults().isEmpty();
  }

  /** What was done: by this request, or by the one that redirected here. */
  public List<News> getNews() {
    if (arrived == null) {
      Texts texts = Texts.in(language.getLocale());
      List<Carried> all = new ArrayList<>(NoticeCookie.take(request(), response()));
      all.addAll(news);
      arrived = all.stream().flatMap(carried -> carried.in(texts).stream()).toList();
    }
    return arrived;
  }

  /** Whether something is wrong with this field. */
  public boolean wrong(String field) {
    return getFaults().stream().anyMatch(fault -> fault.field().equals(field));
  }

  /** What is wrong with this field; empty when nothing is. */
  public String at(String field) {
    return getFaults().stream()
        .filter(fault -> fault.field().equals(field))
        .map(Fault::text)
        .findFirst()
        .orElse("");
  }

  /** The ids of what describes this field: its fault, its help; null for neither. */
  public @Nullable String describing(String field, boolean helped) {
    String ids = (wrong(field) ? field + "-e " : "") + (helped ? field + "-h" : "");
    return ids.isEmpty() ? null : ids.strip();
  }

  FacesContext faces() {
    return FacesContext.getCurrentInstance();
  }

  /**
   * Something that keeps an action from being done.
   *
   * @param field id of the field; empty when it lies in no single one
   */
  public record Fault(String field, String text) {}

  /**
   * Something to be told.
   *
   * @param good whether it was done; else it is why something else is shown
   */
  public record News(boolean good, String text) {}

  /** News as it travels over a redirect: the key, and arguments as they are shown. */
  public record Carried(boolean good, String key, List<String> arguments) {
    public Carried {
      arguments = List.copyOf(arguments);
    }

    /** Keys and arguments as {@link #info} and {@link #warning} take them. */
    public static Carried of(boolean good, String key, Object... arguments) {
      return new Carried(good, key, Stream.of(arguments).map(String::valueOf).toList());
    }

    /** Empty when there is no such text: a cookie comes from the browser. */
    Optional<News> in(Texts texts) {
      return texts.has(key)
          ? Optional.of(new News(good, texts.text(key, arguments.toArray())))
          : Optional.empty();
    }
  }
}
