package org.guichet.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspResponseWriter;
import org.primefaces.csp.CspState;

/**
 * Around the context of PrimeFaces, which puts a writer with a nonce of its own around each that it
 * is given, unless there is one already: so it is given ours.
 */
final class OwnNonceContext extends FacesContextWrapper {
  private final CspState nonce;

  OwnNonceContext(FacesContext wrapped) {
    super(wrapped);
    nonce = new OwnNonce(wrapped);
    wrapped.getAttributes().put(CspState.class.getName(), nonce);
    setCurrentInstance(this);
  }

  @Override
  public void setResponseWriter(@Nullable ResponseWriter writer) {
    super.setResponseWriter(
        writer == null || named(writer) ? writer : new CspResponseWriter(writer, nonce));
  }

  private static boolean named(ResponseWriter writer) {
    for (ResponseWriter one = writer; one instanceof ResponseWriterWrapper wrapper; ) {
      if (one instanceof CspResponseWriter) {
        return true;
      }
      one = wrapper.getWrapped();
    }
    return false;
  }
}
