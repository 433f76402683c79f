package org.guichet.flux;

import static javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD;
import static javax.xml.XMLConstants.ACCESS_EXTERNAL_SCHEMA;
import static javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;

/**
 * Makes the JDK's own parser and validator, whatever else is on the class path, with nothing left
 * to defaults that differ between JDKs: no DOCTYPE, nothing fetched, limits, and French messages.
 */
final class Parsers {
  static final int MAX_DEPTH = 64;
  static final int MAX_ATTRIBUTES = 64;
  static final int MAX_NAME_LENGTH = 256;

  private static final String SCHEMA = "schema/flux-1.1.xsd";
  private static final String LOCALE = "http://apache.org/xml/properties/locale";
  private static final String AUGMENT =
      "http://apache.org/xml/features/validation/schema/augment-psvi";
  private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

  /**
   * Without a DOCTYPE only the five predefined entities are left. They don't grow, but two of the
   * parser's limits on the size of entities count them; 0 is "none".
   */
  private static final Map<String, Integer> LIMITS =
      Map.of(
          LIMIT + "maxElementDepth", MAX_DEPTH,
          LIMIT + "elementAttributeLimit", MAX_ATTRIBUTES,
          LIMIT + "maxXMLNameLimit", MAX_NAME_LENGTH,
          LIMIT + "entityExpansionLimit", 1,
          LIMIT + "entityReplacementLimit", 1,
          LIMIT + "maxParameterEntitySizeLimit", 1,
          LIMIT + "maxGeneralEntitySizeLimit", 0,
          LIMIT + "totalEntitySizeLimit", 0);

  private static final Map<String, Boolean> FEATURES =
      Map.of(
          FEATURE_SECURE_PROCESSING,
          true,
          "http://apache.org/xml/features/disallow-doctype-decl",
          true,
          "http://xml.org/sax/features/external-general-entities",
          false,
          "http://xml.org/sax/features/external-parameter-entities",
          false,
          "http://apache.org/xml/features/nonvalidating/load-external-dtd",
          false);

  private Parsers() {}

  /** The schema, which all threads may use. */
  static Schema schema() {
    try (InputStream source =
        Objects.requireNonNull(Parsers.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(new StreamSource(source));
    } catch (SAXException | IOException e) {
      throw misconfigured(e);
    }
  }

  /** The schema as a document, for those who want to read in it. */
  static Document schemaDocument() {
    try (InputStream source =
        Objects.requireNonNull(Parsers.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      for (Map.Entry<String, Boolean> feature : FEATURES.entrySet()) {
        factory.setFeature(feature.getKey(), feature.getValue());
      }
      return factory.newDocumentBuilder().parse(source);
    } catch (SAXException | ParserConfigurationException | IOException e) {
      throw misconfigured(e);
    }
  }

  static ValidatorHandler validator(Schema schema) {
    try {
      ValidatorHandler validator = schema.newValidatorHandler();
      validator.setProperty(LOCALE, ParserMessages.LANGUAGE);
      // Else it keeps every message for as long as it reads, for whoever asks what is wrong below.
      validator.setFeature(AUGMENT, false);
      return validator;
    } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
      throw misconfigured(e);
    }
  }

  static XMLReader reader() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      for (Map.Entry<String, Boolean> feature : FEATURES.entrySet()) {
        factory.setFeature(feature.getKey(), feature.getValue());
      }
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setProperty(LOCALE, ParserMessages.LANGUAGE);
      for (Map.Entry<String, Integer> limit : LIMITS.entrySet()) {
        reader.setProperty(limit.getKey(), String.valueOf(limit.getValue()));
      }
      return reader;
    } catch (SAXException | ParserConfigurationException e) {
      throw misconfigured(e);
    }
  }

  private static IllegalStateException misconfigured(Exception e) {
    return new IllegalStateException("XML support is misconfigured", e); // fail, don't warn
  }
}
