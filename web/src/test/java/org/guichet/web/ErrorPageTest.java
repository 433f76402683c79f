package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrorPageTest {
  private final ErrorPage page = new ErrorPage();
  private final Requests.Asked asked = new Requests.Asked();
  private final Requests.Told told = new Requests.Told();

  @BeforeEach
  void wire() {
    page.assets = new Assets();
    page.assets.context =
        (ServletContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) ->
                    method.getName().equals("getContextPath")
                        ? ""
                        : new ByteArrayInputStream(new byte[0]));
  }

  @Test
  void saysThatThereIsNoSuchPageInTheReadersLanguage() throws Exception {
    asked.attributes.put("jakarta.servlet.error.status_code", 404);
    page.service(asked.header("Accept-Language", "en").request(), told.response());
    assertThat(told.status).isEqualTo(404);
    assertThat(told.headers).containsEntry("Content-Type", "text/html;charset=UTF-8");
    assertThat(told.body())
        .contains("<html lang=\"en\">", "<title>Page not found · Guichet</title>")
        .contains("<h1>Page not found</h1>")
        .doesNotContain("{");
  }

  @Test
  void isNotThereForWhoTypesItsAddress() throws Exception {
    page.service(asked.request(), told.response());
    assertThat(told.status).isEqualTo(404);
    assertThat(told.body()).contains("<h1>Page introuvable</h1>");
  }

  @Test
  void saysThatARequestWasRefused() throws Exception {
    asked.attributes.put("jakarta.servlet.error.status_code", 405);
    page.service(asked.request(), told.response());
    assertThat(told.status).isEqualTo(405);
    assertThat(told.body()).contains("<h1>Demande refusée</h1>");
  }

  @Test
  void showsTheIncidentThatWasLoggedAndNothingOfTheFault() throws Exception {
    FilterChain broken =
        (request, response) -> {
          throw new IllegalStateException("password=secret");
        };
    new Incidents().doFilter(asked.request(), told.response(), broken);
    assertThat(told.status).isEqualTo(500);
    Incident incident = Incidents.met(asked.request());

    asked.attributes.put("jakarta.servlet.error.status_code", 500);
    page.service(asked.request(), told.response());
    assertThat(told.status).isEqualTo(500);
    assertThat(told.body())
        .contains("le numéro d’incident " + incident.id())
        .doesNotContain("secret");
  }
}
