package org.guichet.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.guichet.web.Requests;
import org.guichet.web.health.HealthChecks.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthEndpointTest {
  private static final HealthCheck DATABASE =
      () -> new HealthCheckResponse("database", Status.UP, Optional.of(Map.of("pool", 20L)));
  private static final HealthCheck SFTP =
      () -> new HealthCheckResponse("sftp", Status.UP, Optional.empty());
  private static final HealthCheck FULL_STORE =
      () ->
          new HealthCheckResponse(
              "store", Status.DOWN, Optional.of(Map.of("free", "0 B", "writable", false)));

  @Test
  void rendersChecksInTheOrderOfTheirNames() {
    assertThat(HealthEndpoint.toJson(HealthChecks.run(List.of(SFTP, DATABASE))))
        .hasToString(
            "{\"status\":\"UP\",\"checks\":["
                + "{\"name\":\"database\",\"status\":\"UP\",\"data\":{\"pool\":20}},"
                + "{\"name\":\"sftp\",\"status\":\"UP\"}]}");
  }

  @Test
  void isDownWhenOneCheckIs() {
    assertThat(HealthEndpoint.toJson(HealthChecks.run(List.of(DATABASE, FULL_STORE))))
        .hasToString(
            "{\"status\":\"DOWN\",\"checks\":["
                + "{\"name\":\"database\",\"status\":\"UP\",\"data\":{\"pool\":20}},"
                + "{\"name\":\"store\",\"status\":\"DOWN\","
                + "\"data\":{\"free\":\"0 B\",\"writable\":false}}]}");
  }

  @Test
  void isUpWithoutAnyCheck() {
    assertThat(HealthEndpoint.toJson(HealthChecks.run(List.of())))
        .hasToString("{\"status\":\"UP\",\"checks\":[]}");
  }

  @Test
  void takesACheckThatThrowsAsDownAndKeepsItsMessageBack() {
    String json = HealthEndpoint.toJson(HealthChecks.run(List.of(new Broken()))).toString();
    assertThat(json)
        .isEqualTo(
            "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"Broken\",\"status\":\"DOWN\","
                + "\"data\":{\"cause\":\"java.lang.IllegalStateException\"}}]}");
  }

  @Test
  void answers200And503AndForbidsKeeping() throws IOException {
    Requests.Told up = get(List.of(DATABASE), null);
    assertThat(up.status).isEqualTo(HttpServletResponse.SC_OK);
    assertThat(up.headers)
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Content-Type", "application/json");
    assertThat(up.body()).startsWith("{\"status\":\"UP\"");

    Requests.Told down = get(List.of(FULL_STORE), "/");
    assertThat(down.status).isEqualTo(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    assertThat(down.body()).startsWith("{\"status\":\"DOWN\"");
  }

  @Test
  void knowsTheFourAddressesAndNoOther() throws IOException {
    assertThat(HealthEndpoint.kind("/live")).contains(Kind.LIVE);
    assertThat(HealthEndpoint.kind("/ready")).contains(Kind.READY);
    assertThat(HealthEndpoint.kind("/started")).contains(Kind.STARTED);
    assertThat(get(List.of(), "/elsewhere").status).isEqualTo(HttpServletResponse.SC_NOT_FOUND);
  }

  private static Requests.Told get(List<HealthCheck> checks, @Nullable String path)
      throws IOException {
    HealthEndpoint endpoint = new HealthEndpoint();
    endpoint.checks =
        new HealthChecks() {
          @Override
          public HealthReport run(Kind kind) {
            return HealthChecks.run(checks);
          }
        };
    Requests.Told told = new Requests.Told();
    Requests.Asked asked = new Requests.Asked();
    asked.with("getPathInfo", path == null ? "/" : path);
    endpoint.doGet(asked.request(), told.response());
    return told;
  }

  private static final class Broken implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
      throw new IllegalStateException("password=secret");
    }
  }
}
