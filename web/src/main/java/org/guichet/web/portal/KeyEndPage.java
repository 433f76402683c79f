package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/key-end}: what stopping the key named {@code key} means, and the button that
 * does it.
 */
@Named
@RequestScoped
public class KeyEndPage {
  private static final String BACK = "/portal/keys";

  @Inject WorkedFor worked;
  @Inject Notices notices;
  @Inject KeyRing ring;
  @Inject KeysPage table;

  public String getName() {
    String asked = notices.request().getParameter("key");
    return asked == null ? "" : asked;
  }

  /** The key, while there is something to stop; else null. */
  public KeysPage.@Nullable Row getKey() {
    return table.isManaging()
        ? table.getRows().stream()
            .filter(row -> row.good() && row.name().equals(getName()))
            .findFirst()
            .orElse(null)
        : null;
  }

  public @Nullable String stop() {
    String name = getName();
    return ring.stop(worked.caller(), worked.matricule(), name)
        ? notices.info("keys.STOPPED", name).to(BACK + worked.getQuery())
        : notices.warning("keys.ALREADY_STOPPED", name).to(BACK + worked.getQuery());
  }
}
