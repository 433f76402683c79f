package org.guichet.web.insight;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.insight.boundary.Deadlines;
import org.guichet.insight.entity.DeadlineQuery;
import org.guichet.insight.entity.DeadlineRow;
import org.guichet.insight.entity.DeadlineState;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
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

  /** Whether what was typed for a matricule isn't one. */
  boolean unreadable() {
    return !issuer.isEmpty() && Matricule.parse(issuer).isEmpty();
  }

  /** What it asks for; nothing, not all, for a matricule that can't be one. */
  Page<DeadlineRow> list(
      Deadlines deadlines, Caller caller, Optional<OrganisationId> reader, PageRequest part) {
    if (unreadable()) {
      deadlines.soon(caller, reader); // refuses whom the list would refuse
      return new Page<>(List.of(), 0);
    }
    return deadlines.list(caller, new DeadlineQuery(reader, state, Matricule.parse(issuer)), part);
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
