package org.guichet.flux.check;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An index that is made when it is first wanted. */
final class LazyIndex {
  private final Consumer<LineIndex.Builder> lines;
  private volatile @Nullable LineIndex index;

  /**
   * @param lines adds all that is to be found; another thread may do the same meanwhile
   */
  LazyIndex(Consumer<LineIndex.Builder> lines) {
    this.lines = lines;
  }

  LineIndex get() {
    LineIndex made = index;
    if (made == null) {
      LineIndex.Builder builder = new LineIndex.Builder();
      lines.accept(builder);
      made = builder.index();
      index = made;
    }
    return made;
  }
}
