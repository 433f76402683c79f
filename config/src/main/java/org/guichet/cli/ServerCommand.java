package org.guichet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.guichet.platform.entity.Settings;

/**
 * The command that runs the server. Everybody on the machine can read a command line, so nothing
 * secret is in it: passwords reach the server by its environment.
 */
final class ServerCommand {
  /** Beyond the largest file: the rest of a form. */
  private static final long FORM_SLACK = 1L << 20;

  // What the application server's own start script passes on a JDK with modules.
  private static final List<String> MODULES =
      List.of(
          "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
          "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.management/javax.management=ALL-UNNAMED",
          "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

  // Little memory while nothing happens, and no optimising compiler at work on what runs only once
  // at the start: loops over large files still reach it soon.
  private static final List<String> FRUGAL =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms96m",
          "-Xmn40m",
          "-XX:MinHeapFreeRatio=15",
          "-XX:MaxHeapFreeRatio=30",
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=160000");

  private final Path java;
  private final Home home;
  private final Settings settings;

  ServerCommand(Path java, Home home, Settings settings) {
    this.java = java;
    this.home = home;
    this.settings = settings;
  }

  /**
   * The words of the command.
   *
   * @param debugPort where a debugger may connect, on the loopback interface
   */
  List<String> words(OptionalInt debugPort) {
    DataFolder data = new DataFolder(settings.data());
    List<String> words = new ArrayList<>();
    words.add(java.toString());
    words.addAll(machine());
    debugPort.ifPresent(
        port ->
            words.add(
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port));
    words.addAll(MODULES);
    words.add("-Dorg.jboss.boot.log.file=" + data.serverLog());
    words.add(
        "-Dlogging.configuration="
            + data.server().resolve("configuration").resolve("logging.properties").toUri());
    words.addAll(List.of("-jar", home.server().resolve("jboss-modules.jar").toString()));
    words.addAll(List.of("-mp", home.server().resolve("modules").toString()));
    words.add("org.jboss.as.standalone");
    words.add("-Djboss.home.dir=" + home.server());
    words.add("-Djboss.server.base.dir=" + data.server());
    words.add("--read-only-server-config=" + ServerFolder.CONFIGURATION);
    properties().forEach((name, value) -> words.add("-D" + name + "=" + value));
    return words;
  }

  /** All flags of the JVM; docs/performance.md says what each is worth. */
  private List<String> machine() {
    List<String> flags = new ArrayList<>(FRUGAL);
    flags.addAll(
        List.of(
            "-Xmx" + settings.heapSize(),
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=" + new DataFolder(settings.data()).logs().resolve("jvm-%p.log"),
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Djboss.modules.system.pkgs=org.jboss.byteman"));
    if (!settings.http().bind().contains(":")) {
      flags.add("-Djava.net.preferIPv4Stack=true");
    }
    return flags;
  }

  /** What the configuration of the application server refers to, and settings made absolute. */
  private Map<String, Object> properties() {
    Settings.Http http = settings.http();
    Settings.Database database = settings.database();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("guichet.data", settings.data());
    properties.put("guichet.secret-file", settings.secretFile());
    properties.put("guichet.node", settings.node());
    properties.put("jboss.node.name", settings.node());
    properties.put("guichet.bind", http.bind());
    properties.put("guichet.http.port", http.port());
    properties.put("guichet.management.port", http.managementPort());
    properties.put("jboss.management.http.port", http.managementPort() + 1);
    properties.put("guichet.http.max-post-size", settings.deposit().maxSize() + FORM_SLACK);
    properties.put("guichet.cookie.secure", "https".equals(settings.publicUrl().getScheme()));
    properties.put("guichet.sftp.threads", 2 * settings.sftp().limits().sessions() + 2);
    properties.put("guichet.datasource.url", database.url());
    properties.put(
        "guichet.datasource.driver",
        database.url().startsWith("jdbc:postgresql:") ? "postgresql" : "h2");
    properties.put("guichet.db.user", database.user());
    properties.put("guichet.db.connections", database.connections());
    properties.put("guichet.console.level", "OFF");
    // Else all libraries are searched for it a dozen times with each mail.
    properties.put(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    http.tls().ifPresent(tls -> properties.putAll(secured(tls)));
    if (!http.trustedProxies().isEmpty()) {
      properties.put("guichet.trusted.peers", peers(http.trustedProxies()));
    }
    return properties;
  }

  private Map<String, Object> secured(Settings.Tls tls) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("guichet.tls.certificate", tls.certificate());
    properties.put("guichet.tls.key", tls.key());
    properties.put("guichet.tls.enabled", true);
    properties.put("guichet.plain.enabled", false);
    properties.put("guichet.https.port", settings.http().port());
    properties.put("guichet.tls.store", new DataFolder(settings.data()).tlsStore());
    return properties;
  }

  /** A predicate of the web server that holds for requests from these addresses. */
  private static String peers(List<String> addresses) {
    return addresses.stream()
        .map(address -> "equals('%a', '" + address + "')")
        .collect(Collectors.joining(" or "));
  }

  /**
   * The environment of the server: this one's, without empty settings, which would hide defaults.
   *
   * @param tlsStorePassword opens the key store that was made for this start
   */
  Map<String, String> environment(Map<String, String> ours, String tlsStorePassword) {
    Map<String, String> environment = new LinkedHashMap<>(ours);
    environment
        .entrySet()
        .removeIf(entry -> entry.getKey().startsWith("GUICHET_") && entry.getValue().isBlank());
    environment.put("GUICHET_TLS_STORE_PASSWORD", tlsStorePassword);
    // Fewer pools of native memory: many threads, little to do for each.
    environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
    return environment;
  }
}
