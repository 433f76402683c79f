package org.guichet.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.PageRequest;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.web.Asked;

/**
 * Which rows of a report are shown, as its address says it: {@code q}, {@code profile}, {@code
 * class}, {@code op}, {@code code}, {@code page}.
 */
record ImportListing(Asked asked) {
  static final int SIZE = 25;

  static ImportListing asked(HttpServletRequest request) {
    return new ImportListing(new Asked(request));
  }

  String name() {
    return asked.text("q");
  }

  Optional<Profile> profile() {
    return asked.one("profile", Profile.class);
  }

  String label() {
    return asked.text("class");
  }

  Optional<Operation> operation() {
    return asked.one("op", Operation.class);
  }

  Optional<RosterCode> code() {
    return asked.one("code", RosterCode.class);
  }

  boolean filtered() {
    return !name().isEmpty()
        || profile().isPresent()
        || !label().isEmpty()
        || operation().isPresent()
        || code().isPresent();
  }

  /** What is asked for besides the page. */
  String query(UUID id) {
    return query(id, operation(), code());
  }

  /** The same for another operation and another cause. */
  String query(UUID id, Optional<Operation> operation, Optional<RosterCode> code) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("id", id.toString());
    parameters.put("q", name());
    parameters.put("profile", profile().map(Enum::name).orElse(""));
    parameters.put("class", label());
    parameters.put("op", operation.map(Enum::name).orElse(""));
    parameters.put("code", code.map(Enum::name).orElse(""));
    return Asked.query(parameters);
  }

  PlanQuery page() {
    return new PlanQuery(
        name(),
        profile(),
        operation(),
        label(),
        code(),
        new PageRequest((asked.page() - 1) * SIZE, SIZE));
  }
}
