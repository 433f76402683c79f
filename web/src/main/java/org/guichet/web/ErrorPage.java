package org.guichet.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser is shown when there is no page, or when making it failed. Uses as little as it
 * can, so that it works when most else doesn't: no Faces, no database.
 */
public class ErrorPage extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final String DOCUMENT = read();

  @Inject transient Assets assets;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status =
        request.getAttribute("jakarta.servlet.error.status_code") instanceof Integer code
            ? code
            : HttpServletResponse.SC_NOT_FOUND; // somebody typed this page's own address
    Texts texts = Texts.in(LanguageChoice.of(request));
    Map<String, String> places = new TreeMap<>();
    if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      String id = Incidents.met(request).id();
      places.put("title", texts.text("error.fault.title"));
      places.put("what", texts.text("error.fault.what"));
      places.put("todo", texts.text("error.fault.todo", id));
    } else {
      String key =
          switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "error.missing.";
            case HttpServletResponse.SC_FORBIDDEN -> "error.forbidden.";
            default -> "error.refused.";
          };
      places.put("title", texts.text(key + "title"));
      places.put("what", texts.text(key + "what"));
      places.put("todo", texts.text(key + "todo"));
    }
    places.put("status", Integer.toString(status));
    places.put("lang", texts.language().toLanguageTag());
    places.put("skip", texts.text("page.skip"));
    places.put("home", texts.text("error.home"));
    places.put("assistance", texts.text("assistance.title"));
    places.put("css", assets.address("css/guichet.css"));
    places.put("icon", assets.address("img/mark.svg"));
    places.put("context", request.getContextPath());
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().print(fill(places));
  }

  private static String fill(Map<String, String> places) {
    return PLACE
        .matcher(DOCUMENT)
        .replaceAll(
            place -> Matcher.quoteReplacement(escape(places.getOrDefault(place.group(1), ""))));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String read() {
    try (InputStream in = ErrorPage.class.getResourceAsStream("error.html")) {
      if (in == null) {
        throw new IllegalStateException("error.html is missing from the archive");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
