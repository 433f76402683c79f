package org.guichet.cli.administration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stands in for the server's endpoint: keeps what it is asked, answers what it was told to. */
final class StandInServer implements AutoCloseable {
  static final String TOKEN = "c2VjcmV0";

  private final HttpServer server;
  final List<String> asked = new ArrayList<>();
  final List<String> languages = new ArrayList<>();
  private int status = 200;
  private String answer = "{}";

  StandInServer(Path data) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    layKey(data, port());
  }

  static void layKey(Path data, int port) throws IOException {
    Path file = data.resolve("run/administration.properties");
    Files.createDirectories(data.resolve("run"));
    Files.writeString(file, "port=" + port + "\ntoken=" + TOKEN + "\n");
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What it answers from now on; {@code '} stands for {@code "}. */
  StandInServer answers(int code, String body) {
    status = code;
    answer = body.replace('\'', '"');
    return this;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean opens =
        ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
    languages.add(exchange.getRequestHeaders().getFirst("Accept-Language"));
    byte[] bytes = (opens ? answer : "not found").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(opens ? status : 404, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
