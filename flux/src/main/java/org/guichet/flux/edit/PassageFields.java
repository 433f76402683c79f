package org.guichet.flux.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guichet.flux.ElementRule;
import org.guichet.flux.Finding;
import org.guichet.flux.SchemaTables;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a passage as the schema has them. Each is known by its path below the passage:
 * {@code /identificationTitulaire/titulaire/sexe}, {@code
 * /niveauNumeriqueEuropeen/resultats/resultat[2]/niveau}.
 */
public final class PassageFields {
  /** The field by which its issuer names a passage. */
  public static final String ID = "/idTechnique";

  private static final String REPEATED = "resultat";

  private PassageFields() {}

  /** All fields in the order of the schema; of what repeats, the first one. */
  public static List<String> paths() {
    List<String> paths = new ArrayList<>();
    leaves(passage(), "", paths);
    return paths;
  }

  private static void leaves(ElementRule rule, String path, List<String> into) {
    for (ElementRule child : rule.children()) {
      String below = path + "/" + step(child.name(), 1);
      if (child.value() == null) {
        leaves(child, below, into);
      } else {
        into.add(below);
      }
    }
  }

  /** What the schema says of the element at a path below the passage; null for nothing. */
  public static @Nullable ElementRule rule(String path) {
    return SchemaTables.flux().element(SchemaTables.PASSAGE + path);
  }

  static ElementRule passage() {
    return Objects.requireNonNull(rule(""));
  }

  /** A step of a path: with its position where elements repeat, in the schema or against it. */
  static String step(String local, int position) {
    return position > 1 || local.equals(REPEATED) ? local + "[" + position + "]" : local;
  }

  /**
   * What a path of the whole file is below its passage; empty for the passage itself, null for what
   * isn't in a passage.
   */
  public static @Nullable String below(String path) {
    String name = SchemaTables.PASSAGE.substring(SchemaTables.PASSAGE.lastIndexOf('/'));
    int at = path.indexOf(name + "[");
    if (at < 0) {
      return null;
    }
    int slash = path.indexOf('/', at + 1);
    return slash < 0 ? "" : path.substring(slash);
  }

  /**
   * The fields that a finding is about: the one where it was found, or those that are missing where
   * it was found; none when it is about the passage as a whole.
   */
  public static List<String> of(Finding finding, PassageText passage) {
    String path = below(finding.path());
    if (path == null) {
      return List.of();
    }
    ElementRule rule = rule(path);
    if (rule == null || rule.value() != null) {
      return List.of(path);
    }
    return passage.missing(path);
  }
}
