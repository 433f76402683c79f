package org.guichet.flux;

import java.util.List;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.LocatorImpl;

/**
 * Stands between the parser and the validator. It knows where the reading is before the validator
 * gets an event, so that what the validator says falls to the passage it is about; it stops texts
 * and names that would eat the memory before the validator gathers them; and it collects the values
 * that the sink is told.
 */
final class FluxHandler extends DefaultHandler {
  /** The longest text between two tags, in characters; the schema's longest value has 255. */
  static final int MAX_TEXT = 1 << 16;

  private final ValidatorHandler validator;
  private final PassageLocator bytes;
  private final boolean bytesCount;
  private final Telling telling;
  private final Place place = new Place();
  private final Values values = new Values();
  private final Vocabulary vocabulary = new Vocabulary();
  private final Content content = new Content();

  private TruePlace locator = new TruePlace(new LocatorImpl());
  private long text;

  /**
   * @param bytesCount whether the passages' places in {@code bytes} are to be relied on
   */
  FluxHandler(
      ValidatorHandler validator,
      PassageLocator bytes,
      boolean bytesCount,
      Checking checking,
      FluxSink sink) {
    this.validator = validator;
    this.bytes = bytes;
    this.bytesCount = bytesCount;
    this.telling = new Telling(values, new Judging(checking), sink);
    validator.setErrorHandler(errors());
  }

  /** All that the file has said of itself so far. */
  FluxHeader header() {
    return telling.header();
  }

  /** How many passages have ended. */
  int passages() {
    return telling.passages();
  }

  /**
   * Tells the sink why the reading ended where it did, after what was wrong with the passage that
   * hadn't ended.
   */
  void tellUnreadable(Finding finding) {
    telling.unreadable(finding, locator.getLineNumber());
  }

  /** A finding on the file at the place where the reading is. */
  Finding here(FindingCode code, String... arguments) {
    return new Finding(
        code,
        Severity.FILE,
        Math.max(0, locator.getLineNumber()),
        Math.max(0, locator.getColumnNumber()),
        place.path(),
        List.of(arguments));
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = new TruePlace(locator);
    validator.setDocumentLocator(this.locator);
  }

  @Override
  public void startDocument() throws SAXException {
    validator.startDocument();
  }

  @Override
  public void endDocument() throws SAXException {
    if (!bytes.allClaimed()) {
      throw new IllegalStateException("passages were cut where the parser saw no element");
    }
    validator.endDocument();
    telling.endFile();
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    limitNames(vocabulary.meet("xmlns:" + prefix) && vocabulary.meet(uri));
    validator.startPrefixMapping(prefix, uri);
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    validator.endPrefixMapping(prefix);
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes)
      throws SAXException {
    if (place.isOutermost()) {
      if (bytesCount) {
        int column = bytes.rootColumn();
        locator.standsAt(bytes.rootLine(), column > 0 ? column : locator.getColumnNumber());
      }
      if (uri.equals(Paths.NAMESPACE)) {
        vocabulary.expect(qName.substring(0, qName.length() - name.length()));
      }
    }
    limitNames(vocabulary.meet(qName) && vocabulary.meet(attributes));
    text = 0;
    place.enter(uri, name);
    Spot spot = place.spot();
    values.enter(spot.field(), locator.getLineNumber(), locator.getColumnNumber());
    content.open();
    if (spot.isCertification()) {
      telling.startCertification(place.path(), locator.getLineNumber());
    } else if (spot.isPassage()) {
      telling.startPassage(place.path());
    }
    validator.startElement(uri, name, qName, attributes);
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    content.closing();
    validator.endElement(uri, name, qName);
    content.closed();
    text = 0;
    Spot spot = place.spot();
    values.leave(spot.field());
    // Every element of the name is taken from the bytes' queue, also where none should be.
    ByteRange range = name.equals(Paths.PASSAGE_NAME) ? bytes.poll() : null;
    if (spot.isPassage()) {
      telling.endPassage(
          range != null && bytesCount ? range : new ByteRange(-1, -1, locator.getLineNumber()));
    } else if (spot.isCertification()) {
      telling.endCertification();
    } else if (spot.field() != null) {
      telling.headerMayBeKnown();
    }
    place.leave();
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    text += length;
    if (text > MAX_TEXT) {
      throw new Unreadable(
          here(
              FindingCode.PARSER_LIMIT,
              "Un texte dépasse la limite de " + MAX_TEXT + " caractères."));
    }
    values.append(characters, start, length);
    content.append(characters, start, length);
    validator.characters(characters, start, length);
  }

  @Override
  public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
    characters(characters, start, length);
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    Cut cut = bytes.claim(target, data);
    if (cut != null) {
      passCut(cut);
      return;
    }
    limitNames(vocabulary.meet(target));
    validator.processingInstruction(target, data);
  }

  /** Does for passages that the parser doesn't see what their events would have done. */
  private void passCut(Cut cut) throws Enough {
    text = 0;
    locator.standsAt(cut.line(), cut.column());
    for (Cut.Proven proven : cut.passages()) {
      place.enter(Paths.NAMESPACE, Paths.PASSAGE_NAME);
      telling.cutPassage(place.path(), proven);
      place.leave();
    }
  }

  /** Takes what the parser says, which knows nothing of what was cut. */
  ErrorHandler parserErrors() {
    ErrorHandler errors = errors();
    return new ErrorHandler() {
      @Override
      public void warning(SAXParseException e) throws SAXException {
        errors.warning(locator.inFile(e));
      }

      @Override
      public void error(SAXParseException e) throws SAXException {
        errors.error(locator.inFile(e));
      }

      @Override
      public void fatalError(SAXParseException e) throws SAXException {
        errors.fatalError(locator.inFile(e));
      }
    };
  }

  /** Takes what the validator says. */
  private ErrorHandler errors() {
    return new ErrorHandler() {
      @Override
      public void warning(SAXParseException e) {
        // Hints on the parser's own work: the file isn't at fault.
      }

      @Override
      public void error(SAXParseException e) {
        Severity severity = telling.reach(place.spot().isCertificationHeader());
        telling.finding(ParserMessages.schema(e, severity, place.path(), content.quoted()));
      }

      @Override
      public void fatalError(SAXParseException e) throws SAXException {
        throw new Unreadable(ParserMessages.fatal(e, place.path()));
      }
    };
  }

  private void limitNames(boolean few) throws Unreadable {
    if (!few) {
      throw new Unreadable(
          here(
              FindingCode.PARSER_LIMIT,
              "Le fichier emploie plus de "
                  + Vocabulary.MAX_NAMES
                  + " noms différents d'éléments et d'attributs."));
    }
  }
}
