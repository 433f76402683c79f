package org.guichet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.guichet.account.entity.AccountMistake;
import org.guichet.organisation.entity.Mistake;
import org.jspecify.annotations.Nullable;

/** Keeps what a page's action said, by the keys of its texts, and where it went. */
public final class RecordingNotices extends Notices {
  /**
   * What was said, in order: {@code info KEY}, {@code warning KEY}, {@code error KEY}, {@code error
   * FIELD KEY}.
   */
  public final List<String> said = new ArrayList<>();

  /** Where the action went; null while it stays. */
  public @Nullable String went;

  public final Requests.Asked asked = new Requests.Asked();
  public final Requests.Told told = new Requests.Told();

  @Override
  public Notices info(String key, Object... arguments) {
    said.add("info " + key);
    return this;
  }

  @Override
  public Notices warning(String key, Object... arguments) {
    said.add("warning " + key);
    return this;
  }

  @Override
  public Notices errorAt(String field, String key, Object... arguments) {
    said.add(("error " + field + " " + key).replace("  ", " "));
    return this;
  }

  @Override
  public Notices mistakes(List<AccountMistake> mistakes) {
    mistakes.forEach(mistake -> said.add("error " + mistake.field() + " " + mistake.code()));
    return this;
  }

  @Override
  public Notices mistake(String component, String field, Enum<?> code, List<String> arguments) {
    said.add("error " + field + " " + code);
    return this;
  }

  @Override
  public Notices organisationMistakes(List<Mistake> mistakes) {
    mistakes.forEach(mistake -> said.add("error " + mistake.field() + " " + mistake.code()));
    return this;
  }

  @Override
  public @Nullable String to(String address) {
    went = address;
    return null;
  }

  @Override
  public @Nullable String away(URI address) {
    went = address.toString();
    return null;
  }

  @Override
  public @Nullable String show(String view) {
    went = view;
    return view;
  }

  @Override
  public HttpServletRequest request() {
    return asked.request();
  }

  @Override
  public HttpServletResponse response() {
    return told.response();
  }
}
