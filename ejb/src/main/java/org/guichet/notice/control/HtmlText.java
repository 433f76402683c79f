package org.guichet.notice.control;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Makes plain text of HTML that strangers wrote: lines as they are shown, quotes with {@code >}.
 */
final class HtmlText {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "tr",
          "table",
          "ul",
          "ol",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "blockquote",
          "pre",
          "section",
          "article",
          "header",
          "footer",
          "dl",
          "dt",
          "dd");
  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00a0]+");
  private static final Pattern GAPS = Pattern.compile("(\\n>*[ ]*){3,}");

  private HtmlText() {}

  static String of(String html) {
    Lines lines = new Lines();
    NodeTraversor.traverse(lines, Jsoup.parse(html));
    return GAPS.matcher(lines.all.toString()).replaceAll("\n\n").strip();
  }

  private static final class Lines implements NodeVisitor {
    private final StringBuilder all = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int quoted;
    private int unseen;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        if (unseen == 0) {
          line.append(BLANKS.matcher(text.getWholeText().replaceAll("\\R", " ")).replaceAll(" "));
        }
        return;
      }
      String name = node.nodeName();
      if (UNSEEN.contains(name)) {
        unseen++;
      }
      if (name.equals("br")) {
        end();
      } else if (BLOCKS.contains(name)) {
        endIfBegun();
      }
      if (name.equals("blockquote")) {
        quoted++;
      } else if (name.equals("li")) {
        line.append("- ");
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element)) {
        return;
      }
      String name = node.nodeName();
      if (UNSEEN.contains(name)) {
        unseen--;
      }
      if (BLOCKS.contains(name) || name.equals("body")) {
        endIfBegun();
      }
      if (name.equals("p")) {
        end();
      } else if (name.equals("blockquote")) {
        quoted--;
      }
    }

    private void endIfBegun() {
      if (!line.toString().isBlank()) {
        end();
      }
    }

    private void end() {
      String text = line.toString().strip();
      all.append(quoted > 0 ? ">".repeat(quoted) + " " + text : text).append('\n');
      line.setLength(0);
    }
  }
}
