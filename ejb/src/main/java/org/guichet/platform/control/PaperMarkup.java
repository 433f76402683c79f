package org.guichet.platform.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.guichet.platform.entity.Paper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A paper as XHTML for the printer: made of values, so nothing in them can be markup. */
final class PaperMarkup {
  private static final String NAMESPACE = "http://www.w3.org/1999/xhtml";

  private final Document document;

  private PaperMarkup(Document document) {
    this.document = document;
  }

  static Document of(Paper paper) {
    try {
      PaperMarkup markup =
          new PaperMarkup(
              DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument());
      markup.write(paper);
      return markup.document;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("XML support is misconfigured", e);
    }
  }

  private void write(Paper paper) {
    Element html = document.createElementNS(NAMESPACE, "html");
    html.setAttribute("lang", paper.language().getLanguage());
    html.setAttribute("xml:lang", paper.language().getLanguage());
    document.appendChild(html);
    Element head = add(html, "head", "");
    add(head, "title", paper.title() + " " + paper.about());
    meta(head, "description", paper.title());
    meta(head, "subject", paper.title());
    meta(head, "author", paper.office());
    add(head, "style", style().replace("$foot", quoted(paper.foot())));
    Element body = add(html, "body", "");
    Element top = add(body, "div", "");
    top.setAttribute("class", "top");
    classed(add(top, "p", paper.office()), "office");
    add(top, "h1", paper.title());
    classed(add(top, "p", paper.about()), "about");
    Element stamp = add(body, "p", paper.stamp().text());
    classed(stamp, "stamp " + paper.stamp().look().name().toLowerCase(Locale.ROOT));
    paper.parts().forEach(part -> part(body, part));
  }

  private void part(Element body, Paper.Part part) {
    Element section = add(body, "div", "");
    classed(section, part.facts().isEmpty() ? "part" : "part whole");
    if (!part.title().isEmpty()) {
      add(section, "h2", part.title());
    }
    part.texts().forEach(text -> add(section, "p", text));
    if (!part.facts().isEmpty()) {
      facts(section, part.facts());
    }
    if (!part.rows().isEmpty()) {
      table(section, part);
    }
    if (!part.note().isEmpty()) {
      classed(add(section, "p", part.note()), "note");
    }
  }

  private void facts(Element section, List<Paper.Fact> facts) {
    Element table = add(section, "table", "");
    classed(table, "facts");
    Element rows = add(table, "tbody", "");
    for (Paper.Fact fact : facts) {
      Element row = add(rows, "tr", "");
      add(row, "th", fact.name()).setAttribute("scope", "row");
      classed(add(row, "td", fact.value()), fact.code() ? "code" : "plain");
    }
  }

  private void table(Element section, Paper.Part part) {
    Element table = add(section, "table", "");
    classed(table, "rows of" + part.columns().size());
    Element head = add(add(table, "thead", ""), "tr", "");
    part.columns().forEach(column -> add(head, "th", column).setAttribute("scope", "col"));
    Element rows = add(table, "tbody", "");
    for (List<String> cells : part.rows()) {
      Element row = add(rows, "tr", "");
      cells.forEach(cell -> add(row, "td", cell));
    }
  }

  private void meta(Element head, String name, String content) {
    Element meta = add(head, "meta", "");
    meta.setAttribute("name", name);
    meta.setAttribute("content", content);
  }

  private Element add(Element parent, String name, String text) {
    Element element = document.createElementNS(NAMESPACE, name);
    if (!text.isEmpty()) {
      element.setTextContent(text);
    }
    parent.appendChild(element);
    return element;
  }

  private static void classed(Element element, String names) {
    element.setAttribute("class", names);
  }

  private static String style() {
    try (InputStream in = PaperMarkup.class.getResourceAsStream("paper.css")) {
      return new String(
          Objects.requireNonNull(in, "paper.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As CSS wants a text: whatever it holds, by its number. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) && c < 0x80) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(String.format(Locale.ROOT, "\\%06x", c));
              }
            });
    return quoted.append('"').toString();
  }
}
