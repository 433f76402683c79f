package org.guichet.assistance.entity;

import java.util.List;
import org.guichet.organisation.entity.CheckingMode;

/**
 * What is given to whoever asked, as an operator typed it.
 *
 * @param matricule of the organisation; empty: one is made up that is free
 * @param contract number of a certifier's contract; empty: one is made up
 * @param certifiers matricules of those that mandate the depositor from today on
 * @param mode how files are checked that name it as certifier
 */
public record Acceptance(
    String matricule, String contract, List<String> certifiers, CheckingMode mode) {
  public Acceptance {
    certifiers = List.copyOf(certifiers);
  }
}
