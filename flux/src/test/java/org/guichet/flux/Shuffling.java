package org.guichet.flux;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the children of an element, and theirs, into another order. */
final class Shuffling {
  private static final Pattern TAG = Pattern.compile("<(/?)[^>]*?(/?)>");

  private Shuffling() {}

  /**
   * The same element, its children anywhere.
   *
   * @param element whose children each end where they start a line or behind each other
   */
  static String children(String element, Random random) {
    int open = element.indexOf('>') + 1;
    int close = element.lastIndexOf("</");
    List<String> children = close < open ? List.of() : split(element.substring(open, close));
    if (children.isEmpty()) {
      return element;
    }
    children.replaceAll(child -> children(child, random));
    Collections.shuffle(children, random);
    return element.substring(0, open) + String.join("", children) + element.substring(close);
  }

  private static List<String> split(String content) {
    List<String> children = new ArrayList<>();
    Matcher tag = TAG.matcher(content);
    int depth = 0;
    int start = 0;
    while (tag.find()) {
      depth += tag.group(1).isEmpty() ? 1 : -1;
      depth -= tag.group(2).isEmpty() ? 0 : 1;
      if (depth == 0) {
        children.add(content.substring(start, tag.end()));
        start = tag.end();
      }
    }
    return children;
  }
}
