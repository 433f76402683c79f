package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Children come in any order, at every level, and the reader tells the same. */
class AnyOrderTest {
  private static final int ROUNDS = 20;

  /** Their order says something: it is the order of the passages. */
  private static final Set<String> LISTS =
      Set.of("certifications", "passageCertifications", "resultats");

  @ParameterizedTest
  @ValueSource(strings = {"FULL", "BY_INSEE_CODE", "BY_DOSSIER", "BY_NIR"})
  void tellsTheSameInAnyOrderOfChildren(String sample) throws Exception {
    String xml = (String) Spoiling.class.getDeclaredField(sample).get(null);
    Recording straight = Recording.of(xml);
    Random random = new Random(20_260_201);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] shuffled = shuffled(xml, random);
      Recording read = Recording.of(shuffled);
      assertThat(read.all()).as(new String(shuffled, UTF_8)).isEmpty();
      assertThat(read.end).isEqualTo(straight.end);
      assertThat(read.headers).hasSize(1);
      assertThat(read.certifications).isEqualTo(straight.certifications);
      assertThat(read.passages)
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line", "offset", "length")
          .isEqualTo(straight.passages);
    }
  }

  private static byte[] shuffled(String xml, Random random) throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    shuffle(document.getDocumentElement(), random);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TransformerFactory.newDefaultInstance()
        .newTransformer()
        .transform(new DOMSource(document), new StreamResult(out));
    return out.toByteArray();
  }

  private static void shuffle(Element element, Random random) {
    List<Element> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element e) {
        children.add(e);
        shuffle(e, random);
      }
    }
    if (!LISTS.contains(element.getLocalName())) {
      Collections.shuffle(children, random);
      children.forEach(element::appendChild); // moves it to the end
    }
  }
}
