package org.guichet.flux.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of an XML text and where its parts stand in it, by character. For passages that a
 * parser has taken already: without DOCTYPE, and with no entities but the five predefined ones.
 */
final class Markup {
  private final @Nullable Markup parent;
  private final String name;
  private final int start;
  private final int contentStart;
  private final boolean nil;
  private final List<Markup> children = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int contentEnd;
  private int end;
  private String path = "";

  private Markup(@Nullable Markup parent, String name, int start, int contentStart, boolean nil) {
    this.parent = parent;
    this.name = name;
    this.start = start;
    this.contentStart = contentStart;
    this.contentEnd = contentStart;
    this.nil = nil;
  }

  /**
   * The outermost element.
   *
   * @throws IllegalArgumentException when the text isn't one well-formed element
   */
  static Markup of(String xml) {
    Deque<Markup> open = new ArrayDeque<>();
    Markup root = null;
    int at = next(xml, "<", 0);
    while (at < xml.length()) {
      if (xml.startsWith("<!--", at)) {
        at = behind(xml, "-->", at + 4);
      } else if (xml.startsWith("<![CDATA[", at)) {
        at = behind(xml, "]]>", at);
      } else if (xml.startsWith("<?", at)) {
        at = behind(xml, "?>", at);
      } else if (xml.startsWith("</", at)) {
        at = close(xml, open, at);
      } else {
        Markup element = open(xml, open.peek(), at);
        root = root == null ? element : root;
        at = element.contentStart;
        if (xml.charAt(at - 2) == '/') {
          element.end = at;
        } else {
          open.push(element);
        }
      }
      at = next(xml, "<", at);
    }
    if (root == null || !open.isEmpty()) {
      throw broken();
    }
    return root;
  }

  private static Markup open(String xml, @Nullable Markup parent, int at) {
    int nameEnd = at + 1;
    while (nameEnd < xml.length() && !" \t\r\n/>".contains(xml.substring(nameEnd, nameEnd + 1))) {
      nameEnd++;
    }
    int tagEnd = nameEnd;
    char quote = 0;
    while (tagEnd < xml.length() && (quote != 0 || xml.charAt(tagEnd) != '>')) {
      char c = xml.charAt(tagEnd);
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      tagEnd++;
    }
    if (tagEnd == xml.length()) {
      throw broken();
    }
    String name = xml.substring(at + 1, nameEnd);
    boolean nil = Attributes.nil(xml.substring(nameEnd, tagEnd));
    Markup element = new Markup(parent, name, at, tagEnd + 1, nil);
    if (parent != null) {
      int position = parent.counts.merge(element.local(), 1, Integer::sum);
      element.path = parent.path + "/" + PassageFields.step(element.local(), position);
      parent.children.add(element);
    }
    return element;
  }

  private static int close(String xml, Deque<Markup> open, int at) {
    if (open.isEmpty()) {
      throw broken();
    }
    Markup element = open.pop();
    element.contentEnd = at;
    element.end = behind(xml, ">", at);
    return element.end;
  }

  private static int next(String xml, String sought, int from) {
    int found = xml.indexOf(sought, from);
    return found < 0 ? xml.length() : found;
  }

  private static int behind(String xml, String sought, int from) {
    int found = xml.indexOf(sought, from);
    if (found < 0) {
      throw broken();
    }
    return found + sought.length();
  }

  private static IllegalArgumentException broken() {
    return new IllegalArgumentException("Not a well-formed element");
  }

  @Nullable Markup parent() {
    return parent;
  }

  /** Below the outermost element; with positions where elements repeat. Empty for that one. */
  String path() {
    return path;
  }

  List<Markup> children() {
    return children;
  }

  boolean nil() {
    return nil;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int contentStart() {
    return contentStart;
  }

  int contentEnd() {
    return contentEnd;
  }

  /** Whether it is one tag that begins and ends it. */
  boolean selfClosing() {
    return contentStart == end;
  }

  String name() {
    return name;
  }

  String local() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** With the colon; empty for none. */
  String prefix() {
    return name.substring(0, name.indexOf(':') + 1);
  }

  /** All characters within it, references resolved. */
  String text(String xml) {
    StringBuilder text = new StringBuilder();
    int at = contentStart;
    while (at < contentEnd) {
      if (xml.startsWith("<![CDATA[", at)) {
        int behind = behind(xml, "]]>", at);
        text.append(xml, at + 9, behind - 3);
        at = behind;
      } else if (xml.startsWith("<!--", at)) {
        at = behind(xml, "-->", at + 4);
      } else if (xml.charAt(at) == '<') {
        at = behind(xml, ">", at);
      } else if (xml.charAt(at) == '&') {
        int behind = behind(xml, ";", at);
        text.append(resolved(xml.substring(at + 1, behind - 1)));
        at = behind;
      } else {
        text.append(xml.charAt(at));
        at++;
      }
    }
    return text.toString().replace("\r\n", "\n");
  }

  private static String resolved(String reference) {
    return switch (reference) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> {
        boolean hexadecimal = reference.startsWith("#x");
        yield Character.toString(
            Integer.parseInt(reference.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10));
      }
    };
  }

  /** This element and all within, each before its children. */
  List<Markup> all() {
    List<Markup> all = new ArrayList<>();
    all.add(this);
    children.forEach(child -> all.addAll(child.all()));
    return all;
  }

  /** The element at a path; null for none. */
  @Nullable Markup find(String wanted) {
    return all().stream().filter(element -> element.path.equals(wanted)).findFirst().orElse(null);
  }
}
