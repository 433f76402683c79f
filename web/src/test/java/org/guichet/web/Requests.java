package org.guichet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses for tests: only what is set is there, anything else fails the test. */
public final class Requests {
  private Requests() {}

  /** A request whose getters answer what was put in. */
  public static final class Asked {
    private final Map<String, Object> answers = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String[]> parameters = new HashMap<>();
    public final Map<String, Object> attributes = new HashMap<>();

    public Asked() {
      answers.put("getMethod", "GET");
      answers.put("isSecure", false);
      answers.put("getRequestURI", "/");
      answers.put("getContextPath", "");
    }

    /** What a getter answers. */
    public Asked with(String getter, Object answer) {
      answers.put(getter, answer);
      return this;
    }

    public Asked header(String name, String value) {
      headers.put(name.toLowerCase(Locale.ROOT), value);
      return this;
    }

    public Asked parameter(String name, String... values) {
      parameters.put(name, values);
      return this;
    }

    public Asked cookie(String name, String value) {
      return with("getCookies", new Cookie[] {new Cookie(name, value)});
    }

    public HttpServletRequest request() {
      return (HttpServletRequest)
          Proxy.newProxyInstance(
              Requests.class.getClassLoader(),
              new Class<?>[] {HttpServletRequest.class},
              (proxy, method, arguments) -> answer(method.getName(), arguments));
    }

    private @Nullable Object answer(String method, Object @Nullable [] arguments) {
      if (arguments == null) {
        if (method.equals("getLocales")) {
          return Collections.enumeration(
              Locale.LanguageRange.parse(headers.getOrDefault("accept-language", "de")).stream()
                  .map(range -> Locale.forLanguageTag(range.getRange()))
                  .toList());
        }
        if (method.equals("getCookies") || method.equals("getQueryString")) {
          return answers.get(method);
        }
        if (answers.containsKey(method)) {
          return answers.get(method);
        }
        if (method.equals("getParameterMap")) {
          return Map.copyOf(parameters);
        }
        throw new AssertionError("Nothing was said about " + method);
      }
      return switch (method) {
        case "getHeader" -> headers.get(((String) arguments[0]).toLowerCase(Locale.ROOT));
        case "getParameter" -> {
          String[] values = parameters.get(arguments[0]);
          yield values == null ? null : values[0];
        }
        case "getParameterValues" -> parameters.get(arguments[0]);
        case "getAttribute" -> attributes.get(arguments[0]);
        case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
        default -> throw new AssertionError("Nothing was said about " + method);
      };
    }
  }

  /** Keeps what a response was told. */
  public static final class Told {
    public final Map<String, String> headers = new HashMap<>();
    public final List<Cookie> cookies = new ArrayList<>();
    public int status = HttpServletResponse.SC_OK;
    public boolean committed;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(bytes, true, StandardCharsets.UTF_8);

    public String body() {
      writer.flush();
      return bytes.toString(StandardCharsets.UTF_8);
    }

    public HttpServletResponse response() {
      return (HttpServletResponse)
          Proxy.newProxyInstance(
              Requests.class.getClassLoader(),
              new Class<?>[] {HttpServletResponse.class},
              (proxy, method, arguments) -> tell(method.getName(), arguments));
    }

    private @Nullable Object tell(String method, Object @Nullable [] arguments) {
      switch (method) {
        case "setStatus", "sendError" -> status = (Integer) first(arguments);
        case "setHeader", "addHeader" ->
            headers.put((String) first(arguments), (String) second(arguments));
        case "sendRedirect" -> headers.put("Location", (String) first(arguments));
        case "setContentType" -> headers.put("Content-Type", (String) first(arguments));
        case "setContentLength", "setCharacterEncoding", "reset" -> {}
        case "addCookie" -> cookies.add((Cookie) first(arguments));
        case "isCommitted" -> {
          return committed;
        }
        case "getOutputStream" -> {
          return new Sink(bytes);
        }
        case "getWriter" -> {
          return writer;
        }
        default -> throw new AssertionError("Nothing was said about " + method);
      }
      return null;
    }

    private static Object first(Object @Nullable [] arguments) {
      return at(0, arguments);
    }

    private static Object second(Object @Nullable [] arguments) {
      return at(1, arguments);
    }

    private static Object at(int index, Object @Nullable [] arguments) {
      if (arguments == null) {
        throw new AssertionError("An argument is missing");
      }
      return arguments[index];
    }
  }

  /** A chain that counts how often it was gone through. */
  public static final class Chain {
    public int passed;

    public FilterChain chain() {
      return (request, response) -> passed++;
    }
  }

  private static final class Sink extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Sink(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("Tests write at once");
    }

    @Override
    public void write(int b) {
      bytes.write(b);
    }
  }
}
