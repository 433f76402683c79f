package org.guichet.web.administration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.web.administration.Answers.outcome;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.guichet.deposit.boundary.Reconciliation;
import org.guichet.deposit.entity.Difference;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.deposit.entity.Reconciled;
import org.guichet.deposit.entity.ReconciliationScope;
import org.guichet.platform.entity.Caller;
import org.guichet.web.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcileResourceTest {
  private static final Difference MENDED = new Difference(DifferenceKind.DEAD_ATTEMPT, "12", true);
  private static final Difference LEFT = new Difference(DifferenceKind.FILE_MISSING, "13", false);

  private final Desk desk = new Desk();
  private final ReconcileResource resource = new ReconcileResource();

  @BeforeEach
  void wire() {
    resource.reconciliation = desk;
    resource.request = new Requests.Asked().header("Accept-Language", "en").request();
  }

  private Answer ask(String body) throws IOException {
    return resource.reconcile(new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  @Test
  void saysThatAllAgrees() throws IOException {
    Answer answer = ask("{}");

    assertThat(desk.asked).containsExactly(ReconciliationScope.EVERYTHING);
    assertThat(outcome(answer)).isEqualTo("done");
    assertThat(answer.code()).isEqualTo("NO_DIFFERENCE");
    assertThat(answer.messages())
        .containsExactly(
            "Compared: 1,200 deposits and 3,400 files; 0 bytes read through.", "No difference.");
    assertThat(answer.rows()).isEmpty();
  }

  @Test
  void isContentWhenEverythingWasMended() throws IOException {
    desk.found = List.of(MENDED);
    Answer answer = ask("{\"bytes\":\"all\"}");

    assertThat(desk.asked).containsExactly(ReconciliationScope.DEEP);
    assertThat(outcome(answer)).isEqualTo("done");
    assertThat(answer.code()).isEqualTo("MENDED");
    assertThat(answer.rows().get(0))
        .hasToString(
            "{\"code\":\"DEP-434\",\"kind\":\"dead-attempt\",\"about\":\"12\","
                + "\"outcome\":\"mended\",\"what\":\"An abandoned attempt left rows on deposit"
                + " 12.\",\"mend\":\"Erased: they didn’t count.\"}");
  }

  @Test
  void refusesWhenSomebodyHasToLook() throws IOException {
    desk.found = List.of(MENDED, LEFT);
    Answer answer = ask("{}");

    assertThat(outcome(answer)).isEqualTo("refused");
    assertThat(answer.code()).isEqualTo("DIFFERENCES_LEFT");
    assertThat(answer.messages().get(1)).startsWith("Differences to look at: 1; mended: 1.");
    assertThat(answer.rows()).hasSize(2);
  }

  @Test
  void saysWhenItTellsOnlySome() throws IOException {
    desk.found = List.of(LEFT);
    desk.more = 7;

    assertThat(ask("{}").messages().get(2)).startsWith("7 more");
  }

  private static final class Desk extends Reconciliation {
    private final List<ReconciliationScope> asked = new ArrayList<>();
    private List<Difference> found = List.of();
    private int more;

    @Override
    public Reconciled reconcile(Caller caller, ReconciliationScope scope) {
      asked.add(scope);
      long mended = found.stream().filter(Difference::mended).count();
      return new Reconciled(1200, 3400, 0, mended, found.size() - mended + more, found);
    }
  }
}
