package org.guichet.flux;

import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself, as written. A value is null while it hasn't been met, or isn't there.
 *
 * @param issuer matricule under {@code emetteur}
 * @param certifier matricule under {@code certificateur}
 * @param contract {@code idContrat}
 */
public record FluxHeader(
    @Nullable String idFlux,
    FluxAction action,
    @Nullable String issuer,
    @Nullable String certifier,
    @Nullable String contract) {
  /** Whether all that rights depend on is known. */
  public boolean names() {
    return issuer != null && certifier != null && contract != null;
  }
}
