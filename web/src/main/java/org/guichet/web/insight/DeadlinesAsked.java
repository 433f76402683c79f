package org.guichet.web.insight;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guichet.insight.entity.DeadlineQuery;
import org.guichet.insight.entity.DeadlineState;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.portal.WorkedFor;

/**
 * What the list of refused passages shows, as its address says it.
 *
 * @param page from 1
 * @param of the organisation that an operator looks at; empty for the own
 */
record DeadlinesAsked(Optional<DeadlineState> state, String issuer, int page, String of) {
  private static final int SIZE = 50;

  static DeadlinesAsked asked(HttpServletRequest request) {
    Asked asked = new Asked(request);
    return new DeadlinesAsked(
        asked.one("state", DeadlineState.class),
        asked.text("sender"),
        asked.page(),
        asked.text(WorkedFor.PARAMETER));
  }

  DeadlineQuery query(Optional<OrganisationId> reader) {
    return new DeadlineQuery(reader, state, Matricule.parse(issuer));
  }

  PageRequest part() {
    return new PageRequest((page - 1) * SIZE, SIZE);
  }

  int first() {
    return (page - 1) * SIZE;
  }

  boolean filtered() {
    return state.isPresent() || !issuer.isEmpty();
  }

  /** Asks for the same but for the page; ends so that more can follow. */
  String address() {
    return in(state);
  }

  /** Asks for those in another state. */
  String in(Optional<DeadlineState> other) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("state", other.map(Enum::name).orElse(""));
    parts.put("sender", issuer);
    parts.put(WorkedFor.PARAMETER, of);
    return Asked.query(parts);
  }
}
