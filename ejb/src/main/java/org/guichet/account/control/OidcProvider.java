package org.guichet.account.control;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.account.control.OidcDiscovery.Known;
import org.guichet.account.control.ProviderException.Kind;
import org.guichet.account.entity.ProvenIdentity;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider, by the code flow. What goes beyond its minimum is asked only where
 * the provider says that it knows it: some refuse whatever they don't know.
 */
@ApplicationScoped
public class OidcProvider implements IdentityProvider {
  /** Where the provider sends browsers back to; registered there. */
  public static final String RETURN = "/signin/provider-return";

  /** Where it sends them back to once they are signed out. */
  public static final String LEFT = "/signin/login";

  private static final int SERVER_FAULT = 500;

  private Optional<Settings.OpenId> settings = Optional.empty();
  private URI publicUrl = URI.create("http://localhost");
  private @Nullable OidcDiscovery discovery;

  /** For the container's proxies. */
  protected OidcProvider() {}

  @Inject
  public OidcProvider(Settings settings, Clock clock) {
    this.settings = settings.account().openId();
    this.publicUrl = settings.publicUrl();
    this.discovery = this.settings.map(openId -> new OidcDiscovery(openId, clock)).orElse(null);
  }

  @Override
  public Optional<String> name() {
    return settings.map(Settings.OpenId::name);
  }

  @Override
  public URI departure(ProviderWay way, Locale language) throws ProviderException {
    Settings.OpenId openId = openId();
    OIDCProviderMetadata metadata = discovery().known().metadata();
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                new ResponseType(ResponseType.Value.CODE),
                new Scope(openId.scopes().toArray(String[]::new)),
                new ClientID(openId.clientId()),
                back(RETURN))
            .endpointURI(metadata.getAuthorizationEndpointURI())
            .state(new State(way.state()))
            .nonce(new Nonce(way.nonce()));
    if (knowsChallenges(metadata)) {
      request.codeChallenge(new CodeVerifier(way.verifier()), CodeChallengeMethod.S256);
    }
    if (!openId.acrValues().isEmpty()) {
      request.acrValues(openId.acrValues().stream().map(ACR::new).toList());
    }
    if (!openId.secondFactorAmr().isEmpty() && metadata.supportsClaimsParam()) {
      ClaimsSetRequest methods =
          new ClaimsSetRequest()
              .add(
                  new ClaimsSetRequest.Entry("amr")
                      .withClaimRequirement(ClaimRequirement.ESSENTIAL));
      request.claims(new OIDCClaimsRequest().withIDTokenClaimsRequest(methods));
    }
    spoken(metadata, language).ifPresent(tag -> request.uiLocales(List.of(tag)));
    return request.build().toURI();
  }

  private static boolean knowsChallenges(OIDCProviderMetadata metadata) {
    List<CodeChallengeMethod> methods = metadata.getCodeChallengeMethods();
    return methods != null && methods.contains(CodeChallengeMethod.S256);
  }

  private static Optional<LangTag> spoken(OIDCProviderMetadata metadata, Locale language) {
    List<LangTag> spoken = metadata.getUILocales();
    return spoken == null
        ? Optional.empty()
        : spoken.stream()
            .filter(tag -> tag.getPrimaryLanguage().equals(language.getLanguage()))
            .findFirst();
  }

  @Override
  public ProvenIdentity redeem(ProviderWay way, String code) throws ProviderException {
    Known known = discovery().known();
    OidcProof proof = new OidcProof(openId(), known);
    OIDCTokens tokens = tokens(known.metadata(), way, code);
    OidcProof.Said said = proof.ofIdToken(tokens.getIDToken(), way.nonce());
    URI more = known.metadata().getUserInfoEndpointURI();
    if (more == null) {
      return proof.identity(said, said);
    }
    if (tokens.getBearerAccessToken() == null) {
      throw new ProviderException(Kind.UNPROVEN, "it gave no bearer token");
    }
    HTTPResponse answer =
        send(new UserInfoRequest(more, tokens.getBearerAccessToken()).toHTTPRequest());
    return proof.identity(said, proof.ofUserInfo(answer));
  }

  private OIDCTokens tokens(OIDCProviderMetadata metadata, ProviderWay way, String code)
      throws ProviderException {
    AuthorizationCodeGrant grant =
        knowsChallenges(metadata)
            ? new AuthorizationCodeGrant(
                new AuthorizationCode(code), back(RETURN), new CodeVerifier(way.verifier()))
            : new AuthorizationCodeGrant(new AuthorizationCode(code), back(RETURN));
    TokenRequest request =
        new TokenRequest.Builder(metadata.getTokenEndpointURI(), ourselves(metadata), grant)
            .build();
    try {
      TokenResponse answer = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
      if (answer instanceof TokenErrorResponse refusal) {
        throw new ProviderException(
            Kind.UNPROVEN, "it gave nothing for the code: " + refusal.getErrorObject().getCode());
      }
      return ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens();
    } catch (ParseException e) {
      throw new ProviderException(Kind.UNPROVEN, "its tokens: " + e.getMessage(), e);
    }
  }

  private ClientAuthentication ourselves(OIDCProviderMetadata metadata) {
    ClientID id = new ClientID(openId().clientId());
    Secret secret = new Secret(openId().clientSecret().value());
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean inTheForm =
        switch (openId().clientProof()) {
          case AUTO ->
              methods != null && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
          case POST -> true;
          case BASIC -> false;
        };
    return inTheForm ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
  }

  private HTTPResponse send(HTTPRequest request) throws ProviderException {
    request.setConnectTimeout(discovery().millis());
    request.setReadTimeout(discovery().millis());
    request.setFollowRedirects(false);
    try {
      HTTPResponse answer = request.send();
      if (answer.getStatusCode() >= SERVER_FAULT) {
        throw new ProviderException(Kind.UNREACHABLE, "it answers " + answer.getStatusCode());
      }
      return answer;
    } catch (IOException e) {
      throw new ProviderException(Kind.UNREACHABLE, "no answer: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<URI> farewell(String idToken, String state) throws ProviderException {
    URI end = discovery().known().metadata().getEndSessionEndpointURI();
    if (end == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LogoutRequest(end, JWTParser.parse(idToken), back(LEFT), new State(state)).toURI());
    } catch (java.text.ParseException e) {
      throw new ProviderException(Kind.UNPROVEN, "its token can't be given back", e);
    }
  }

  private URI back(String path) {
    return URI.create(publicUrl + path);
  }

  private Settings.OpenId openId() {
    return settings.orElseThrow(() -> new IllegalStateException("There is no provider"));
  }

  private OidcDiscovery discovery() {
    if (discovery == null) {
      throw new IllegalStateException("There is no provider");
    }
    return discovery;
  }
}
