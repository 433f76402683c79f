package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.deposit.control.ListingTurn;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.testing.DirectEvent;
import org.guichet.testing.GrantedPermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order drops are checked and what follows verdicts is done. */
class AfterVerdictTest {
  private static final Caller SYSTEM = Caller.system("test");
  private static final UUID FIRST = new UUID(9, 1);
  private static final UUID SECOND = new UUID(9, 2);

  private final Permissions permissions = GrantedPermissions.of(Permission.DEPOSIT_PROCESS);
  private final List<String> done = new ArrayList<>();
  private final Map<UUID, Integer> parts = new HashMap<>();
  private final Set<UUID> broken = new HashSet<>();
  private final AfterVerdict after = new AfterVerdict();
  private final DepositLine line = new DepositLine();
  private int dropsAfter = Integer.MAX_VALUE;
  private Runnable meanwhile = () -> {};

  @BeforeEach
  void wire() {
    after.ledger = new Ledger();
    after.turn = new ListingTurn();
    after.permissions = permissions;
    line.lanes = new OneDrop();
    line.checking =
        new DepositChecking() {
          @Override
          public void check(Caller caller, LaneLease lease, DepositId id) {
            done.add("check");
          }
        };
    line.duplicates =
        new DuplicateAnswering() {
          @Override
          public void answerAll(Caller caller) {
            // None.
          }
        };
    line.after = after;
    line.permissions = permissions;
    line.waiting = new DirectEvent<>(event -> {});
  }

  @Test
  void checksADropThatComesInTheMiddleOfALargeFileBeforeTheRestOfThatFile() {
    parts.put(FIRST, 4);
    dropsAfter = 2;

    line.work(SYSTEM);

    assertThat(done).containsExactly("part", "part", "check", "part", "part");
  }

  @Test
  void doesOnePartAtATimeAndSaysWhenNothingIsLeft() {
    parts.put(FIRST, 1);
    parts.put(SECOND, 1);

    assertThat(after.catchUp(SYSTEM)).isTrue();
    assertThat(done).hasSize(1);
    assertThat(after.catchUp(SYSTEM)).isTrue();
    assertThat(done).hasSize(2);
    assertThat(after.catchUp(SYSTEM)).isFalse();
    assertThat(done).hasSize(2);
  }

  @Test
  void goesAwayWhileSomebodyElseIsAtIt() {
    parts.put(FIRST, 1);
    List<Boolean> others = new ArrayList<>();
    meanwhile = () -> others.add(after.catchUp(SYSTEM));

    assertThat(after.catchUp(SYSTEM)).isTrue();

    assertThat(others).containsExactly(false);
    assertThat(done).hasSize(1);
  }

  @Test
  void leavesWhatFailsForTheNextTimeAndDoesTheOthers() {
    parts.put(FIRST, 1);
    parts.put(SECOND, 2);
    broken.add(FIRST);

    line.work(SYSTEM);
    assertThat(done).containsExactly("failure", "part", "part");

    broken.clear();
    line.work(SYSTEM);
    assertThat(done).containsExactly("failure", "part", "part", "part");
  }

  /** Attempts with so many parts left. */
  private final class Ledger extends ReadingLedger {
    @Override
    public List<UUID> open(Caller caller) {
      return parts.keySet().stream().sorted().toList();
    }

    @Override
    public boolean goOn(Caller caller, UUID attempt) {
      meanwhile.run();
      if (broken.contains(attempt)) {
        done.add("failure");
        throw new IllegalStateException("broken");
      }
      done.add("part");
      int left = parts.getOrDefault(attempt, 0) - 1;
      if (left > 0) {
        parts.put(attempt, left);
      } else {
        parts.remove(attempt);
      }
      return left > 0;
    }
  }

  /** A lane with one drop, which comes once so much has been done. */
  private final class OneDrop extends DepositLanes {
    private static final LaneLease LANE =
        new LaneLease(
            new OrganisationId(new UUID(9, 3)),
            DepositKind.REAL,
            "test",
            Instant.parse("2026-02-01T10:00:00Z"));

    @Override
    public List<LaneLease> candidates(Caller caller) {
      return done.size() >= dropsAfter && !done.contains("check") ? List.of(LANE) : List.of();
    }

    @Override
    public boolean claim(Caller caller, LaneLease lease) {
      return true;
    }

    @Override
    public Optional<DepositId> next(Caller caller, LaneLease lease) {
      return done.contains("check") ? Optional.empty() : Optional.of(new DepositId(new UUID(9, 4)));
    }

    @Override
    public void release(Caller caller, LaneLease lease) {
      // Nobody else wants it.
    }
  }
}
