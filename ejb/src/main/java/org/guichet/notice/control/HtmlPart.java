package org.guichet.notice.control;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a mail as HTML that asks for nothing from elsewhere: no picture, no script, no style sheet
 * but its own. Sizes follow the reader's; colours follow light and dark; every colour has its word.
 * The writer escapes whatever is quoted.
 */
final class HtmlPart {
  private static final String STYLE =
      """

      :root { color-scheme: light dark; }
      body { margin: 0; padding: 0; background: #f3f4f6; color: #1f2430; }
      .sheet { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem;
        font: 1rem/1.5 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
      .card { background: #ffffff; border: 1px solid #d9dce3; border-top: 4px solid #5b6472;
        border-radius: 6px; padding: 1.25rem 1.25rem 0.5rem; }
      .GOOD { border-top-color: #18753c; }
      .MIXED { border-top-color: #b34000; }
      .BAD { border-top-color: #ce0500; }
      h1 { font-size: 1.2rem; line-height: 1.35; margin: 0 0 1rem; overflow-wrap: anywhere; }
      p { margin: 0 0 1rem; overflow-wrap: anywhere; }
      .mark { background: #fff3cd; color: #533f03; border-radius: 4px; padding: 0.5rem 0.75rem;
        font-weight: 600; }
      .todo { background: #eef2fb; border-left: 4px solid #3558a2; padding: 0.6rem 0.8rem; }
      table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
      th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.5rem 0.35rem 0;
        border-bottom: 1px solid #e6e8ed; overflow-wrap: anywhere; }
      th { font-weight: 600; }
      .facts th { width: 12rem; font-weight: 400; color: #565f6e; }
      .rows th, .rows td { font-size: 0.9rem; }
      .rows th { overflow-wrap: normal; white-space: nowrap; }
      .digest { font-family: ui-monospace, Consolas, monospace; font-size: 0.85rem; }
      a { color: #1f4fa3; }
      .foot { color: #565f6e; font-size: 0.85rem; margin: 1rem 0 0; }
      @media (max-width: 30rem) {
        .sheet { padding: 0.5rem; }
        .card { padding: 1rem 0.85rem 0.25rem; }
        .facts th, .facts td { display: block; width: auto; padding-right: 0; }
        .facts th { border-bottom: 0; padding-bottom: 0; font-size: 0.85rem; }
        .facts td { padding-top: 0; }
        .rows thead { display: none; }
        .rows tr { display: block; padding: 0.5rem 0; border-bottom: 1px solid #e6e8ed; }
        .rows td { display: block; border-bottom: 0; padding: 0; }
        .rows td::before { content: attr(data-title) attr(data-separator); color: #565f6e; }
      }
      @media (prefers-color-scheme: dark) {
        body { background: #14161b; color: #e7e9ee; }
        .card { background: #1e2128; border-color: #3a3f4b; border-top-color: #9aa3b2; }
        .GOOD { border-top-color: #4cc17c; }
        .MIXED { border-top-color: #f2a65a; }
        .BAD { border-top-color: #ff7a70; }
        .mark { background: #4a3b0a; color: #ffe9a8; }
        .todo { background: #232b3d; border-left-color: #8fb0f5; }
        th, td, .rows tr { border-bottom-color: #343945; }
        .facts th, .foot, .rows td::before { color: #aab1be; }
        a { color: #9cc0ff; }
      }
      """;

  private final MailContent content;
  private final XMLStreamWriter out;

  private HtmlPart(MailContent content, XMLStreamWriter out) {
    this.content = content;
    this.out = out;
  }

  static String of(MailContent content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new HtmlPart(content, out).write();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
    return text.toString();
  }

  private void write() throws XMLStreamException {
    out.writeDTD("<!DOCTYPE html>");
    start("html", "lang", content.language());
    head();
    out.writeStartElement("body");
    start("div", "class", "sheet");
    start("div", "class", "card " + content.tone());
    if (content.mark() != null) {
      element("p", "mark", content.mark());
    }
    boolean first = true;
    for (MailContent.Block block : content.blocks()) {
      if (block instanceof MailContent.Paragraph paragraph) {
        paragraph(paragraph, first);
      } else if (block instanceof MailContent.Facts facts) {
        facts(facts.facts());
      } else {
        table((MailContent.Table) block);
      }
      first = false;
    }
    out.writeEndElement();
    element("p", "foot", content.footer());
    out.writeEndDocument(); // ends all that is open
  }

  private void head() throws XMLStreamException {
    out.writeStartElement("head");
    out.writeEmptyElement("meta");
    out.writeAttribute("charset", "utf-8");
    meta("viewport", "width=device-width, initial-scale=1");
    meta("color-scheme", "light dark");
    meta("supported-color-schemes", "light dark");
    out.writeStartElement("title");
    out.writeCharacters(content.subject());
    out.writeEndElement();
    out.writeStartElement("style");
    out.writeCharacters(STYLE); // holds nothing that would be escaped
    out.writeEndElement();
    out.writeEndElement();
  }

  private void paragraph(MailContent.Paragraph paragraph, boolean first) throws XMLStreamException {
    if (first) {
      out.writeStartElement("h1");
      out.writeCharacters(paragraph.text());
      out.writeEndElement();
    } else {
      element("p", paragraph.toDo() ? "todo" : "", paragraph.text());
    }
  }

  private void facts(List<MailContent.Fact> facts) throws XMLStreamException {
    start("table", "class", "facts");
    for (MailContent.Fact fact : facts) {
      out.writeStartElement("tr");
      start("th", "scope", "row");
      out.writeCharacters(fact.label());
      out.writeEndElement();
      start("td", "class", fact.form() == MailContent.Form.DIGEST ? "digest" : "value");
      if (fact.form() == MailContent.Form.LINK) {
        start("a", "href", fact.value());
        out.writeCharacters(fact.value());
        out.writeEndElement();
      } else {
        out.writeCharacters(fact.value());
      }
      out.writeEndElement();
      out.writeEndElement();
    }
    out.writeEndElement();
  }

  private void table(MailContent.Table table) throws XMLStreamException {
    start("table", "class", "rows");
    out.writeStartElement("thead");
    out.writeStartElement("tr");
    for (String title : table.titles()) {
      start("th", "scope", "col");
      out.writeCharacters(title);
      out.writeEndElement();
    }
    out.writeEndElement();
    out.writeEndElement();
    out.writeStartElement("tbody");
    for (List<String> row : table.rows()) {
      out.writeStartElement("tr");
      for (int i = 0; i < row.size(); i++) {
        start("td", "data-title", table.titles().get(i));
        out.writeAttribute("data-separator", table.separator());
        out.writeCharacters(row.get(i).isEmpty() ? "-" : row.get(i));
        out.writeEndElement();
      }
      out.writeEndElement();
    }
    out.writeEndElement();
    out.writeEndElement();
  }

  private void meta(String name, String value) throws XMLStreamException {
    out.writeEmptyElement("meta");
    out.writeAttribute("name", name);
    out.writeAttribute("content", value);
  }

  private void start(String name, String attribute, String value) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeAttribute(attribute, value);
  }

  private void element(String name, String style, String text) throws XMLStreamException {
    out.writeStartElement(name);
    if (!style.isEmpty()) {
      out.writeAttribute("class", style);
    }
    out.writeCharacters(text);
    out.writeEndElement();
  }
}
