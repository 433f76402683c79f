package org.guichet.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import java.io.Writer;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Has every page written by a {@link NonceWriter}, so that scripts which components write into it
 * go by our one policy: PrimeFaces names its scripts only by a nonce of a policy of its own.
 */
public class NonceRenderKitFactory extends RenderKitFactory {
  public NonceRenderKitFactory(RenderKitFactory wrapped) {
    super(wrapped);
  }

  @Override
  public void addRenderKit(String id, RenderKit kit) {
    getWrapped().addRenderKit(id, kit);
  }

  @Override
  public @Nullable RenderKit getRenderKit(@Nullable FacesContext context, String id) {
    RenderKit kit = getWrapped().getRenderKit(context, id);
    return kit == null || kit instanceof Naming ? kit : new Naming(kit);
  }

  @Override
  public Iterator<String> getRenderKitIds() {
    return getWrapped().getRenderKitIds();
  }

  private static final class Naming extends RenderKitWrapper {
    Naming(RenderKit wrapped) {
      super(wrapped);
    }

    @Override
    public ResponseWriter createResponseWriter(Writer writer, String types, String encoding) {
      return new NonceWriter(getWrapped().createResponseWriter(writer, types, encoding));
    }
  }
}
