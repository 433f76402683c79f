package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody reaches without signing in: every view of the archive is asked for. */
@ExtendWith(OneServer.class)
class PublicPagesST {
  private static final Path WEBAPP = Path.of("..", "web", "src", "main", "webapp");
  private static final Path SOURCES = Path.of("..", "web", "src", "main", "java");
  private static final String VIEW = ".xhtml";
  private static final int OK = 200;
  private static final int REDIRECT = 302;
  private static final int NOT_FOUND = 404;

  private static final Set<String> PUBLIC =
      Set.of(
          "/index",
          "/accessibility",
          "/assistance",
          "/assistance/sent",
          "/assistance/ticket",
          "/signin/login",
          "/signin/second-factor",
          "/signin/enrolment",
          "/signin/recovery-codes",
          "/signin/activation",
          "/signin/forgotten",
          "/signin/sent",
          "/signin/reset",
          "/signin/address",
          "/signin/change",
          "/signin/provider",
          "/signin/provider-return",
          "/signin/link",
          "/signin/leaving",
          "/signin/registration",
          "/signin/personal",
          "/signin/slip");

  private final RunningServer server;

  PublicPagesST(RunningServer server) {
    this.server = server;
  }

  static List<String> views() throws IOException {
    try (Stream<Path> files = Files.walk(WEBAPP)) {
      return files
          .map(file -> "/" + WEBAPP.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(VIEW) && !path.startsWith("/WEB-INF"))
          .map(path -> path.substring(0, path.length() - VIEW.length()))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("views")
  void isOpenToAnybodyOnlyWhereThatIsMeant(String view) throws Exception {
    for (String address : List.of(view, view + VIEW)) {
      HttpResponse<String> answer = get(address);
      if (PUBLIC.contains(view)) {
        assertThat(answer.statusCode()).as(address).isEqualTo(OK);
      } else {
        assertLedToSigningIn(address, answer);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/portal",
        "/portal/",
        "/portal/nothing",
        "/portal/sign-out",
        "/portal/act-for",
        "/portal/end-session",
        "/portal/my-data",
        "/portal/unlink-identity",
        "/portal;x=y/dashboard",
        "/portal/./dashboard",
        "/signin/../portal/dashboard",
        "/%70ortal/dashboard",
        "/portal//dashboard",
        "//portal/dashboard"
      })
  void isClosedHoweverItsAddressIsWritten(String address) throws Exception {
    HttpResponse<String> answer = get(address);
    assertThat(answer.body()).doesNotContain("<h1>Tableau de bord");
    assertThat(answer.statusCode()).as(address).isNotEqualTo(OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/WEB-INF/web.xml",
        "/WEB-INF/templates/shell.xhtml",
        "/META-INF/MANIFEST.MF",
        "/nothing",
        "/resources/nothing.css"
      })
  void isNotThereAtAll(String address) throws Exception {
    assertThat(get(address).statusCode()).as(address).isEqualTo(NOT_FOUND);
  }

  /** Beside the views: what web.xml and annotations put at addresses of their own. */
  @Test
  void opensNoOtherAddressThanThoseOfHealthAndErrors() throws Exception {
    for (String address : matches(WEBAPP.resolve("WEB-INF/web.xml"), "<url-pattern>(/[^*<]+)<")) {
      if (address.startsWith("/portal/")) {
        assertLedToSigningIn(address, get(address));
      } else {
        assertThat(address).isEqualTo("/error");
      }
    }
    List<String> annotated = new ArrayList<>();
    for (Path source : sources()) {
      annotated.addAll(
          matches(source, "@(?:WebServlet|ApplicationPath|ServerEndpoint|WebFilter)\\((.*)\\)"));
    }
    assertThat(annotated)
        .containsExactlyInAnyOrder(
            "urlPatterns = {\"/health\", \"/health/*\"}",
            "\"administration\"",
            // Under /portal/, so behind signing in: DepositsST and ImportST try it.
            "value = \"/portal/live\", configurator = LiveHandshake.class",
            "value = \"/portal/live/import/{id}\", configurator = LiveHandshake.class");
  }

  @Test
  void showsTheEndpointOfTheCommandLineToNobodyWithoutItsKey() throws Exception {
    int resources = 0;
    for (Path source : sources()) {
      for (String path : matches(source, "(?m)^@Path\\(\"(.*)\"\\)")) {
        String address = "/administration/" + path.replace("{matricule}", "77ZZZ001");
        assertThat(get(address).statusCode()).as(address).isEqualTo(NOT_FOUND);
        assertThat(get(server.loopback("/"), address).statusCode())
            .as("from this machine, " + address)
            .isEqualTo(NOT_FOUND);
        resources++;
      }
    }
    assertThat(resources).isGreaterThan(5);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** What stands in the first group wherever the expression matches. */
  private static List<String> matches(Path file, String expression) throws IOException {
    return Pattern.compile(expression)
        .matcher(Files.readString(file))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static void assertLedToSigningIn(String address, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(address).isEqualTo(REDIRECT);
    assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath())
        .as(address)
        .isEqualTo("/signin/login");
  }

  private HttpResponse<String> get(String address) throws Exception {
    return get(server.web("/"), address);
  }

  private static HttpResponse<String> get(URI root, String address) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + root.getAuthority() + address))
            .header("Accept-Language", "fr")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
