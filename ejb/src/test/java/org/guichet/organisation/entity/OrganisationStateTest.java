package org.guichet.organisation.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.organisation.OrganisationSamples.NOON;
import static org.guichet.organisation.OrganisationSamples.depositor;
import static org.guichet.organisation.OrganisationSamples.organisation;

import java.util.UUID;
import org.guichet.lifecycle.IllegalMoveException;
import org.junit.jupiter.api.Test;

class OrganisationStateTest {
  @Test
  void everyStateIsReachableAndNoneIsAnEnd() {
    assertThat(OrganisationState.LIFECYCLE.unreachable()).isEmpty();
    assertThat(OrganisationState.LIFECYCLE.ends()).isEmpty();
  }

  @Test
  void anActiveOrganisationCannotBeResumed() {
    assertThatThrownBy(
            () -> organisation(1, depositor("AAAAAAAA")).resume(new UUID(0, 1), "test", NOON))
        .isInstanceOf(IllegalMoveException.class);
  }
}
