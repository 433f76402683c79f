package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.BOB;
import static org.guichet.deposit.DropSamples.NOON;
import static org.guichet.deposit.DropSamples.deposit;
import static org.guichet.deposit.DropSamples.id;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.deposit.control.AcceptedKeys;
import org.guichet.deposit.control.InMemoryDeposits;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositView;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.GrantedPermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All files of these tests are called promotion.xml; deposit 2 holds the passage P-77. */
class DepositSearchTest {
  private static final Caller OPERATOR = Caller.commandLine();
  private static final Caller ALICES_KEY =
      Caller.key(new KeyId(new UUID(4, 1)), ALICE, Channel.API, "192.0.2.7");

  private final InMemoryDeposits deposits = new InMemoryDeposits();
  private final DepositSearch search = letting(Permission.DEPOSIT_VIEW);

  private DepositSearch letting(Permission... granted) {
    DepositSearch made = new DepositSearch();
    made.deposits = deposits;
    made.keys = new OneKey();
    made.directory =
        new OrganisationDirectory() {
          @Override
          public Optional<OrganisationView> find(Caller caller, OrganisationId organisation) {
            return Optional.empty();
          }
        };
    made.permissions = GrantedPermissions.of(granted);
    return made;
  }

  @BeforeEach
  void twoOfAlicesAndOneOfBobs() {
    deposits.add(deposit(1, "a"));
    deposits.add(deposit(2, "b"));
    deposits.add(deposit(3, BOB, DepositKind.REAL, "c"));
  }

  private Page<DepositView> own(String text, int most) {
    return search.find(ALICES_KEY, Optional.of(ALICE), text, most);
  }

  private static List<Long> numbers(Page<DepositView> page) {
    return page.rows().stream().map(DepositView::number).toList();
  }

  @Test
  void findsByNumberByPassageAndByTheBeginningOfTheName() {
    assertThat(numbers(own(" 2 ", 5))).containsExactly(2L);
    assertThat(numbers(own("P-77", 5))).containsExactly(2L);
    assertThat(numbers(own("promo", 5))).containsExactly(2L, 1L);
    assertThat(numbers(own("motion", 5))).isEmpty();
    assertThat(numbers(own("999999999999999999999", 5))).isEmpty();
  }

  @Test
  void countsAllOfThemAndListsAFew() {
    Page<DepositView> page = own("promotion.xml", 1);
    assertThat(numbers(page)).containsExactly(2L);
    assertThat(page.total()).isEqualTo(2);
    assertThat(own("2", 5).total()).isEqualTo(1);
  }

  @Test
  void findsNothingByLessThanThreeLettersOfANameOrByNone() {
    assertThat(own("pr", 5).total()).isZero();
    assertThat(own("  ", 5).total()).isZero();
  }

  @Test
  void findsOnlyOnesOwnAndForTheOperatorAll() {
    assertThat(own("3", 5).total()).isZero();
    assertThat(numbers(search.find(OPERATOR, Optional.empty(), "promotion", 5)))
        .containsExactly(3L, 2L, 1L);
    assertThatThrownBy(() -> search.find(ALICES_KEY, Optional.empty(), "promotion", 5))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> search.find(ALICES_KEY, Optional.of(BOB), "promotion", 5))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> letting().find(ALICES_KEY, Optional.of(ALICE), "promotion", 5))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void tellsWhatWasDecidedOfLateToWhoeverMaySeeIt() {
    deposits.find(id(2)).orElseThrow().start(new UUID(7, 2), 2);
    deposits.find(id(2)).orElseThrow().decide(1, 1, NOON.plusSeconds(9));
    assertThat(search.decidedSince(ALICES_KEY, ALICE, NOON, 5))
        .extracting(DepositView::number)
        .containsExactly(2L);
    assertThatThrownBy(() -> search.decidedSince(ALICES_KEY, BOB, NOON, 5))
        .isInstanceOf(RefusedException.class);
  }

  /** Knows where the passage P-77 stands; the rest isn't asked of it here. */
  private static final class OneKey implements AcceptedKeys {
    @Override
    public List<DepositId> holding(Optional<String> issuer, String idTechnique, int most) {
      return idTechnique.equals("P-77") ? List.of(id(2)) : List.of();
    }

    @Override
    public Set<Integer> refuseDuplicates(UUID attempt, int first, int last, String issuer) {
      throw new UnsupportedOperationException("A search claims and frees no keys");
    }

    @Override
    public void claim(UUID attempt, int first, int last, String issuer) {
      throw new UnsupportedOperationException("A search claims and frees no keys");
    }

    @Override
    public void release(UUID attempt, String issuer) {
      throw new UnsupportedOperationException("A search claims and frees no keys");
    }

    @Override
    public void refuseUnknown(
        UUID attempt, String issuer, OrganisationId certifier, String contract) {
      throw new UnsupportedOperationException("A search claims and frees no keys");
    }

    @Override
    public List<DepositId> takeBack(UUID attempt, String issuer, DepositId by) {
      throw new UnsupportedOperationException("A search claims and frees no keys");
    }

    @Override
    public int standing(DepositId deposit) {
      throw new UnsupportedOperationException("A search claims and frees no keys");
    }
  }
}
