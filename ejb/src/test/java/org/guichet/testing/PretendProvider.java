package org.guichet.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider on loopback that is as strict as real ones, and lies where a test asks
 * it to. People don't see it: a test {@link #grant grants} a code for the address that a browser
 * would have been sent to.
 */
public final class PretendProvider implements AutoCloseable {
  public static final String CLIENT = "guichet";
  public static final String SECRET = "a secret of forty characters, not one less";

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  /** What people are called there. */
  public record Person(String subject, String email) {}

  private record Grant(Person person, Map<String, List<String>> asked) {}

  private final HttpServer server;
  private final ECKey key;
  private final ECKey otherKey;
  private final Map<String, Grant> codes = new HashMap<>();
  private final Map<String, Person> tokens = new HashMap<>();
  private int granted;

  /** What it changes in the ID tokens that it signs. */
  public Consumer<JWTClaimsSet.Builder> lie = claims -> {};

  /** What it changes in what it says of itself. */
  public UnaryOperator<JsonObjectBuilder> changes = metadata -> metadata;

  /** With what it signs. */
  public Signing signing = Signing.OWN_KEY;

  /** Whether it answers about people with a signed text, as ProConnect does. */
  public boolean signsUserInfo;

  /** Whom it speaks of when it is asked about a person; null: of that person. */
  public @Nullable String speaksOf;

  /** What it answers to everything, other than 200. */
  public int fault = OK;

  /** Ways to sign. */
  public enum Signing {
    OWN_KEY,
    UNKNOWN_KEY,
    NONE,
    SHARED_SECRET
  }

  private PretendProvider(HttpServer server) throws JOSEException {
    this.server = server;
    key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    otherKey = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
  }

  public static PretendProvider started() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      PretendProvider provider = new PretendProvider(server);
      server.createContext("/.well-known/openid-configuration", provider::describe);
      server.createContext("/keys", provider::showKeys);
      server.createContext("/token", provider::redeem);
      server.createContext("/person", provider::tell);
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** As whom a deployment knows it; {@code mfa} and {@code high} stand for a second factor. */
  public Settings.OpenId settings() {
    return new Settings.OpenId(
        issuer(),
        CLIENT,
        new Settings.Secret(SECRET),
        Settings.ClientProof.AUTO,
        "Essai",
        List.of("openid", "email"),
        List.of("high", "low"),
        Set.of("high"),
        Set.of("mfa"),
        Duration.ofSeconds(5));
  }

  /**
   * Lets a person in whose browser was sent to this address; returns the code it comes back with.
   */
  public String grant(URI address, Person person) {
    granted++;
    String code = "code-" + granted;
    codes.put(code, new Grant(person, URLUtils.parseParameters(address.getRawQuery())));
    return code;
  }

  /** What the address of a departure says under a name. */
  public static String asked(URI address, String name) {
    List<String> values = URLUtils.parseParameters(address.getRawQuery()).get(name);
    return values == null ? "" : values.get(0);
  }

  private void describe(HttpExchange exchange) throws IOException {
    JsonObjectBuilder metadata =
        Json.createObjectBuilder()
            .add("issuer", issuer())
            .add("authorization_endpoint", issuer() + "/authorize")
            .add("token_endpoint", issuer() + "/token")
            .add("userinfo_endpoint", issuer() + "/person")
            .add("end_session_endpoint", issuer() + "/end")
            .add("jwks_uri", issuer() + "/keys")
            .add("claims_parameter_supported", true)
            .add("response_types_supported", Json.createArrayBuilder().add("code"))
            .add("subject_types_supported", Json.createArrayBuilder().add("public"))
            .add("code_challenge_methods_supported", Json.createArrayBuilder().add("S256"))
            .add("ui_locales_supported", Json.createArrayBuilder().add("fr").add("en"))
            .add(
                "token_endpoint_auth_methods_supported",
                Json.createArrayBuilder().add("client_secret_basic").add("client_secret_post"))
            .add("id_token_signing_alg_values_supported", Json.createArrayBuilder().add("ES256"));
    answer(exchange, OK, "application/json", changes.apply(metadata).build().toString());
  }

  private void showKeys(HttpExchange exchange) throws IOException {
    answer(exchange, OK, "application/json", new JWKSet(key).toString());
  }

  private void redeem(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> asked = URLUtils.parseParameters(body);
    boolean known =
        asked.getOrDefault("client_id", List.of("")).get(0).equals(CLIENT)
            && asked.getOrDefault("client_secret", List.of("")).get(0).equals(SECRET);
    Grant grant = codes.remove(asked.getOrDefault("code", List.of("")).get(0));
    if (!known) {
      answer(exchange, BAD_REQUEST, "application/json", "{\"error\":\"invalid_client\"}");
    } else if (grant == null || !fits(grant, asked)) {
      answer(exchange, BAD_REQUEST, "application/json", "{\"error\":\"invalid_grant\"}");
    } else {
      String token = "token-" + granted;
      tokens.put(token, grant.person());
      answer(
          exchange,
          OK,
          "application/json",
          Json.createObjectBuilder()
              .add("access_token", token)
              .add("token_type", "Bearer")
              .add("id_token", idToken(grant))
              .build()
              .toString());
    }
  }

  private static boolean fits(Grant grant, Map<String, List<String>> asked) {
    List<String> challenge = grant.asked().get("code_challenge");
    boolean proven =
        challenge == null
            || challenge
                .get(0)
                .equals(digest(asked.getOrDefault("code_verifier", List.of("")).get(0)));
    return proven && Objects.equals(grant.asked().get("redirect_uri"), asked.get("redirect_uri"));
  }

  private static String digest(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String idToken(Grant grant) {
    Date now = Date.from(Clock.systemUTC().instant());
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(grant.person().subject())
            .audience(CLIENT)
            .issueTime(now)
            .expirationTime(Date.from(now.toInstant().plus(Duration.ofMinutes(5))))
            .claim("nonce", grant.asked().getOrDefault("nonce", List.of("")).get(0));
    lie.accept(claims);
    return signed(claims.build());
  }

  private String signed(JWTClaimsSet claims) {
    try {
      return switch (signing) {
        case NONE -> new PlainJWT(claims).serialize();
        case SHARED_SECRET ->
            signed(
                claims, JWSAlgorithm.HS256, new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
        case OWN_KEY -> signed(claims, JWSAlgorithm.ES256, new ECDSASigner(key));
        case UNKNOWN_KEY -> signed(claims, JWSAlgorithm.ES256, new ECDSASigner(otherKey));
      };
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }

  private void tell(HttpExchange exchange) throws IOException {
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    Person person = tokens.get(shown.replace("Bearer ", ""));
    if (person == null) {
      answer(exchange, 401, "application/json", "{\"error\":\"invalid_token\"}");
      return;
    }
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .subject(speaksOf == null ? person.subject() : speaksOf)
            .claim("email", person.email())
            .build();
    answer(
        exchange,
        OK,
        signsUserInfo ? "application/jwt" : "application/json",
        signsUserInfo ? signed(claims) : claims.toString());
  }

  private void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(fault == OK ? status : fault, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
