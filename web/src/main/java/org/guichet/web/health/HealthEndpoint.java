package org.guichet.web.health;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.guichet.web.health.HealthChecks.Kind;
import org.jspecify.annotations.Nullable;

/**
 * {@code /health}, {@code /health/live}, {@code /health/ready}, {@code /health/started}: the checks
 * in the JSON of MicroProfile Health. 200 when all are up, else 503.
 */
@WebServlet(urlPatterns = {"/health", "/health/*"})
public class HealthEndpoint extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient HealthChecks checks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Kind> kind = kind(request.getPathInfo());
    if (kind.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    HealthReport report = checks.run(kind.get());
    byte[] body = toJson(report).toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(
        report.up() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  static Optional<Kind> kind(@Nullable String path) {
    if (path == null || path.equals("/")) {
      return Optional.of(Kind.ALL);
    }
    return switch (path) {
      case "/live" -> Optional.of(Kind.LIVE);
      case "/ready" -> Optional.of(Kind.READY);
      case "/started" -> Optional.of(Kind.STARTED);
      default -> Optional.empty();
    };
  }

  static JsonObject toJson(HealthReport report) {
    JsonArrayBuilder checks = Json.createArrayBuilder();
    for (HealthReport.Check check : report.checks()) {
      JsonObjectBuilder item =
          Json.createObjectBuilder().add("name", check.name()).add("status", status(check.up()));
      if (!check.data().isEmpty()) {
        JsonObjectBuilder data = Json.createObjectBuilder();
        check.data().forEach((name, value) -> add(data, name, value));
        item.add("data", data);
      }
      checks.add(item);
    }
    return Json.createObjectBuilder()
        .add("status", status(report.up()))
        .add("checks", checks)
        .build();
  }

  private static void add(JsonObjectBuilder data, String name, Object value) {
    if (value instanceof Boolean flag) {
      data.add(name, flag);
    } else if (value instanceof Number number) {
      data.add(name, number.longValue());
    } else {
      data.add(name, value.toString());
    }
  }

  private static String status(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
