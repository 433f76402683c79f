package org.guichet.flux;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import javax.xml.validation.Schema;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads a file once, as a stream: checks it against the schema and tells a {@link FluxSink} what it
 * holds. Memory doesn't grow with the file. One instance serves all threads.
 */
public final class FluxReader {
  private final Schema schema;
  private final int block;

  public FluxReader() {
    this(PassageCutter.BLOCK);
  }

  /**
   * Reads in a way of its own; what is told is the same in all of them.
   *
   * @param block so many bytes at once are searched for passages that the parser is spared; 0 to
   *     spare it none
   */
  FluxReader(int block) {
    this.schema = Parsers.schema();
    this.block = block;
    SchemaTables.flux(); // fails here, not within a reading
  }

  /**
   * Reads to the end, to the first place that can't be read, or until the sink has enough.
   *
   * @param file not closed
   * @param checking what is judged beyond the schema
   * @throws IOException when the bytes can't be got, or the thread is interrupted; never for what
   *     the bytes are
   */
  public FluxEnd read(InputStream file, Checking checking, FluxSink sink) throws IOException {
    Opening opening = Opening.of(file);
    Encoding encoding = opening.encoding();
    PassageLocator bytes =
        block > 0 && encoding.isUtf8() && opening.version10()
            ? new PassageCutter(opening.rest(), encoding, block)
            : new PassageLocator(opening.rest(), encoding);
    FluxHandler handler =
        new FluxHandler(Parsers.validator(schema), bytes, !opening.version11(), checking, sink);
    FluxEnd.How how;
    if (opening.refusal() != null) {
      sink.finding(opening.refusal());
      how = FluxEnd.How.UNREADABLE;
    } else {
      if (!encoding.isUtf8()) {
        sink.finding(
            new Finding(
                FindingCode.NOT_UTF8, Severity.WARNING, 1, 1, "", List.of(encoding.name())));
      }
      how = parse(source(bytes, encoding), bytes, handler);
    }
    return new FluxEnd(how, handler.header(), handler.passages(), opening.encodingName());
  }

  private static FluxEnd.How parse(InputSource source, PassageLocator bytes, FluxHandler handler)
      throws IOException {
    XMLReader reader = Parsers.reader();
    reader.setContentHandler(handler);
    reader.setErrorHandler(handler.parserErrors());
    try {
      reader.parse(source);
      return FluxEnd.How.COMPLETE;
    } catch (Enough e) {
      return FluxEnd.How.STOPPED;
    } catch (Unreadable e) {
      bytes.rethrowFailure(); // the parser takes some failures for the end of the document
      handler.tellUnreadable(e.finding());
    } catch (PassageLocator.PieceTooLong e) {
      handler.tellUnreadable(
          handler.here(
              FindingCode.PARSER_LIMIT,
              "Une balise, un commentaire ou un texte dépasse la limite de "
                  + PassageLocator.MAX_PIECE
                  + " octets."));
    } catch (CharacterCodingException e) {
      handler.tellUnreadable(
          handler.here(
              FindingCode.MALFORMED,
              "Des octets du fichier ne sont pas des caractères de son encodage."));
    } catch (SAXException e) {
      // All that the parser knows to say of a DOCTYPE among elements is which state it is in.
      handler.tellUnreadable(
          handler.here(
              FindingCode.MALFORMED,
              "Ce qui commence par « <! » n'est ni un commentaire ni une section CDATA."));
    }
    return FluxEnd.How.UNREADABLE;
  }

  /**
   * UTF-8 is left to the parser, which says where a byte is wrong; the others are decoded here,
   * because the parser would read undefined bytes as question marks.
   */
  private static InputSource source(PassageLocator bytes, Encoding encoding) {
    if (!encoding.isUtf8()) {
      return new InputSource(
          new InputStreamReader(
              bytes,
              encoding
                  .charset()
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
    InputSource source = new InputSource(bytes);
    source.setEncoding(encoding.name());
    return source;
  }
}
