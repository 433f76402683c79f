package org.guichet.flux.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guichet.flux.ElementRule;
import org.guichet.flux.SchemaTables;
import org.jspecify.annotations.Nullable;

/**
 * The XML of one passage and what stands in its fields. A change leaves every character outside of
 * the changed fields as it is.
 *
 * <pre>{@code
 * PassageText mended = PassageText.of(xml).with(Map.of("/…/titulaire/sexe", "F"));
 * }</pre>
 */
public final class PassageText {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String NO_PLACE =
      "/identificationTitulaire/titulaire/codeCommuneNaissance/codePostalNaissance/codePostal";
  private static final String PLACE = "/identificationTitulaire/titulaire/codeCommuneNaissance";

  private final String xml;
  private final Markup root;

  private PassageText(String xml) {
    this.xml = xml;
    this.root = Markup.of(xml);
  }

  /**
   * A passage as it stands in its file.
   *
   * @throws IllegalArgumentException when it isn't one well-formed element
   */
  public static PassageText of(String xml) {
    return new PassageText(xml);
  }

  /** A passage without any field, in no prefix. */
  public static PassageText empty() {
    String name = PassageFields.passage().name();
    return new PassageText("<" + name + ">\n</" + name + ">");
  }

  public String xml() {
    return xml;
  }

  /**
   * What stands in its fields, in their order; an empty text for those that are nil. Also of
   * elements that the schema hasn't.
   */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    root.children().forEach(child -> values(child, values));
    return values;
  }

  private void values(Markup element, Map<String, String> into) {
    ElementRule rule = PassageFields.rule(element.path());
    if (rule == null) {
      into.put(element.path(), element.text(xml).strip());
    } else if (rule.value() != null) {
      into.put(element.path(), element.text(xml));
    } else {
      element.children().forEach(child -> values(child, into));
    }
  }

  /**
   * Which of the values in a form are changes of this passage. A form shows texts on one line, and
   * nothing for a field that isn't there, is nil or is empty; only where something is wrong with
   * such a field does leaving it empty mean that it has no value.
   *
   * @param typed by field
   * @param faulty fields with which something is wrong
   */
  public Map<String, String> changes(Map<String, String> typed, Set<String> faulty) {
    Map<String, String> changes = new LinkedHashMap<>();
    typed.forEach(
        (path, value) -> {
          Markup element = root.find(path);
          String text = element == null || element.nil() ? "" : element.text(xml);
          boolean other = !oneLine(value).equals(oneLine(text));
          boolean voided =
              value.isEmpty() && faulty.contains(path) && (element == null || !element.nil());
          if (other || voided) {
            changes.put(path, value);
          }
        });
    return changes;
  }

  /** As a field of a form holds it. */
  public static String oneLine(String text) {
    return text.replace("\r", "").replace("\n", "");
  }

  /** The value of a field; null when it isn't there or is nil. */
  public @Nullable String value(String path) {
    Markup element = root.find(path);
    return element == null || element.nil() ? null : element.text(xml);
  }

  /** Fields without an element that the schema wants below a path, in its order. */
  List<String> missing(String path) {
    List<String> missing = new ArrayList<>();
    missing(PassageFields.rule(path), path, missing);
    return missing;
  }

  private void missing(@Nullable ElementRule rule, String path, List<String> into) {
    if (rule == null) {
      return;
    }
    Markup element = root.find(path);
    boolean choice = rule.kind() == ElementRule.Kind.ONE_OF;
    boolean chosen = choice && element != null && !element.children().isEmpty();
    for (ElementRule child : rule.children()) {
      String below = path + "/" + PassageFields.step(child.name(), 1);
      boolean there = root.find(below) != null;
      boolean wanted = choice ? !chosen || there : child.required() && !child.repeats();
      if (wanted && child.value() != null && !there) {
        into.add(below);
      } else if (wanted && child.value() == null && !there) {
        missing(child, below, into);
      }
    }
  }

  /**
   * The same with other values. An empty one takes the field out; where the schema wants it but
   * lets it be without a value, it becomes nil.
   */
  public PassageText with(Map<String, String> changes) {
    // Emptied ones first, so that a branch of a choice makes room; and last, for those that stand
    // beside others that come only now.
    PassageText changed = withoutEmptied(changes);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      if (!change.getValue().isEmpty()) {
        changed = changed.with(change.getKey(), XmlValues.written(change.getValue()));
      }
    }
    changed = changed.withoutEmptied(changes);
    boolean placed = changes.keySet().stream().anyMatch(path -> path.startsWith(PLACE));
    boolean civil = changed.root.find(parent(PLACE)) != null;
    return placed && civil && changed.root.find(PLACE) == null
        ? changed.insert(NO_PLACE, "")
        : changed;
  }

  private PassageText withoutEmptied(Map<String, String> changes) {
    PassageText changed = this;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      if (change.getValue().isEmpty()) {
        changed = changed.without(change.getKey());
      }
    }
    return changed;
  }

  private PassageText with(String path, String written) {
    Markup element = root.find(path);
    if (element == null) {
      return PassageFields.rule(path) == null ? this : insert(path, written);
    }
    if (element.selfClosing() || element.nil()) {
      String name = element.name();
      return replaced(
          element.start(), element.end(), "<" + name + ">" + written + "</" + name + ">");
    }
    return replaced(element.contentStart(), element.contentEnd(), written);
  }

  private PassageText without(String path) {
    Markup element = root.find(path);
    ElementRule rule = PassageFields.rule(path);
    boolean second = path.endsWith("]");
    boolean nil = rule != null && !second && rule.required() && rule.nillable() && !oneOfOne(rule);
    if (nil) {
      return element == null
          ? root.find(parent(path)) == null ? this : insert(path, "")
          : replaced(element.start(), element.end(), nil(element.name()));
    }
    return element == null ? this : cut(element);
  }

  /** Whether it is all that a branch of a choice holds: then the branch goes with it. */
  private static boolean oneOfOne(ElementRule rule) {
    String below = rule.path().substring(SchemaTables.PASSAGE.length());
    ElementRule branch = PassageFields.rule(parent(below));
    ElementRule choice = PassageFields.rule(parent(parent(below)));
    return branch != null
        && choice != null
        && choice.kind() == ElementRule.Kind.ONE_OF
        && branch.children().size() == 1;
  }

  /** With the elements around it that hold nothing else, and the blanks before it. */
  private PassageText cut(Markup element) {
    Markup gone = element;
    Markup around = gone.parent();
    while (around != null && around != root && around.children().size() == 1) {
      gone = around;
      around = gone.parent();
    }
    int from = gone.start();
    while (from > 0 && Character.isWhitespace(xml.charAt(from - 1))) {
      from--;
    }
    return replaced(from, gone.end(), "");
  }

  /** Before the end of the innermost element around it that is there, with those that aren't. */
  private PassageText insert(String path, String written) {
    List<String> steps = new ArrayList<>();
    String around = path;
    Markup parent = root.find(around);
    while (parent == null) {
      steps.add(0, around.substring(around.lastIndexOf('/') + 1));
      around = parent(around);
      parent = root.find(around);
    }
    String name = root.prefix() + local(steps.get(steps.size() - 1));
    StringBuilder element =
        new StringBuilder(
            written.isEmpty() ? nil(name) : "<" + name + ">" + written + "</" + name + ">");
    for (int i = steps.size() - 2; i >= 0; i--) {
      String tag = root.prefix() + local(steps.get(i));
      element.insert(0, "<" + tag + ">").append("</").append(tag).append(">");
    }
    if (parent.selfClosing()) {
      String open = xml.substring(parent.start(), parent.contentStart() - 2).stripTrailing();
      return replaced(
          parent.start(), parent.end(), open + ">" + element + "</" + parent.name() + ">");
    }
    int at = parent.contentEnd();
    while (at > parent.contentStart() && Character.isWhitespace(xml.charAt(at - 1))) {
      at--;
    }
    return replaced(at, at, "\n" + "  ".repeat(depth(parent) + 1) + element);
  }

  private static int depth(Markup element) {
    int depth = 0;
    for (Markup around = element.parent(); around != null; around = around.parent()) {
      depth++;
    }
    return depth;
  }

  private PassageText replaced(int from, int to, String by) {
    return new PassageText(xml.substring(0, from) + by + xml.substring(to));
  }

  /** The prefix is declared here: nobody knows what the file calls it. */
  private static String nil(String name) {
    return "<" + name + " xmlns:xsi=\"" + XSI + "\" xsi:nil=\"true\"/>";
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String local(String step) {
    int bracket = step.indexOf('[');
    return bracket < 0 ? step : step.substring(0, bracket);
  }

  /**
   * Declarations that a document needs so that this passage can stand in it: its own prefix's, and
   * those of prefixes on attributes.
   */
  String declarations() {
    Set<String> all = new LinkedHashSet<>();
    all.add(
        root.prefix().isEmpty()
            ? " xmlns=\"" + SchemaTables.NAMESPACE + "\""
            : " xmlns:" + bare(root.prefix()) + "=\"" + SchemaTables.NAMESPACE + "\"");
    Set<String> foreign = new LinkedHashSet<>();
    for (Markup element : root.all()) {
      foreign.add(bare(element.prefix()));
      int nameEnd = element.start() + 1 + element.name().length();
      int tagEnd = element.contentStart() - (element.selfClosing() ? 2 : 1);
      Attributes.of(xml.substring(nameEnd, tagEnd))
          .keySet()
          .forEach(
              attribute -> {
                if (attribute.endsWith(":nil")) {
                  all.add(
                      " xmlns:"
                          + attribute.substring(0, attribute.indexOf(':'))
                          + "=\""
                          + XSI
                          + "\"");
                } else if (attribute.contains(":") && !attribute.startsWith("xmlns")) {
                  foreign.add(attribute.substring(0, attribute.indexOf(':')));
                }
              });
    }
    foreign.remove("");
    foreign.remove("xml");
    for (String prefix : foreign) {
      if (all.stream().noneMatch(one -> one.startsWith(" xmlns:" + prefix + "="))) {
        all.add(" xmlns:" + prefix + "=\"urn:unknown:" + prefix + "\"");
      }
    }
    return String.join("", all);
  }

  private static String bare(String prefix) {
    return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
  }
}
