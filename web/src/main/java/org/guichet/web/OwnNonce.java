package org.guichet.web;

import jakarta.faces.context.FacesContext;
import org.primefaces.csp.CspState;

/**
 * The nonce by which components of PrimeFaces name their scripts: the one of the policy that was
 * sent. What a browser sends as one is never looked at.
 */
final class OwnNonce extends CspState {
  private final FacesContext context;

  OwnNonce(FacesContext context) {
    super(context);
    this.context = context;
  }

  @Override
  public String getNonce() {
    Object nonce = context.getExternalContext().getRequestMap().get(ResponseHeaders.NONCE);
    if (nonce == null) {
      throw new IllegalStateException("Nobody made a nonce for this answer");
    }
    return nonce.toString();
  }
}
