package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guichet.deposit.entity.PassageRange;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.testing.GrantedPermissions;
import org.junit.jupiter.api.Test;

class ForgettingNamesTest {
  private static final UUID BAD = new UUID(1, 0);

  private final Named ledger = new Named();

  private int forget() {
    AfterVerdict after = new AfterVerdict();
    after.ledger = ledger;
    after.permissions = GrantedPermissions.of(Permission.DEPOSIT_PROCESS);
    return after.forgetNames(Caller.system("test"));
  }

  @Test
  void goesOnUntilNothingIsLeft() {
    for (int i = 1; i <= 250; i++) {
      ledger.left.add(new UUID(2, i));
    }
    assertThat(forget()).isEqualTo(250);
    assertThat(ledger.left).isEmpty();
  }

  @Test
  void leavesWhatFailsForTheNextTimeAndForgetsTheRest() {
    ledger.left.add(BAD);
    for (int i = 1; i <= 150; i++) {
      ledger.left.add(new UUID(2, i));
    }
    assertThat(forget()).isEqualTo(150);
    assertThat(ledger.left).containsExactly(BAD);
    assertThat(ledger.failures).isEqualTo(1);
  }

  /** Names a hundred at a time; one of them can't be forgotten. */
  private static final class Named extends ReadingLedger {
    private final List<UUID> left = new ArrayList<>();
    private int failures;

    @Override
    public List<UUID> named(Caller caller) {
      return left.stream().limit(100).toList();
    }

    @Override
    public boolean forgetNames(Caller caller, UUID attempt, PassageRange range) {
      if (attempt.equals(BAD)) {
        failures++;
        throw new IllegalStateException("locked");
      }
      left.remove(attempt);
      return false;
    }
  }
}
