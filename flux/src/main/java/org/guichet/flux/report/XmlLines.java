package org.guichet.flux.report;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes an XML document in UTF-8, an element a line, indented; whatever the values hold. */
final class XmlLines {
  private final XMLStreamWriter xml;
  private int depth;
  private boolean closed;

  XmlLines(OutputStream out) throws IOException {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  void comment(String text) throws IOException {
    try {
      newLine();
      xml.writeComment(text);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Declares a prefix, or with an empty one the namespace, on the element just started. */
  void namespace(String prefix, String uri) throws IOException {
    try {
      if (prefix.isEmpty()) {
        xml.writeDefaultNamespace(uri);
      } else {
        xml.writeNamespace(prefix, uri);
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  void start(String name) throws IOException {
    try {
      newLine();
      xml.writeStartElement(name);
      depth++;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Of the element just started; for values of ours, which have no line ends. */
  void attribute(String name, Object value) throws IOException {
    try {
      xml.writeAttribute(name, XmlText.legal(value.toString()));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  void end() throws IOException {
    try {
      depth--;
      newLine();
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Ends an element that has attributes only. */
  void endEmpty() throws IOException {
    try {
      depth--;
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  void element(String name, String text) throws IOException {
    try {
      newLine();
      xml.writeStartElement(name);
      text(XmlText.legal(text));
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Nothing for null. */
  void elementIfAny(String name, @Nullable String text) throws IOException {
    if (text != null) {
      element(name, text);
    }
  }

  /** Ends all that is open, and the document; a second time does nothing. */
  void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    while (depth > 0) {
      end();
    }
    try {
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush(); // closing the writer wouldn't close the stream, and leaves it to its owner
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  boolean isClosed() {
    return closed;
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** A carriage return as such would reach the reader as a line feed. */
  private void text(String text) throws XMLStreamException {
    int from = 0;
    for (int cr = text.indexOf('\r'); cr >= 0; cr = text.indexOf('\r', from)) {
      xml.writeCharacters(text.substring(from, cr));
      xml.writeEntityRef("#13");
      from = cr + 1;
    }
    xml.writeCharacters(text.substring(from));
  }
}
