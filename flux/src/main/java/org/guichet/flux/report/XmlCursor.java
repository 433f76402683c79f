package org.guichet.flux.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a document of one namespace, in which elements hold elements or text. It stands at
 * a tag, and refuses everything that the caller doesn't expect there.
 */
final class XmlCursor {
  /** Longer than any text that a report has. */
  private static final int MAX_TEXT = 1 << 17;

  private final XMLStreamReader xml;
  private final String namespace;
  private int event;

  XmlCursor(InputStream document, String namespace) throws IOException {
    this.namespace = namespace;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      xml = factory.createXMLStreamReader(Utf8.reader(document));
      advance();
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  boolean at(String element) {
    return event == XMLStreamConstants.START_ELEMENT
        && element.equals(xml.getLocalName())
        && namespace.equals(xml.getNamespaceURI());
  }

  /** An attribute of the element at whose start tag it stands. */
  String attribute(String name) throws UnreadableReportException {
    String value = xml.getAttributeValue(null, name);
    if (value == null) {
      throw unexpected("attribute " + name);
    }
    return value;
  }

  int number(String attribute) throws UnreadableReportException {
    return ReportValues.number(attribute(attribute));
  }

  void expect(String element) throws UnreadableReportException {
    if (!at(element)) {
      throw unexpected("<" + element + ">");
    }
  }

  /** Goes on behind the start tag of this element. */
  void enter(String element) throws IOException {
    expect(element);
    next();
  }

  /** Goes on behind the end tag at which it stands. */
  void leave() throws IOException {
    if (event != XMLStreamConstants.END_ELEMENT) {
      throw unexpected("an end tag");
    }
    next();
  }

  /** The text of an element of text. */
  String text(String element) throws IOException {
    expect(element);
    StringBuilder text = new StringBuilder();
    try {
      for (int next = parse(); next != XMLStreamConstants.END_ELEMENT; next = parse()) {
        if (next == XMLStreamConstants.CHARACTERS
            || next == XMLStreamConstants.CDATA
            || next == XMLStreamConstants.SPACE) {
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        } else if (next != XMLStreamConstants.COMMENT) {
          throw unexpected("text only");
        }
        if (text.length() > MAX_TEXT) {
          throw unexpected("a shorter text");
        }
      }
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
    next();
    return text.toString();
  }

  /** Null when it doesn't stand at this element. */
  @Nullable String textIfAny(String element) throws IOException {
    return at(element) ? text(element) : null;
  }

  private void next() throws IOException {
    try {
      advance();
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  /** The parser lacks words for some of what may be wrong with a DOCTYPE, and says that instead. */
  private int parse() throws XMLStreamException, UnreadableReportException {
    try {
      return xml.next();
    } catch (MissingResourceException e) {
      throw new UnreadableReportException(e);
    }
  }

  private void advance() throws XMLStreamException, UnreadableReportException {
    while (xml.hasNext()) {
      event = parse();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT,
            XMLStreamConstants.END_ELEMENT,
            XMLStreamConstants.END_DOCUMENT -> {
          return;
        }
        case XMLStreamConstants.COMMENT,
            XMLStreamConstants.SPACE,
            XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        case XMLStreamConstants.CHARACTERS -> {
          if (!xml.isWhiteSpace()) {
            throw unexpected("no text");
          }
        }
        default -> throw unexpected("a tag");
      }
    }
  }

  private UnreadableReportException unexpected(String instead) {
    return new UnreadableReportException(
        "This isn't a report: expected "
            + instead
            + " in line "
            + xml.getLocation().getLineNumber());
  }

  /** What the stream itself threw, or what is wrong with the document. */
  private static IOException unreadable(XMLStreamException e) {
    return e.getNestedException() instanceof IOException failure
            && !(failure instanceof CharacterCodingException)
        ? failure
        : new UnreadableReportException(e);
  }
}
