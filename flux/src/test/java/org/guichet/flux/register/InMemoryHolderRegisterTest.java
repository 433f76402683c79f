package org.guichet.flux.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InMemoryHolderRegisterTest implements HolderRegisterContract {
  @Override
  public HolderRegister register(List<RegisteredHolder> people) {
    return new InMemoryHolderRegister(people);
  }

  @Test
  void takesWhoIsThereTwiceForOnePerson() {
    HolderRegister register =
        new InMemoryHolderRegister(List.of(ZELIE.registered(), ZELIE.registered()));
    Sought sought = Objects.requireNonNull(Sought.of(ZELIE.holder()));
    assertThat(register.matching(List.of(sought)).get(sought)).hasSize(1);
  }
}
