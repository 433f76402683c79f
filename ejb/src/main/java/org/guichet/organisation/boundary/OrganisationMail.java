package org.guichet.organisation.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;

/** Writes to an organisation's contact, in its language. */
@Dependent
class OrganisationMail {
  @Inject Notices notices;
  @Inject Settings settings;

  /**
   * Posts a mail to the contact of {@code to}.
   *
   * @param page where to go on, from the root of the portal
   * @param dedupKey at most one of this key is ever sent
   */
  void post(
      Caller caller,
      OrganisationView to,
      String template,
      Map<String, String> arguments,
      String page,
      String dedupKey) {
    Map<String, String> all = new HashMap<>(arguments);
    all.put("organisation", to.matricule() + " " + to.name());
    all.put("link", settings.publicUrl() + page);
    all.put("publicUrl", settings.publicUrl().toString());
    notices.post(
        caller,
        new Notice(to.email(), to.language(), template, all, List.of(), template + ":" + dedupKey));
  }

  ZoneId zone() {
    return settings.zone();
  }
}
