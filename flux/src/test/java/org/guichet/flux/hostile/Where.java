package org.guichet.flux.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.guichet.flux.FluxSamples;

/**
 * A place in a valid file of three passages, where something is put. Of the passages the first is
 * always read by the parser; the second and the third are those that it may be spared.
 */
enum Where {
  START("§<?xml"),
  PROLOG("§<flux"),
  ROOT_ATTRIBUTE("XMLSchema-instance\" §>"),
  ATTRIBUTE_VALUE("XMLSchema-instance\" xsi:schemaLocation=\"urn:a §b\">", "XMLSchema-instance\">"),
  BEFORE_HEADER("§<idFlux>"),
  HEADER_VALUE("<idFlux>FL§UX"),
  BETWEEN_PASSAGES("§<passageCertification><idTechnique>T-000002"),
  PASSAGE_ATTRIBUTE("<passageCertification §><idTechnique>T-000002"),
  IN_PASSAGE("§<idTechnique>T-000002"),
  VALUE_ATTRIBUTE("<idTechnique §>T-000002"),
  PASSAGE_VALUE("T-000§002"),
  LAST_VALUE("T-000§003"),
  COMMENT("<!-- a§b --><idTechnique>T-000002", "<idTechnique>T-000002"),
  CDATA("<![CDATA[T-000§002]]>", "T-000002"),
  INSTRUCTION("<?pi a§b?><idTechnique>T-000002", "<idTechnique>T-000002"),
  NAME("<idTech§nique>T-000002"),
  END_OF_PASSAGES("§</passageCertifications>"),
  BEFORE_END("§</flux>"),
  AFTER_END("</flux>\n§");

  /** Where text is a value. */
  static final Set<Where> VALUES = EnumSet.of(HEADER_VALUE, PASSAGE_VALUE, LAST_VALUE);

  /** Where an element, a comment or an instruction may be put without breaking a value. */
  static final Set<Where> ELEMENTS =
      EnumSet.of(BEFORE_HEADER, BETWEEN_PASSAGES, IN_PASSAGE, END_OF_PASSAGES, BEFORE_END);

  /** Where there is character data of some sort. */
  static final Set<Where> TEXTS =
      EnumSet.of(
          ATTRIBUTE_VALUE,
          BEFORE_HEADER,
          HEADER_VALUE,
          BETWEEN_PASSAGES,
          IN_PASSAGE,
          PASSAGE_VALUE,
          LAST_VALUE,
          COMMENT,
          CDATA,
          INSTRUCTION,
          BEFORE_END);

  private final String before;
  private final String behind;

  /** Where the file holds this, but for the mark and blanks before it. */
  Where(String put) {
    this(put, put.replace(" §", "").replace("§", ""));
  }

  Where(String put, String found) {
    String file = file();
    int at = file.indexOf(found);
    int mark = put.indexOf('§');
    if (at < 0 || mark < 0) {
      throw new IllegalArgumentException(put);
    }
    before = file.substring(0, at) + put.substring(0, mark);
    behind = put.substring(mark + 1) + file.substring(at + found.length());
  }

  /** A valid file, in which nothing is put. */
  static String file() {
    return FluxSamples.flux()
        .passages(3)
        .xml()
        .replaceAll("<passageCertification>\\s+", "<passageCertification>");
  }

  String put(String piece) {
    return before + piece + behind;
  }

  byte[] put(byte[] piece) {
    return put(piece, UTF_8);
  }

  /** In another encoding, which the file declares. */
  byte[] put(byte[] piece, Charset charset) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(encoded(before, charset));
    file.writeBytes(piece);
    file.writeBytes(encoded(behind, charset));
    return file.toByteArray();
  }

  private static byte[] encoded(String part, Charset charset) {
    return part.replace("\"UTF-8\"", "\"" + charset.name() + "\"").getBytes(charset);
  }

  /** With a piece that is made while it is read. */
  InputStream put(InputStream piece, Charset charset) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(encoded(before, charset)),
                piece,
                new ByteArrayInputStream(encoded(behind, charset)))));
  }
}
