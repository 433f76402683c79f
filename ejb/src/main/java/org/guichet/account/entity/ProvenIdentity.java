package org.guichet.account.entity;

/**
 * Who somebody is, as far as the provider has proven it.
 *
 * @param issuer who says so
 * @param subject the provider's own name for the person, never given to another
 * @param label what the person is called there: an address, or a name; else the subject
 * @param secondFactor whether it was proven so well that no code need be asked for
 * @param idToken what the provider signed
 */
public record ProvenIdentity(
    String issuer, String subject, String label, boolean secondFactor, String idToken) {
  private static final int LABEL_AT_MOST = 254;

  public ProvenIdentity {
    label = label.length() > LABEL_AT_MOST ? label.substring(0, LABEL_AT_MOST) : label;
  }
}
