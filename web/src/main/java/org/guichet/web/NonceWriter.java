package org.guichet.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Names each script by the nonce of the policy that this answer was sent with. */
final class NonceWriter extends ResponseWriterWrapper {
  NonceWriter(ResponseWriter wrapped) {
    super(wrapped);
  }

  @Override
  public void startElement(String name, @Nullable UIComponent component) throws IOException {
    getWrapped().startElement(name, component);
    if ("script".equalsIgnoreCase(name)) {
      Object nonce =
          FacesContext.getCurrentInstance()
              .getExternalContext()
              .getRequestMap()
              .get(ResponseHeaders.NONCE);
      if (nonce != null) {
        getWrapped().writeAttribute("nonce", nonce, null);
      }
    }
  }

  @Override
  public ResponseWriter cloneWithWriter(Writer writer) {
    return new NonceWriter(getWrapped().cloneWithWriter(writer));
  }
}
