package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResponseHeadersTest {
  private final ResponseHeaders filter = new ResponseHeaders();

  ResponseHeadersTest() {
    filter.random = new SecureRandom();
  }

  @Test
  void letsPagesDoNothingBeyondThisHost() throws Exception {
    Requests.Asked asked = new Requests.Asked();
    Requests.Told told = pass(asked);
    String nonce = (String) asked.attributes.get(ResponseHeaders.NONCE);
    assertThat(told.headers)
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("Referrer-Policy", "same-origin")
        .containsEntry("Cache-Control", "no-cache")
        .containsEntry(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self' 'nonce-"
                + nonce
                + "'; style-src 'self' 'nonce-"
                + nonce
                + "'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'")
        .doesNotContainKey("Strict-Transport-Security");
  }

  @Test
  void neverUsesANonceTwice() throws Exception {
    Set<Object> nonces = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      Requests.Asked asked = new Requests.Asked();
      pass(asked);
      nonces.add(asked.attributes.get(ResponseHeaders.NONCE));
    }
    assertThat(nonces).hasSize(100);
  }

  @Test
  void insistsOnTlsWhereThereIsTls() throws Exception {
    assertThat(pass(new Requests.Asked().with("isSecure", true)).headers)
        .containsEntry("Strict-Transport-Security", "max-age=31536000");
  }

  @Test
  void letsOnlyWhatHasAVersionInItsAddressBeKept() throws Exception {
    assertThat(kept("/resources/css/guichet.css", "v=978f9b3fbc2b")).contains("immutable");
    assertThat(kept("/resources/css/guichet.css", "")).isEqualTo("no-cache");
    assertThat(kept("/index", "v=1")).isEqualTo("no-cache");
  }

  private String kept(String path, String query) throws Exception {
    Requests.Asked asked = new Requests.Asked().with("getRequestURI", path);
    asked.with("getQueryString", query);
    return String.valueOf(pass(asked).headers.get("Cache-Control"));
  }

  private Requests.Told pass(Requests.Asked asked) throws Exception {
    Requests.Told told = new Requests.Told();
    filter.doFilter(asked.request(), told.response(), new Requests.Chain().chain());
    return told;
  }
}
