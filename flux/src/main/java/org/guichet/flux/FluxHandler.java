package org.guichet.flux;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
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

  /** So many certifications wait for the file to say who issues it; a file has a handful. */
  private static final int MOST_WAITING = 10_000;

  private static final Judging NO_CHECKS = new Judging(Checking.schemaOnly());

  private final ValidatorHandler validator;
  private final PassageLocator bytes;
  private final boolean bytesCount;
  private final FluxSink sink;
  private final Place place = new Place();
  private final Values values = new Values();
  private final Vocabulary vocabulary = new Vocabulary();
  private final Content content = new Content();
  private final Judging judging;
  private final List<CertificationInProgress> waiting = new ArrayList<>();

  private TruePlace locator = new TruePlace(new LocatorImpl());
  private long text;
  private int certifications;
  private int passagesStarted;
  private int passagesEnded;
  private boolean headerTold;
  private @Nullable PassageInProgress passage;
  private @Nullable CertificationInProgress certification;
  private @Nullable Finding faultOfCertification;

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
    this.judging = new Judging(checking);
    this.sink = sink;
    validator.setErrorHandler(errors());
  }

  /** All that the file has said of itself so far. */
  FluxHeader header() {
    return new FluxHeader(
        values.get(Field.ID_FLUX),
        takesBack() ? FluxAction.SUPPRESSION : FluxAction.CREATION,
        values.get(Field.ISSUER),
        values.get(Field.CERTIFIER),
        values.get(Field.CONTRACT));
  }

  /** How many passages have ended. */
  int passages() {
    return passagesEnded;
  }

  /**
   * Tells the sink why the reading ended where it did, after what was wrong with the passage that
   * hadn't ended.
   */
  void tellUnreadable(Finding finding) {
    if (passage != null) {
      passage.findings(locator.getLineNumber()).forEach(sink::finding);
    }
    sink.finding(finding);
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
    judgeWaiting();
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
    if (place.isOutermost() && uri.equals(Paths.NAMESPACE)) {
      vocabulary.expect(qName.substring(0, qName.length() - name.length()));
    }
    limitNames(vocabulary.meet(qName) && vocabulary.meet(attributes));
    text = 0;
    place.enter(uri, name);
    Spot spot = place.spot();
    values.enter(spot.field(), locator.getLineNumber(), locator.getColumnNumber());
    content.open();
    if (spot.isCertification()) {
      certifications++;
      values.begin(Field.Scope.CERTIFICATION);
      certification =
          new CertificationInProgress(
              certifications,
              place.path(),
              locator.getLineNumber(),
              values.of(Field.Scope.CERTIFICATION));
    } else if (spot.isPassage()) {
      passagesStarted++;
      values.begin(Field.Scope.PASSAGE);
      passage = new PassageInProgress(passagesStarted, certifications, place.path());
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
      endPassage(range);
    } else if (spot.isCertification()) {
      endCertification();
    } else if (spot.field() != null) {
      tellHeader();
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
    locator.endOfCut(cut.line(), cut.column());
    for (Cut.Proven proven : cut.passages()) {
      place.enter(Paths.NAMESPACE, Paths.PASSAGE_NAME);
      passagesStarted++;
      tell(
          new PassageInProgress(passagesStarted, certifications, place.path())
              .end(proven.fields(), proven.range(), judging()));
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
        tell(ParserMessages.schema(e, reach(), place.path(), content.quoted()));
      }

      @Override
      public void fatalError(SAXParseException e) throws SAXException {
        throw new Unreadable(ParserMessages.fatal(e, place.path()));
      }
    };
  }

  private void tell(Finding finding) {
    if (passage != null) {
      passage.add(finding);
      return;
    }
    if (finding.severity() == Severity.CERTIFICATION && faultOfCertification == null) {
      faultOfCertification = finding;
    }
    sink.finding(finding);
  }

  /** How far a schema error reaches, by the place where it is met. */
  private Severity reach() {
    if (passage != null) {
      return Severity.PASSAGE;
    }
    return place.spot().isCertificationHeader() ? Severity.CERTIFICATION : Severity.FILE;
  }

  private void endPassage(@Nullable ByteRange range) throws Enough {
    PassageInProgress ending = Objects.requireNonNull(passage);
    ByteRange known =
        range != null && bytesCount ? range : new ByteRange(-1, -1, locator.getLineNumber());
    Passage ended = ending.end(values.of(Field.Scope.PASSAGE), known, judging());
    passage = null;
    tell(ended);
  }

  private void tell(Passage ended) throws Enough {
    passagesEnded++;
    goOn(sink.passage(ended));
  }

  /** What a file takes back was judged when it was accepted. */
  private Judging judging() {
    return takesBack() ? NO_CHECKS : judging;
  }

  private boolean takesBack() {
    return FluxAction.SUPPRESSION.name().equals(values.get(Field.ACTION));
  }

  private void endCertification() {
    CertificationInProgress ending = Objects.requireNonNull(certification);
    certification = null;
    if (header().names() || waiting.size() == MOST_WAITING) {
      judge(ending);
    } else {
      waiting.add(ending);
    }
    sink.certification(
        new Certification(
            ending.number(),
            ending.fields().get(Field.CERTIFICATION_TYPE),
            ending.fields().get(Field.CERTIFICATION_CODE),
            faultOfCertification));
    faultOfCertification = null;
  }

  private void judge(CertificationInProgress ended) {
    judging().certification(ended, header()).forEach(this::tell);
  }

  /** The file is over, and has said all that it says of itself. */
  private void judgeWaiting() {
    waiting.forEach(
        ended ->
            judging().certification(ended, header()).stream()
                .map(
                    finding ->
                        finding.severity() == Severity.CERTIFICATION
                            ? finding.withSeverity(Severity.FILE) // its passages are told already
                            : finding)
                .forEach(sink::finding));
    waiting.clear();
  }

  private void tellHeader() throws Enough {
    if (!headerTold && header().names()) {
      headerTold = true;
      goOn(sink.header(header()));
    }
  }

  private static void goOn(boolean wanted) throws Enough {
    if (!wanted) {
      throw new Enough();
    }
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
