package org.guichet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Right;

/** What profiles and roles are called, where the desk tells their codes. */
@RequestScoped
public class RightNames {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject CatalogueDesk desk;

  /**
   * Names with codes: {@code Exploite le guichet (EXPLOITANT), Relit le journal (AUDITEUR)}.
   *
   * @param codes separated by a comma and a blank; of what isn't in the catalogue the code remains
   */
  public String of(String codes) {
    List<Right> rights = rights(desk.catalogue(visitor.caller())).toList();
    return Stream.of(codes.split(", ", -1))
        .map(code -> named(code, rights))
        .collect(Collectors.joining(", "));
  }

  private String named(String code, List<Right> rights) {
    return rights.stream()
        .filter(right -> right.code().equals(code))
        .findFirst()
        .map(right -> right.names().in(language.getLocale()) + " (" + code + ")")
        .orElse(code);
  }

  private static Stream<Right> rights(Catalogue catalogue) {
    return Stream.concat(
        catalogue.profiles(),
        catalogue.services().stream().flatMap(service -> service.roles().stream()));
  }
}
