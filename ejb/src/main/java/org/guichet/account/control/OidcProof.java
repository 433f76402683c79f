package org.guichet.account.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.UserInfoSuccessResponse;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.account.control.OidcDiscovery.Known;
import org.guichet.account.control.ProviderException.Kind;
import org.guichet.account.entity.ProvenIdentity;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the provider says holds: signed by one of its own keys, for us, now, and in answer
 * to what we asked.
 */
final class OidcProof {
  /** Those with a key that is the provider's alone: none without, none with the shared secret. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** As the standard bounds it. */
  private static final int SUBJECT_AT_MOST = 255;

  private final Settings.OpenId settings;
  private final JWSKeySelector<SecurityContext> keys;

  /** What was said, and the very words. */
  record Said(JWTClaimsSet claims, String words) {}

  OidcProof(Settings.OpenId settings, Known known) {
    this.settings = settings;
    this.keys = new JWSVerificationKeySelector<>(SIGNATURES, known.keys());
  }

  /** The ID token, when it holds. */
  Said ofIdToken(JWT token, String nonce) throws ProviderException {
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(settings.issuer()), new ClientID(settings.clientId()), keys, null);
    try {
      return new Said(
          validator.validate(token, new Nonce(nonce)).toJWTClaimsSet(), token.getParsedString());
    } catch (BadJOSEException | ParseException e) {
      throw new ProviderException(Kind.UNPROVEN, "its ID token: " + e.getMessage(), e);
    } catch (JOSEException e) {
      throw new ProviderException(Kind.UNREACHABLE, "its keys: " + e.getMessage(), e);
    }
  }

  /** What it says of the person beside, signed or not: it came from the provider itself. */
  Said ofUserInfo(HTTPResponse answer) throws ProviderException {
    try {
      UserInfoResponse response = UserInfoResponse.parse(answer);
      if (!response.indicatesSuccess()) {
        throw new ProviderException(Kind.UNPROVEN, "it tells nothing of the person");
      }
      UserInfoSuccessResponse told = response.toSuccessResponse();
      JWT signed = told.getUserInfoJWT();
      return new Said(
          signed == null ? told.getUserInfo().toJWTClaimsSet() : claims(signed),
          answer.getBody() == null ? "" : answer.getBody());
    } catch (ParseException e) {
      throw new ProviderException(Kind.UNPROVEN, "of the person: " + e.getMessage(), e);
    }
  }

  private JWTClaimsSet claims(JWT signed) throws ProviderException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(keys);
    processor.setJWTClaimsSetVerifier((claims, context) -> requireForUs(claims));
    try {
      return processor.process(signed, null);
    } catch (BadJOSEException e) {
      throw new ProviderException(Kind.UNPROVEN, "of the person: " + e.getMessage(), e);
    } catch (JOSEException e) {
      throw new ProviderException(Kind.UNREACHABLE, "its keys: " + e.getMessage(), e);
    }
  }

  /** The standard lets both be left out. */
  private void requireForUs(JWTClaimsSet claims) throws BadJWTException {
    if (claims.getIssuer() != null && !claims.getIssuer().equals(settings.issuer())) {
      throw new BadJWTException("said by another issuer");
    }
    if (!claims.getAudience().isEmpty() && !claims.getAudience().contains(settings.clientId())) {
      throw new BadJWTException("said to somebody else");
    }
  }

  /** Who it is, by the ID token; what the person is called, by either. */
  ProvenIdentity identity(Said idToken, Said more) throws ProviderException {
    String subject = idToken.claims().getSubject();
    if (subject.length() > SUBJECT_AT_MOST) {
      throw new ProviderException(Kind.UNPROVEN, "it calls the person by too long a name");
    }
    if (!subject.equals(more.claims().getSubject())) {
      throw new ProviderException(Kind.UNPROVEN, "it speaks of two persons");
    }
    String label =
        Stream.of("email", "preferred_username", "name")
            .flatMap(
                name ->
                    Stream.of(
                        text(more.claims().getClaim(name)), text(idToken.claims().getClaim(name))))
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(subject);
    return new ProvenIdentity(
        settings.issuer(), subject, label, proven(idToken.claims()), idToken.words());
  }

  private boolean proven(JWTClaimsSet claims) {
    boolean byMethod =
        claims.getClaim("amr") instanceof List<?> methods
            && !Collections.disjoint(settings.secondFactorAmr(), methods);
    return byMethod || settings.secondFactorAcr().contains(text(claims.getClaim("acr")));
  }

  private static String text(@Nullable Object claim) {
    return claim instanceof String text ? text : "";
  }
}
