package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.boundary.OperatorRoles;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.OperatorView;
import org.guichet.account.entity.OperatorView.HeldRole;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/operators}: who runs the portal, with which roles. */
@Named
@RequestScoped
public class OperatorsPage {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject OperatorRoles operators;
  @Inject CatalogueDesk desk;

  private @Nullable List<Row> rows;

  public List<Row> getRows() {
    if (rows == null) {
      Catalogue catalogue = desk.catalogue(visitor.caller());
      rows =
          operators.list(visitor.caller()).stream()
              .map(operator -> row(operator, catalogue))
              .toList();
    }
    return rows;
  }

  private Row row(OperatorView operator, Catalogue catalogue) {
    return new Row(
        operator.account().id().toString(),
        CurrentVisitor.full(operator.account().name()),
        operator.account().login(),
        operator.account().email(),
        operator.roles().stream().map(held -> name(catalogue, held)).sorted().toList(),
        operator.secondFactor(),
        operator.account().lastSignInAt().orElse(null));
  }

  private String name(Catalogue catalogue, HeldRole held) {
    return catalogue
        .role(held.group(), held.role())
        .map(role -> role.names().in(language.getLocale()) + " (" + held.role() + ")")
        .orElse(held.role());
  }

  /** Somebody in the table. */
  public record Row(
      String id,
      String name,
      String login,
      String email,
      List<String> roles,
      boolean factor,
      @Nullable Instant lastSignInAt) {
    public Row {
      roles = List.copyOf(roles);
    }
  }
}
