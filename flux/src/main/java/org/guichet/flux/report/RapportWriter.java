package org.guichet.flux.report;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of a rapport, one a line, indented. */
final class RapportWriter {
  private static final String NAMESPACE = "urn:cdc:cpf:pc5:rapport:schema";
  private static final String TRIAL_MARK =
      " ESSAI : ce compte rendu répond à un essai. Rien n'a été enregistré ni transmis. ";

  private final XMLStreamWriter xml;
  private int depth;
  private boolean closed;

  /** Opens the document up to its head, without {@code idTraitement}. */
  RapportWriter(OutputStream out, String fileName, boolean trial) throws IOException {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      if (trial) {
        xml.writeComment(TRIAL_MARK);
        xml.writeCharacters("\n");
      }
      xml.writeStartElement("rapport");
      xml.writeNamespace("ns2", NAMESPACE); // readers expect it; nothing uses it
      depth++;
      element("nomFichier", fileName);
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

  void end() throws IOException {
    try {
      depth--;
      newLine();
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

  /**
   * Ends the document; a second time does nothing.
   *
   * @param open how many elements are open within the root
   */
  void close(int open) throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    for (int i = 0; i <= open; i++) {
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
