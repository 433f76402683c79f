package org.guichet.deposit.boundary;

import java.util.function.Supplier;
import org.guichet.deposit.control.FileInspection;
import org.guichet.deposit.control.IdentityRules;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.register.IdentityMode;
import org.guichet.organisation.boundary.CheckingSettings;
import org.guichet.organisation.boundary.PeopleRegisters;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.jspecify.annotations.Nullable;

/** What certifiers want done about holders, by their settings and their registers. */
final class WantedIdentities implements FileInspection.Identities {
  private final Caller caller;
  private final CheckingSettings choices;
  private final PeopleRegisters registers;
  private final Supplier<@Nullable FluxHeader> ahead;

  WantedIdentities(
      Caller caller,
      CheckingSettings choices,
      PeopleRegisters registers,
      Supplier<@Nullable FluxHeader> ahead) {
    this.caller = caller;
    this.choices = choices;
    this.registers = registers;
    this.ahead = ahead;
  }

  @Override
  public IdentityRules of(OrganisationView certifier) {
    IdentityMode mode =
        switch (choices.view(caller, certifier.id()).identity()) {
          case OFF -> IdentityMode.OFF;
          case WARN -> IdentityMode.WARN;
          case BLOCK -> IdentityMode.BLOCK;
        };
    return mode == IdentityMode.OFF
        ? IdentityRules.NONE
        : new IdentityRules(mode, registers.find(caller, certifier.id()).orElse(null));
  }

  @Override
  public @Nullable FluxHeader ahead() {
    return ahead.get();
  }
}
