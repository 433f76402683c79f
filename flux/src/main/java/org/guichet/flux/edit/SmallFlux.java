package org.guichet.flux.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.guichet.flux.SchemaTables;

/**
 * Writes a flux of a few passages into memory, in UTF-8: one that was typed, or some that are to be
 * tried out.
 */
public final class SmallFlux {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private SmallFlux() {}

  /** Who deposits for whom. */
  public record Head(String idFlux, String issuer, String certifier, String contract) {}

  /**
   * A passage under its certification.
   *
   * @param nature of the depositor; empty for none
   */
  public record Entry(String type, String code, String nature, PassageText passage) {}

  /**
   * The file: each passage under a certification of its own, in the order given, so that a passage
   * keeps its position.
   *
   * @param now its {@code horodatage}, to the second
   */
  public static byte[] of(Head head, OffsetDateTime now, List<Entry> entries) {
    StringBuilder xml = new StringBuilder(2048);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<flux xmlns=\"").append(SchemaTables.NAMESPACE).append("\">\n");
    element(xml, "idFlux", head.idFlux());
    element(xml, "horodatage", TIMESTAMP.format(now));
    xml.append("<emetteur>\n");
    element(xml, "idClient", head.issuer());
    xml.append("<certificateurs><certificateur>\n");
    element(xml, "idClient", head.certifier());
    element(xml, "idContrat", head.contract());
    xml.append("<certifications>\n");
    entries.forEach(entry -> certification(xml, entry));
    xml.append("</certifications>\n</certificateur></certificateurs>\n</emetteur>\n</flux>\n");
    return xml.toString().getBytes(UTF_8);
  }

  private static void certification(StringBuilder xml, Entry entry) {
    xml.append("<certification>\n");
    element(xml, "type", entry.type());
    element(xml, "code", entry.code());
    if (!entry.nature().isEmpty()) {
      element(xml, "natureDeposant", entry.nature());
    }
    xml.append("<passageCertifications>\n");
    String passage = entry.passage().xml();
    int name = passage.indexOf('<') + 1;
    while (!" \t\r\n/>".contains(passage.substring(name, name + 1))) {
      name++;
    }
    xml.append(passage, 0, name)
        .append(fresh(passage.substring(name), entry.passage().declarations()))
        .append(passage.substring(name))
        .append("\n</passageCertifications>\n</certification>\n");
  }

  /** Declarations that the start tag hasn't itself. */
  private static String fresh(String tag, String declarations) {
    StringBuilder fresh = new StringBuilder();
    Map<String, String> own = Attributes.of(tag.substring(0, Math.max(0, tag.indexOf('>'))));
    Attributes.of(declarations)
        .forEach(
            (name, value) -> {
              if (!own.containsKey(name)) {
                fresh.append(' ').append(name).append("=\"").append(value).append('"');
              }
            });
    return fresh.toString();
  }

  private static void element(StringBuilder xml, String name, String value) {
    xml.append('<').append(name).append('>').append(XmlValues.written(value));
    xml.append("</").append(name).append(">\n");
  }
}
