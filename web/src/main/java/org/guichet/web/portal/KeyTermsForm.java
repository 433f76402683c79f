package org.guichet.web.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.KeyView;
import org.guichet.platform.entity.Network;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/** What keys and technical passwords are given alike: name, uses, last day, addresses. */
public final class KeyTermsForm {
  private static final String SENT = "terms";
  private final Notices notices;
  private @Nullable String name;
  private @Nullable String lastDay;
  private @Nullable String sources;
  private Set<KeyScope> preset = KeyScope.USUAL;

  KeyTermsForm(Notices notices) {
    this.notices = notices;
  }

  /** Begins with what another key has. */
  void follow(KeyView key) {
    preset = key.scopes();
    if (sources == null) {
      sources =
          key.sources().stream()
              .map(Network::toString)
              .sorted(Comparator.naturalOrder())
              .collect(Collectors.joining(", "));
    }
  }

  /** Whether the last day can be read; says so at its field when it can't. */
  boolean readable() {
    boolean readable = getLastDay().isEmpty() || Days.read(lastDay).isPresent();
    if (!readable) {
      notices.errorAt("lastDay", "form.day.WRONG");
    }
    return readable;
  }

  Optional<Instant> expires(ZoneId zone) {
    return Days.read(lastDay).map(day -> Days.endOf(day, zone));
  }

  Set<KeyScope> chosen() {
    if (notices.request().getParameter(SENT) == null) {
      return preset;
    }
    Set<KeyScope> chosen = EnumSet.noneOf(KeyScope.class);
    for (KeyScope scope : KeyScope.values()) {
      if (notices.request().getParameter("scope." + scope) != null) {
        chosen.add(scope);
      }
    }
    return chosen;
  }

  List<String> ranges() {
    return Arrays.stream(getSources().split("[\\s,;]+", -1)).filter(s -> !s.isEmpty()).toList();
  }

  /** Whether this use is ticked. */
  public boolean ticked(KeyScope scope) {
    return chosen().contains(scope);
  }

  public String getName() {
    return name == null ? "" : name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public String getLastDay() {
    return lastDay == null ? "" : lastDay;
  }

  public void setLastDay(@Nullable String lastDay) {
    this.lastDay = lastDay;
  }

  public String getSources() {
    return sources == null ? "" : sources;
  }

  public void setSources(@Nullable String sources) {
    this.sources = sources == null ? "" : sources;
  }
}
