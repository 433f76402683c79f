package org.guichet.flux.analysis;

import java.io.IOException;

/** Is shown one thing after the other. What it throws ends the showing. */
@FunctionalInterface
public interface Visitor<T> {
  void visit(T thing) throws IOException;
}
