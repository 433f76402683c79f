package org.guichet.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import org.primefaces.csp.CspState;

/**
 * Puts our nonce where PrimeFaces looks for its own. PrimeFaces takes what it finds when it makes
 * its context around ours, so this factory has to be the inner one: {@code
 * META-INF/faces-config.xml} comes before that of PrimeFaces, as {@code WEB-INF/faces-config.xml}
 * never would.
 */
public class OwnNonceFactory extends FacesContextFactory {
  public OwnNonceFactory(FacesContextFactory wrapped) {
    super(wrapped);
  }

  @Override
  public FacesContext getFacesContext(
      Object context, Object request, Object response, Lifecycle lifecycle) {
    FacesContext made = getWrapped().getFacesContext(context, request, response, lifecycle);
    made.getAttributes().put(CspState.class.getName(), new OwnNonce(made));
    return made;
  }
}
