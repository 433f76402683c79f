package org.guichet.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** The guides of the documentation, as pages of the portal show them. */
@ApplicationScoped
public class GuideBook {
  private static final String FOLDER = "/WEB-INF/guides/";
  private static final List<Extension> TABLES = List.of(TablesExtension.create());

  /** Of these headings the first begins the French text, the second the English one. */
  private static final int LANGUAGE_LEVEL = 2;

  private final Map<String, String> pages = new ConcurrentHashMap<>();

  @Inject ServletContext context;
  @Inject Assets assets;

  /**
   * A guide in one language, without its heading.
   *
   * @param name of its file, without ending
   * @return HTML; headings from the second level
   */
  public String html(String name, Locale language) {
    boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return pages.computeIfAbsent(name + (english ? ".en" : ".fr"), key -> read(name, english));
  }

  private String read(String name, boolean english) {
    String path = FOLDER + name + ".md";
    try (InputStream in = context.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no " + path);
      }
      String markdown = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return render(part(Parser.builder().extensions(TABLES).build().parse(markdown), english));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Node part(Node whole, boolean english) {
    Document part = new Document();
    int wanted = english ? 2 : 1;
    int languages = 0;
    Node node = whole.getFirstChild();
    while (node != null) {
      Node next = node.getNext(); // before it moves
      if (node instanceof Heading heading && heading.getLevel() <= LANGUAGE_LEVEL) {
        languages += heading.getLevel() == LANGUAGE_LEVEL ? 1 : 0;
      } else if (languages == wanted) {
        part.appendChild(raised(node));
      }
      node = next;
    }
    return part;
  }

  /** The page's own heading stands where the guide's did. */
  private static Node raised(Node node) {
    if (node instanceof Heading heading) {
      heading.setLevel(heading.getLevel() - 1);
    }
    return node;
  }

  private String render(Node part) {
    return HtmlRenderer.builder()
        .extensions(TABLES)
        .escapeHtml(true)
        .nodeRendererFactory(Addresses::new)
        .build()
        .render(part);
  }

  /** Pictures are ours, and open in full; other documents aren't here. */
  private final class Addresses implements NodeRenderer {
    private final HtmlNodeRendererContext renderer;

    Addresses(HtmlNodeRendererContext renderer) {
      this.renderer = renderer;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class, Link.class);
    }

    @Override
    public void render(Node node) {
      if (node instanceof Image image) {
        picture(image);
      } else {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
          renderer.render(child);
        }
      }
    }

    private void picture(Image image) {
      String address = assets.address(image.getDestination());
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("src", address);
      attributes.put("alt", words(image));
      attributes.put("loading", "lazy");
      HtmlWriter html = renderer.getWriter();
      html.tag("a", Map.of("href", address));
      html.tag("img", attributes, true);
      html.tag("/a");
    }

    private String words(Image image) {
      StringBuilder words = new StringBuilder();
      for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof org.commonmark.node.Text text) {
          words.append(text.getLiteral());
        }
      }
      return words.toString();
    }
  }
}
