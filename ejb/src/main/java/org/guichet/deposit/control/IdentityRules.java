package org.guichet.deposit.control;

import org.guichet.flux.register.HolderRegister;
import org.guichet.flux.register.IdentityMode;
import org.jspecify.annotations.Nullable;

/**
 * What a certifier wants done about holders whom it doesn't know.
 *
 * @param register null where it has none: then nobody is looked up
 */
public record IdentityRules(IdentityMode mode, @Nullable HolderRegister register) {
  /** Nobody is looked up, and nobody wants it. */
  public static final IdentityRules NONE = new IdentityRules(IdentityMode.OFF, null);

  /** Whether it is wanted, and can't be done. */
  public boolean skipped() {
    return mode != IdentityMode.OFF && register == null;
  }
}
