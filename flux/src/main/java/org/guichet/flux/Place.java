package org.guichet.flux;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where in the file the reading stands: the elements that are open, outermost first. */
final class Place {
  /** Elements that come several times: their position is always said. */
  private static final Set<String> REPEATED =
      Set.of("certification", Paths.PASSAGE_NAME, "resultat");

  private final List<Level> levels = new ArrayList<>();
  private int depth;

  Place() {
    levels.add(new Level());
    levels.get(0).spot = Spot.DOCUMENT;
  }

  void enter(String namespace, String name) {
    Level parent = levels.get(depth);
    depth++;
    if (levels.size() == depth) {
      levels.add(new Level());
    }
    Level level = levels.get(depth);
    level.name = name;
    level.path = "";
    level.position = parent.childrenByName.merge(name, 1, Integer::sum);
    level.spot = parent.spot.child(namespace, name);
    level.childrenByName.clear();
  }

  /** Whether no element is open. */
  boolean isOutermost() {
    return depth == 0;
  }

  void leave() {
    depth--;
  }

  /** What the innermost open element is. */
  Spot spot() {
    return levels.get(depth).spot;
  }

  /**
   * XPath of the innermost open element by local names; with positions where elements repeat, in
   * the schema or against it.
   */
  String path() {
    return path(depth);
  }

  /** Each level keeps its path, because thousands of elements come under the same parent. */
  private String path(int of) {
    if (of == 0) {
      return "";
    }
    Level level = levels.get(of);
    if (level.path.isEmpty()) {
      String path = path(of - 1) + "/" + level.name;
      boolean numbered = level.position > 1 || REPEATED.contains(level.name);
      level.path = numbered ? path + "[" + level.position + "]" : path;
    }
    return level.path;
  }

  /** One open element; used again for the next one of its depth. */
  private static final class Level {
    private String name = "";
    private String path = ""; // not asked for so far
    private int position;
    private Spot spot = Spot.DOCUMENT;
    private final Map<String, Integer> childrenByName = new HashMap<>();
  }
}
