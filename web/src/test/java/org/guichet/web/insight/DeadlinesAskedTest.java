package org.guichet.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.insight.boundary.Deadlines;
import org.guichet.insight.entity.DeadlineQuery;
import org.guichet.insight.entity.DeadlineRow;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Requests;
import org.junit.jupiter.api.Test;

class DeadlinesAskedTest {
  private static final long MANY = 7;

  private final Asking deadlines = new Asking();

  private Page<DeadlineRow> list(String sender) {
    DeadlinesAsked asked =
        DeadlinesAsked.asked(new Requests.Asked().parameter("sender", sender).request());
    return asked.list(deadlines, Caller.system("test"), Optional.empty(), asked.part());
  }

  @Test
  void asksForThoseOfOneMatriculeOrOfAll() {
    assertThat(list("77zzz001").total()).isEqualTo(MANY);
    assertThat(list(" ").total()).isEqualTo(MANY);
    assertThat(deadlines.queries)
        .extracting(DeadlineQuery::issuer)
        .containsExactly(Optional.of(new Matricule("77ZZZ001")), Optional.empty());
  }

  @Test
  void findsNothingForAMatriculeThatCannotBeOneAndStillAsksForTheRight() {
    assertThat(list("77ZZZ").total()).isZero();
    assertThat(list("77ZZZ00é").rows()).isEmpty();
    assertThat(deadlines.queries).isEmpty();
    assertThat(deadlines.judged).isEqualTo(2);
  }

  /** Keeps what it is asked. */
  private static final class Asking extends Deadlines {
    private final List<DeadlineQuery> queries = new ArrayList<>();
    private int judged;

    @Override
    public Page<DeadlineRow> list(Caller caller, DeadlineQuery query, PageRequest part) {
      queries.add(query);
      return new Page<>(List.of(), MANY);
    }

    @Override
    public int soon(Caller caller, Optional<OrganisationId> reader) {
      judged++;
      return 1;
    }
  }
}
