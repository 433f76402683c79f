package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.guichet.roster.entity.ReadingWishes;
import org.guichet.roster.entity.TableShape;
import org.jspecify.annotations.Nullable;

/** How files of imports are read, remembered: finding out goes through the whole of a file. */
@ApplicationScoped
public class Shapes {
  private static final int MOST = 100;

  private final Map<Key, TableShape> known =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @java.io.Serial private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TableShape> eldest) {
          return size() > MOST;
        }
      };

  private record Key(UUID file, ReadingWishes wishes) {}

  /** Finds it out. */
  @FunctionalInterface
  public interface Looking {
    TableShape look() throws IOException;
  }

  /** A file never changes: what was found out once stays so. */
  public TableShape of(UUID file, ReadingWishes wishes, Looking looking) throws IOException {
    Key key = new Key(file, wishes);
    TableShape shape = remembered(key);
    if (shape == null) {
      shape = looking.look(); // twice at the same moment does no harm
      synchronized (known) {
        known.put(key, shape);
      }
    }
    return shape;
  }

  private @Nullable TableShape remembered(Key key) {
    synchronized (known) {
      return known.get(key);
    }
  }
}
