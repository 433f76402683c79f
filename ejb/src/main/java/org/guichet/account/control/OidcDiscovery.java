package org.guichet.account.control;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.guichet.account.control.ProviderException.Kind;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of itself, and its keys; asked for when first needed, and again each hour.
 * While it doesn't answer, it is asked every ten seconds at most: those who wait for it aren't
 * many.
 */
final class OidcDiscovery {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final long KEYS_FRESH = Duration.ofMinutes(15).toMillis();
  private static final int KEYS_AT_MOST = 200_000;

  private final Settings.OpenId settings;
  private final Clock clock;
  private @Nullable Known known;
  private Instant askAgain = Instant.MIN;

  /** What is known of it. */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

  OidcDiscovery(Settings.OpenId settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  synchronized Known known() throws ProviderException {
    Instant now = clock.instant();
    if (now.isBefore(askAgain)) {
      if (known == null) {
        throw new ProviderException(Kind.UNREACHABLE, "it didn't answer a moment ago");
      }
      return known;
    }
    askAgain = now.plus(PAUSE);
    try {
      known = ask(millis());
      askAgain = now.plus(FRESH);
    } catch (ProviderException e) {
      if (known == null) {
        throw e;
      }
    }
    return known;
  }

  int millis() {
    return Math.toIntExact(settings.timeout().toMillis());
  }

  private Known ask(int millis) throws ProviderException {
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), millis, millis);
      refuseOpenRoads(metadata);
      return new Known(
          metadata,
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(millis, millis, KEYS_AT_MOST))
              .cache(KEYS_FRESH, millis)
              .refreshAheadCache(false)
              .rateLimited(false)
              .build());
    } catch (IOException e) {
      throw new ProviderException(Kind.UNREACHABLE, "no answer about itself: " + e.getMessage(), e);
    } catch (GeneralException | IllegalArgumentException e) {
      throw new ProviderException(Kind.UNREACHABLE, "what it says of itself: " + e.getMessage(), e);
    }
  }

  /** A provider that is safe to be asked doesn't name places that aren't. */
  private void refuseOpenRoads(OIDCProviderMetadata metadata)
      throws MalformedURLException, ProviderException {
    if (metadata.getAuthorizationEndpointURI() == null
        || metadata.getTokenEndpointURI() == null
        || metadata.getJWKSetURI() == null) {
      throw new ProviderException(Kind.UNREACHABLE, "it doesn't say where to ask");
    }
    boolean closed = settings.issuer().startsWith("https:");
    boolean open =
        Stream.of(
                metadata.getAuthorizationEndpointURI(),
                metadata.getTokenEndpointURI(),
                metadata.getJWKSetURI(),
                metadata.getUserInfoEndpointURI(),
                metadata.getEndSessionEndpointURI())
            .anyMatch((@Nullable URI uri) -> uri != null && !"https".equals(uri.getScheme()));
    if (closed && open) {
      throw new ProviderException(Kind.UNREACHABLE, "it names addresses without TLS");
    }
  }
}
