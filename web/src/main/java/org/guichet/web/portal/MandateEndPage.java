package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.platform.entity.Matricule;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/mandate-end}: what revoking the mandates of {@code depositor} means, and the
 * button that does it.
 */
@Named
@RequestScoped
public class MandateEndPage {
  private static final String BACK = "/portal/mandates";

  @Inject WorkedFor worked;
  @Inject Notices notices;
  @Inject Mandates mandates;
  @Inject MandatesPage table;

  public String getDepositor() {
    String asked = notices.request().getParameter("depositor");
    return asked == null ? "" : asked;
  }

  /** What would end; empty when nothing stands. */
  public List<MandatesPage.Row> getEnding() {
    return table.isGranting()
        ? table.getGiven().stream()
            .filter(row -> row.revocable() && row.matricule().equals(getDepositor()))
            .toList()
        : List.of();
  }

  /** Name of the one whose mandates would end. */
  public String getName() {
    return getEnding().stream().map(MandatesPage.Row::name).findFirst().orElse("");
  }

  public @Nullable String revoke() {
    Optional<Matricule> depositor = Matricule.parse(getDepositor());
    String name = getName();
    if (depositor.isEmpty()
        || mandates.revoke(worked.caller(), worked.matricule(), depositor.get()) == 0) {
      return notices.warning("mandates.NOTHING_TO_REVOKE").to(BACK + worked.getQuery());
    }
    return notices.info("mandates.REVOKED", name).to(BACK + worked.getQuery());
  }
}
