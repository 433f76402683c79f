package org.guichet.flux.hostile;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What hostile files want to have fetched.
 *
 * @param http where somebody listens, so that each connection would be noticed; ends with a slash
 * @param secret a file that is there, so that reading it would work
 */
record Targets(String http, Path secret) {
  List<String> all() {
    String path = secret.toUri().getRawPath();
    String authority = URI.create(http).getRawAuthority();
    return List.of(
        http + "x.dtd",
        http.replace("http:", "https:"),
        http.replace("http:", "ftp:") + "x",
        http.replace("http:", "gopher:"),
        "//" + authority + "/x",
        "file://" + path,
        "file:" + path,
        "file://localhost" + path,
        "file://" + authority + path,
        path,
        secret.getFileName().toString(),
        "../../../../../../../../" + path,
        "jar:" + http + "x.jar!/x",
        "jar:file://" + path + "!/x",
        "netdoc://" + path,
        "jrt:/java.base/java/lang/Object.class",
        "data:text/plain,x",
        "urn:cdc:cpf:pc5:schema:1.0.0",
        "%66ile://" + path,
        "\\\\" + authority + "\\x");
  }

  /** One of each way. */
  List<String> few() {
    return List.of(http + "x", "file://" + secret.toUri().getRawPath(), secret.toString());
  }
}
