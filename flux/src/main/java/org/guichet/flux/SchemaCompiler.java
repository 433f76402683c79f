package org.guichet.flux;

import static javax.xml.XMLConstants.W3C_XML_SCHEMA_NS_URI;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes rules of a schema file. It knows the few constructs that ours has and refuses all others,
 * so that no rule is ever weaker than what the schema says.
 */
final class SchemaCompiler {
  /** Deeper, and types hold themselves. */
  static final int MAX_DEPTH = 32;

  private static final String PREFIX = "xs:";
  private static final Set<String> FACETS_OF_TEXT =
      Set.of("enumeration", "length", "minLength", "maxLength", "pattern");

  /** Regular expressions that mean the same to Java and to XML Schema. */
  private static final Pattern COMMON_PATTERN =
      Pattern.compile("(?:[A-Za-z0-9:|()]|-|\\{[0-9]+}|\\[(?:[A-Z0-9+]|[0-9]-[0-9]|\\\\-)+])+");

  private final Map<String, Element> types = new HashMap<>();
  private final Map<String, Element> elements = new HashMap<>();

  SchemaCompiler(Document schema) {
    Element root = schema.getDocumentElement();
    known(root, "schema", Set.of("targetNamespace", "elementFormDefault", "version"));
    if (!root.getAttribute("elementFormDefault").equals("qualified")
        || !W3C_XML_SCHEMA_NS_URI.equals(root.lookupNamespaceURI("xs"))
        || !root.getAttribute("targetNamespace").equals(root.lookupNamespaceURI(null))) {
      throw unknown(root);
    }
    for (Element child : children(root)) {
      switch (child.getLocalName()) {
        case "element" -> elements.put(child.getAttribute("name"), child);
        case "complexType", "simpleType" -> types.put(child.getAttribute("name"), child);
        default -> throw unknown(child);
      }
    }
  }

  /** The rule of a document's outermost element, with all rules below it. */
  ElementRule root(String name) {
    Element element = elements.get(name);
    if (element == null) {
      throw new IllegalStateException("The schema has no element " + name);
    }
    return element(element, "", 0);
  }

  private ElementRule element(Element element, String parent, int depth) {
    known(element, "element", Set.of("name", "type", "minOccurs", "maxOccurs", "nillable"));
    if (depth > MAX_DEPTH) {
      throw unknown(element);
    }
    String path = parent + "/" + element.getAttribute("name");
    boolean required = oneOf(element, "minOccurs", "1", "0");
    boolean repeats = !oneOf(element, "maxOccurs", "1", "unbounded");
    boolean nillable = !oneOf(element, "nillable", "false", "true");
    Element type = type(element);
    if (type == null || type.getLocalName().equals("simpleType")) {
      ValueRule value = type == null ? builtIn(element) : value(type);
      return new ElementRule(
          path, ElementRule.Kind.SIMPLE, required, repeats, nillable, List.of(), value);
    }
    known(type, "complexType", Set.of("name"));
    Element group = only(type);
    List<Element> members = children(group);
    known(group, group.getLocalName(), Set.of());
    List<ElementRule> children = new ArrayList<>();
    members.forEach(member -> children.add(element(member, path, depth + 1)));
    return new ElementRule(
        path, kind(group, children), required, repeats, nillable, children, null);
  }

  private static ElementRule.Kind kind(Element group, List<ElementRule> children) {
    boolean once = children.stream().noneMatch(ElementRule::repeats);
    boolean always = children.stream().allMatch(ElementRule::required);
    String name = group.getLocalName();
    if (name.equals("all") && once && children.size() < Integer.SIZE) {
      return ElementRule.Kind.ALL;
    } else if (name.equals("choice") && once && always) {
      return ElementRule.Kind.ONE_OF;
    } else if (name.equals("sequence") && children.size() == 1) {
      return ElementRule.Kind.LIST;
    }
    throw unknown(group);
  }

  /** The element's type, named or its own; null when XML Schema brings it along. */
  private @Nullable Element type(Element element) {
    String name = element.getAttribute("type");
    if (name.isEmpty()) {
      return only(element);
    }
    Element type = types.get(name);
    if (!children(element).isEmpty() || (type == null && !name.startsWith(PREFIX))) {
      throw unknown(element);
    }
    return type;
  }

  private static ValueRule builtIn(Element element) {
    return new Facets().rule(type(element, element.getAttribute("type")));
  }

  private static ValueRule value(Element simpleType) {
    known(simpleType, "simpleType", Set.of("name"));
    Element restriction = only(simpleType);
    known(restriction, "restriction", Set.of("base"));
    ValueRule.Type type = type(restriction, restriction.getAttribute("base"));
    Facets facets = new Facets();
    for (Element facet : children(restriction)) {
      known(facet, facet.getLocalName(), Set.of("value"));
      if (!mayHave(type, facet.getLocalName())) {
        throw unknown(facet);
      }
      facets.add(facet);
    }
    return facets.rule(type);
  }

  private static boolean mayHave(ValueRule.Type type, String facet) {
    return switch (type) {
      case TEXT -> FACETS_OF_TEXT.contains(facet);
      case INTEGER -> facet.equals("minInclusive") || facet.equals("maxInclusive");
      case DATE, DATE_TIME -> facet.equals("pattern");
      case BOOLEAN -> false;
    };
  }

  private static ValueRule.Type type(Element where, String name) {
    return switch (name) {
      case "xs:string" -> ValueRule.Type.TEXT;
      case "xs:int" -> ValueRule.Type.INTEGER;
      case "xs:boolean" -> ValueRule.Type.BOOLEAN;
      case "xs:date" -> ValueRule.Type.DATE;
      case "xs:dateTime" -> ValueRule.Type.DATE_TIME;
      default -> throw unknown(where);
    };
  }

  /** Whether an attribute has its usual value rather than the other one. */
  private static boolean oneOf(Element element, String attribute, String usual, String other) {
    String value = element.getAttribute(attribute);
    if (value.isEmpty() || value.equals(usual)) {
      return true;
    }
    if (value.equals(other)) {
      return false;
    }
    throw unknown(element);
  }

  private static void known(Element element, String name, Set<String> attributes) {
    boolean known =
        W3C_XML_SCHEMA_NS_URI.equals(element.getNamespaceURI())
            && name.equals(element.getLocalName());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      String attribute = element.getAttributes().item(i).getNodeName();
      known &= attributes.contains(attribute) || attribute.startsWith("xmlns");
    }
    if (!known) {
      throw unknown(element);
    }
  }

  private static Element only(Element parent) {
    List<Element> children = children(parent);
    if (children.size() != 1) {
      throw unknown(parent);
    }
    return children.get(0);
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && !"annotation".equals(child.getLocalName())) {
        children.add(child);
      }
    }
    return children;
  }

  private static IllegalStateException unknown(Element element) {
    return new IllegalStateException(
        "The schema has something that its tables don't know: <"
            + element.getNodeName()
            + " name='"
            + element.getAttribute("name")
            + "'> below <"
            + element.getParentNode().getNodeName()
            + ">");
  }

  /** The facets of one type, gathered. */
  private static final class Facets {
    private final List<String> allowed = new ArrayList<>();
    private int minLength;
    private int maxLength = Integer.MAX_VALUE;
    private int minimum = Integer.MIN_VALUE;
    private int maximum = Integer.MAX_VALUE;
    private @Nullable String pattern;

    void add(Element facet) {
      String value = facet.getAttribute("value");
      switch (facet.getLocalName()) {
        case "enumeration" -> allowed.add(value);
        case "minLength" -> minLength = Integer.parseInt(value);
        case "maxLength" -> maxLength = Integer.parseInt(value);
        case "minInclusive" -> minimum = Integer.parseInt(value);
        case "maxInclusive" -> maximum = Integer.parseInt(value);
        case "length" -> {
          minLength = Integer.parseInt(value);
          maxLength = minLength;
        }
        case "pattern" -> {
          if (pattern != null || !COMMON_PATTERN.matcher(value).matches()) {
            throw unknown(facet);
          }
          pattern = value;
        }
        default -> throw unknown(facet);
      }
    }

    ValueRule rule(ValueRule.Type type) {
      return new ValueRule(type, allowed, minLength, maxLength, minimum, maximum, pattern);
    }
  }
}
