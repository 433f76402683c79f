package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.BOB;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.entity.DepositMoved;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.testing.GrantedPermissions;
import org.junit.jupiter.api.Test;

class DepositNewsTest {
  private static final Caller OPERATOR = Caller.commandLine();
  private static final Optional<OrganisationId> NOBODY_YET = Optional.empty();

  private final List<String> heard = new ArrayList<>();
  private final DepositNews news = letting(Permission.DEPOSIT_VIEW);

  private static DepositNews letting(Permission permission) {
    DepositNews news = new DepositNews();
    news.permissions = GrantedPermissions.of(permission);
    return news;
  }

  private Optional<DepositNews.Watch> watch(String who, Optional<OrganisationId> organisation) {
    return news.watch(
        organisation.map(DepositNewsTest::keyOf).orElse(OPERATOR),
        organisation,
        () -> heard.add(who));
  }

  private static Caller keyOf(OrganisationId organisation) {
    return Caller.key(new KeyId(new UUID(4, 1)), organisation, Channel.API, "192.0.2.7");
  }

  @Test
  void tellsThoseInWhoseListSomethingHasChanged() {
    watch("alice", Optional.of(ALICE));
    watch("bob", Optional.of(BOB));
    watch("operator", Optional.empty());

    news.tell(new DepositMoved(BOB, NOBODY_YET));
    assertThat(heard).containsExactlyInAnyOrder("bob", "operator");

    heard.clear();
    news.tell(new DepositMoved(BOB, Optional.of(ALICE)));
    assertThat(heard).containsExactlyInAnyOrder("alice", "bob", "operator");
  }

  @Test
  void tellsNobodyWhoHasLeft() {
    watch("alice", Optional.of(ALICE)).orElseThrow().close();

    news.tell(new DepositMoved(ALICE, NOBODY_YET));

    assertThat(heard).isEmpty();
    assertThat(news.watching()).isZero();
  }

  @Test
  void tellsNobodyWhoMayNotSeeTheList() {
    DepositNews closed = letting(Permission.DEPOSIT_DROP);

    Caller alice = keyOf(ALICE);
    assertThat(closed.watch(alice, Optional.of(ALICE), () -> heard.add("alice"))).isEmpty();
    assertThat(news.watch(alice, Optional.of(BOB), () -> heard.add("bob"))).isEmpty();
    assertThat(news.watch(alice, Optional.empty(), () -> heard.add("all"))).isEmpty();
    assertThat(closed.watching() + news.watching()).isZero();
  }

  @Test
  void knowsWhenSomebodyMayNotSeeItAnyMore() {
    DepositNews.Watch watch = watch("alice", Optional.of(ALICE)).orElseThrow();
    assertThat(watch.allowed()).isTrue();

    news.permissions = GrantedPermissions.of();

    assertThat(watch.allowed()).isFalse();
  }
}
