package org.guichet.assistance.entity;

import java.util.Locale;

/**
 * A request for assistance, as somebody typed it. What its kind doesn't ask for is empty.
 *
 * @param message what there is to say besides
 */
public record TicketRequest(
    TicketKind kind, Contact contact, AskedOrganisation organisation, String message) {

  /**
   * Whom to answer.
   *
   * @param name of the person
   * @param language in which to write to them; French or English
   */
  public record Contact(String name, String email, String phone, Locale language) {}

  /**
   * The organisation that it is about.
   *
   * @param name désignation
   * @param legalName raison sociale
   * @param seat siège social: its address
   * @param registration SIRET, or a Swiss IDE
   * @param matricule of one that is known
   * @param wishes what contract a certifier wishes for; who would mandate a depositor
   */
  public record AskedOrganisation(
      String name,
      String legalName,
      String seat,
      String registration,
      String matricule,
      String wishes) {
    public static final AskedOrganisation NONE = new AskedOrganisation("", "", "", "", "", "");
  }
}
