package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Sizes;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/failures}: files whose checking broke down, which wait for somebody to
 * decide.
 */
@Named
@RequestScoped
public class FailuresPage {
  private static final int SIZE = 25;

  @Inject CurrentVisitor visitor;
  @Inject HttpServletRequest request;
  @Inject DepositDesk desk;
  @Inject Sizes sizes;

  private @Nullable List<DepositView> found;

  private List<DepositView> found() {
    if (found == null) {
      found =
          desk.list(
              visitor.caller(),
              new DepositQuery(
                  Optional.empty(),
                  Optional.of(DepositStatus.FAILED),
                  (getPage() - 1) * SIZE,
                  SIZE + 1));
    }
    return found;
  }

  public List<Row> getRows() {
    return found().stream().limit(SIZE).map(this::row).toList();
  }

  /** From 1. */
  public int getPage() {
    return new Asked(request).page();
  }

  /** Whether there is a further page. */
  public boolean isMore() {
    return found().size() > SIZE;
  }

  private Row row(DepositView deposit) {
    return new Row(
        deposit.number(),
        deposit.fileName(),
        deposit.sender().value(),
        sizes.text(deposit.size()),
        deposit.receivedAt(),
        deposit.decidedAt().orElse(deposit.receivedAt()));
  }

  /**
   * A file in the table.
   *
   * @param sender matricule
   * @param failedAt when the last try broke down
   */
  public record Row(
      long number,
      String fileName,
      String sender,
      String size,
      Instant receivedAt,
      Instant failedAt) {}
}
