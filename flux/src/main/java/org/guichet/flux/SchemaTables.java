package org.guichet.flux;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schema as tables: what it says of each element, by its path. They are made of the schema
 * file, so that it stays the only place where the rules stand.
 *
 * <pre>{@code
 * ElementRule sex = SchemaTables.flux().element("/flux/emetteur/…/titulaire/sexe");
 * sex.value().allowed(); // M, F
 * }</pre>
 */
public final class SchemaTables {
  /** In which all elements of a flux are. */
  public static final String NAMESPACE = Paths.NAMESPACE;

  /** Path of a passage, from which the paths of its fields go on. */
  public static final String PASSAGE = Paths.PASSAGE;

  private static final Pattern POSITIONS = Pattern.compile("\\[[0-9]+]");

  private final Map<String, ElementRule> rules = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private SchemaTables(ElementRule root) {
    add(root);
  }

  private void add(ElementRule rule) {
    rules.put(rule.path(), rule);
    names.add(rule.name());
    rule.children().forEach(this::add);
  }

  /**
   * Of the schema of a flux.
   *
   * @throws IllegalStateException when the schema says something in a way that isn't known here
   */
  public static SchemaTables flux() {
    return Loaded.FLUX;
  }

  /**
   * What the schema says of an element.
   *
   * @param path local names from the root on; positions in brackets are ignored
   * @return null when the schema has no such element
   */
  public @Nullable ElementRule element(String path) {
    return rules.get(POSITIONS.matcher(path).replaceAll(""));
  }

  /** The local names of all elements. */
  Set<String> names() {
    return names;
  }

  private static final class Loaded {
    private static final SchemaTables FLUX =
        new SchemaTables(new SchemaCompiler(Parsers.schemaDocument()).root("flux"));
  }
}
