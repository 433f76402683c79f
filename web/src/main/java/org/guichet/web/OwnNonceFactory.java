package org.guichet.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;

/** Has components of PrimeFaces name their scripts by the nonce of our policy. */
public class OwnNonceFactory extends FacesContextFactory {
  public OwnNonceFactory(FacesContextFactory wrapped) {
    super(wrapped);
  }

  @Override
  public FacesContext getFacesContext(
      Object context, Object request, Object response, Lifecycle lifecycle) {
    return new OwnNonceContext(getWrapped().getFacesContext(context, request, response, lifecycle));
  }
}
