package org.guichet.account.control;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.ValidationEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.CatalogueMistake;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a catalogue: all of it, or the mistakes that keep it from being used. */
public final class CatalogueReader {
  /**
   * What became of a file.
   *
   * @param catalogue empty when there are mistakes
   */
  public record Reading(Optional<Catalogue> catalogue, List<CatalogueMistake> mistakes) {
    public Reading {
      mistakes = List.copyOf(mistakes);
    }
  }

  private CatalogueReader() {}

  /** Reads the catalogue that comes with this version. */
  public static InputStream packaged() {
    InputStream stream =
        CatalogueReader.class.getResourceAsStream("/org/guichet/account/catalogue.xml");
    if (stream == null) {
      throw new IllegalStateException("catalogue.xml is missing");
    }
    return stream;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when its bytes can't be had
   */
  public static Reading read(InputStream file) throws IOException {
    byte[] bytes = file.readAllBytes();
    List<CatalogueMistake> mistakes = validate(bytes);
    if (mistakes.isEmpty()) {
      CatalogueXml xml = bind(bytes, mistakes);
      if (mistakes.isEmpty()) {
        return new Reading(Optional.of(xml.catalogue()), mistakes);
      }
    }
    return new Reading(Optional.empty(), mistakes);
  }

  /** What the schema says: before the binding, which knows fewer lines. */
  private static List<CatalogueMistake> validate(byte[] bytes) throws IOException {
    Mistakes mistakes = new Mistakes();
    try {
      SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      ValidatorHandler validator = schema().newValidatorHandler();
      validator.setErrorHandler(mistakes);
      XMLReader reader = parsers.newSAXParser().getXMLReader();
      reader.setContentHandler(validator);
      reader.setErrorHandler(mistakes);
      reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
    } catch (SAXParseException e) {
      mistakes.error(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("XML support is misconfigured", e);
    }
    return mistakes.all;
  }

  /** What the schema leaves open: which permissions there are is known by the code. */
  private static CatalogueXml bind(byte[] bytes, List<CatalogueMistake> mistakes) {
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      Unmarshaller binding = JAXBContext.newInstance(CatalogueXml.class).createUnmarshaller();
      binding.setEventHandler(event -> mistakes.add(mistake(event)));
      return binding
          .unmarshal(
              factory.createXMLStreamReader(new ByteArrayInputStream(bytes)), CatalogueXml.class)
          .getValue();
    } catch (XMLStreamException | JAXBException e) {
      throw new IllegalStateException("The schema let through what can't be bound", e);
    }
  }

  private static CatalogueMistake mistake(ValidationEvent event) {
    return new CatalogueMistake(
        event.getLocator() == null ? 0 : Math.max(0, event.getLocator().getLineNumber()),
        event.getMessage());
  }

  /** Collects what the parser and the schema say, once for each line. */
  private static final class Mistakes extends DefaultHandler {
    private final List<CatalogueMistake> all = new ArrayList<>();

    @Override
    public void error(SAXParseException e) {
      CatalogueMistake mistake =
          new CatalogueMistake(e.getLineNumber(), String.valueOf(e.getMessage()));
      if (!all.contains(mistake)) {
        all.add(mistake);
      }
    }
  }

  private static Schema schema() {
    try {
      SchemaFactory schemas = SchemaFactory.newDefaultInstance();
      schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return schemas.newSchema(
          new StreamSource(
              CatalogueReader.class.getResourceAsStream("/org/guichet/account/catalogue.xsd")));
    } catch (SAXException e) {
      throw new IllegalStateException("catalogue.xsd is broken", e);
    }
  }
}
