package org.guichet.roster.control.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guichet.flux.register.NameFolding;
import org.guichet.roster.entity.ClassMatch;
import org.guichet.roster.entity.ClassMatch.Kind;
import org.guichet.roster.entity.ClassUse;

/** What classes of the files are called in the import, in every file and column alike. */
public final class ClassMapping {
  /** As they are written. */
  public static final ClassMapping AS_WRITTEN = new ClassMapping(List.of());

  private final List<ClassMatch> matches;
  private final Map<String, String> targets = new HashMap<>();

  private ClassMapping(List<ClassMatch> matches) {
    this.matches = List.copyOf(matches);
    matches.forEach(match -> targets.put(match.label(), match.target()));
  }

  /**
   * Proposes a class for each label: the one of that name, one of nearly that name, or a new one.
   *
   * @param used how often files name each label
   * @param known the labels of the classes that there are
   * @param chosen by label, what somebody said instead; empty to ignore the class
   */
  public static ClassMapping of(
      Map<String, ClassUse> used, Collection<String> known, Map<String, String> chosen) {
    Map<String, String> byKey = new HashMap<>();
    known.forEach(label -> byKey.putIfAbsent(NameFolding.key(label), label));
    Map<String, String> made = new LinkedHashMap<>();
    List<String> labels = new ArrayList<>(used.keySet());
    // Pupils' own spelling goes before that of their parents' rows.
    labels.sort(
        (one, other) -> {
          int pupils = Integer.compare(pupils(used, other), pupils(used, one));
          return pupils != 0 ? pupils : one.compareTo(other);
        });
    List<ClassMatch> matches = new ArrayList<>();
    for (String label : labels) {
      ClassUse use = used.getOrDefault(label, ClassUse.NONE);
      String key = NameFolding.key(label);
      String choice = chosen.get(label);
      if (choice != null) {
        matches.add(new ClassMatch(label, choice.strip(), Kind.CHOSEN, use));
      } else if (known.contains(label)) {
        matches.add(new ClassMatch(label, label, Kind.KNOWN, use));
      } else if (byKey.containsKey(key)) {
        matches.add(new ClassMatch(label, byKey.getOrDefault(key, label), Kind.NEAR_KNOWN, use));
      } else {
        String target = made.computeIfAbsent(key, nothing -> label);
        Kind kind = target.equals(label) ? Kind.NEW : Kind.NEAR_NEW;
        matches.add(new ClassMatch(label, target, kind, use));
      }
    }
    return new ClassMapping(matches);
  }

  private static int pupils(Map<String, ClassUse> used, String label) {
    return used.getOrDefault(label, ClassUse.NONE).pupils();
  }

  /** All labels, those with most pupils first. */
  public List<ClassMatch> matches() {
    return matches;
  }

  /** What the import calls it; empty when it is ignored. */
  String target(String label) {
    return targets.getOrDefault(label, label);
  }
}
