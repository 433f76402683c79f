package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.guichet.notice.entity.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlPartTest {
  private static final String EVIL = "<img src=\"https://tracker.example/x.png\">&'\".xml";

  static Stream<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      for (String template : NoticeTextsTest.TEMPLATES) {
        notices.add(NoticeTextsTest.notice(language, template, NoticeTextsTest.ALL));
      }
    }
    return notices.stream();
  }

  /** Written as XML writes HTML, so that a parser of the JDK tells what is in it. */
  private static Document parsed(Notice notice) throws Exception {
    String html = html(notice).replaceFirst("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static String html(Notice notice) {
    return HtmlPart.of(NoticeTexts.in(notice.language()).content(notice));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @ParameterizedTest
  @MethodSource("notices")
  void saysWhatTheTextSays(Notice notice) throws Exception {
    MailContent content = NoticeTexts.in(notice.language()).content(notice);
    Document document = parsed(notice);
    String shown = document.getElementsByTagName("body").item(0).getTextContent();
    for (MailContent.Block block : content.blocks()) {
      if (block instanceof MailContent.Paragraph paragraph) {
        assertThat(shown).contains(paragraph.text());
      } else if (block instanceof MailContent.Facts facts) {
        facts.facts().forEach(fact -> assertThat(shown).contains(fact.label(), fact.value()));
      } else {
        ((MailContent.Table) block).rows().forEach(row -> assertThat(shown).contains(row));
      }
    }
    assertThat(shown).contains(content.footer());
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo(content.language());
    assertThat(elements(document, "title").get(0).getTextContent()).isEqualTo(content.subject());
    assertThat(elements(document, "h1")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("notices")
  void fetchesNothingFromAnywhere(Notice notice) throws Exception {
    Document document = parsed(notice);
    for (String name : List.of("img", "script", "link", "iframe", "object", "form", "base")) {
      assertThat(elements(document, name)).as(name).isEmpty();
    }
    assertThat(elements(document, "style").get(0).getTextContent())
        .doesNotContain("url(", "@import", "http")
        .contains("prefers-color-scheme: dark", "max-width: 30rem");
    for (Element link : elements(document, "a")) {
      assertThat(link.getAttribute("href")).isEqualTo("https://guichet.example");
    }
  }

  @Test
  void whatIsQuotedStaysText() throws Exception {
    Notice notice =
        NoticeTextsTest.notice(
            Locale.FRENCH,
            "upload.incomplete",
            Map.of("fileName", EVIL, "publicUrl", "https://guichet.example/\"onclick=\"x"));
    Document document = parsed(notice);
    assertThat(elements(document, "img")).isEmpty();
    assertThat(elements(document, "h1").get(0).getTextContent()).contains(EVIL);
    Node link = elements(document, "a").get(0);
    assertThat(link.getAttributes().getLength()).isEqualTo(1);
  }

  /** For people to look at: {@code -Dguichet.mails=FOLDER} writes one of each. */
  @Test
  void writesSamplesWhereSomebodyWantsToSeeThem() throws IOException {
    String folder = System.getProperty("guichet.mails", "target/mails");
    Files.createDirectories(Path.of(folder));
    for (Notice notice : notices().toList()) {
      Path file = Path.of(folder, notice.template() + "." + notice.language() + ".html");
      Files.writeString(file, html(notice));
      assertThat(file).isNotEmptyFile();
    }
  }
}
