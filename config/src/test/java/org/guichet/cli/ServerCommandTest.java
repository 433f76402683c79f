package org.guichet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.guichet.platform.entity.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandTest {
  private static final Path JAVA = Path.of("/jdk/bin/java");

  @TempDir Path data;

  @Test
  void putsNoSecretOnTheCommandLine() {
    List<String> words =
        words(
            "GUICHET_DB_URL",
            "jdbc:postgresql://db/desk",
            "GUICHET_DB_PASSWORD",
            "s3cret-1",
            "GUICHET_SMTP_HOST",
            "mail.example",
            "GUICHET_SMTP_USER",
            "desk",
            "GUICHET_SMTP_PASSWORD",
            "s3cret-2");

    assertThat(String.join(" ", words)).doesNotContain("s3cret");
  }

  @Test
  void tellsTheServerWhereItsDoorsAndRowsAre() {
    assertThat(
            words(
                "GUICHET_BIND",
                "192.0.2.7",
                "GUICHET_HTTP_PORT",
                "81",
                "GUICHET_MANAGEMENT_PORT",
                "7000",
                "GUICHET_DB_URL",
                "jdbc:postgresql://db/desk"))
        .startsWith("/jdk/bin/java")
        .contains(
            "-Dguichet.data=" + data,
            "-Dguichet.bind=192.0.2.7",
            "-Dguichet.http.port=81",
            "-Dguichet.management.port=7000",
            "-Djboss.management.http.port=7001",
            "-Dguichet.datasource.driver=postgresql",
            "-Dguichet.datasource.url=jdbc:postgresql://db/desk?stringtype=unspecified&reWriteBatchedInserts=true&logServerErrorDetail=false")
        .noneMatch(word -> word.contains("guichet.tls"));
  }

  @Test
  void keepsRowsInTheDataFolderByDefault() {
    assertThat(words())
        .contains("-Dguichet.datasource.driver=h2")
        .anyMatch(word -> word.startsWith("-Dguichet.datasource.url=jdbc:h2:async:" + data));
  }

  @Test
  void asksForSecureCookiesWhereLinksAreHttps() {
    assertThat(words("GUICHET_PUBLIC_URL", "https://desk.example"))
        .contains("-Dguichet.cookie.secure=true");
    assertThat(words()).contains("-Dguichet.cookie.secure=false");
  }

  @Test
  void believesTheNamedProxiesOnly() {
    assertThat(words("GUICHET_TRUSTED_PROXIES", "10.0.0.1, 10.0.0.2"))
        .contains("-Dguichet.trusted.peers=equals('%a', '10.0.0.1') or equals('%a', '10.0.0.2')");
    assertThat(words()).noneMatch(word -> word.contains("trusted"));
  }

  @Test
  void takesIpv6WhereItIsBoundToIt() {
    assertThat(words()).contains("-Djava.net.preferIPv4Stack=true");
    assertThat(words("GUICHET_BIND", "::1")).noneMatch(word -> word.contains("preferIPv4Stack"));
  }

  @Test
  void letsADebuggerInOnTheLoopbackInterfaceOnlyAndWhenAsked() {
    Settings settings = SomeSettings.in(data);
    ServerCommand command = new ServerCommand(JAVA, new Home(Path.of("/home")), settings);

    assertThat(command.words(OptionalInt.of(8787)))
        .anyMatch(word -> word.startsWith("-agentlib:jdwp") && word.contains("127.0.0.1:8787"));
    assertThat(words()).noneMatch(word -> word.contains("jdwp"));
  }

  @Test
  void handsTheEnvironmentOnWithoutEmptySettings() {
    ServerCommand command =
        new ServerCommand(JAVA, new Home(Path.of("/home")), SomeSettings.in(data));

    assertThat(
            command.environment(
                Map.of("PATH", "/bin", "GUICHET_DB_PASSWORD", " ", "GUICHET_ZONE", "UTC"), "pw"))
        .containsEntry("PATH", "/bin")
        .containsEntry("GUICHET_ZONE", "UTC")
        .containsEntry("GUICHET_TLS_STORE_PASSWORD", "pw")
        .doesNotContainKey("GUICHET_DB_PASSWORD");
  }

  private List<String> words(String... namesAndValues) {
    Settings settings = SomeSettings.in(data, namesAndValues);
    return new ServerCommand(JAVA, new Home(Path.of("/home")), settings).words(OptionalInt.empty());
  }
}
