package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** Who came by validation of experience came by one of its routes. */
final class VaeRouteCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.NO_VAE_ROUTE);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    String access = passage.get(Field.ACCESS);
    if (access != null && access.equals("VAE") && !passage.present(Field.VAE_ROUTE)) {
      complaints.add(FindingCode.NO_VAE_ROUTE, Field.ACCESS);
    }
  }
}
