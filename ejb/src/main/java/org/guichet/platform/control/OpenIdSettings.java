package org.guichet.platform.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guichet.platform.entity.Setting;
import org.guichet.platform.entity.Settings;

/** Reads what concerns the OpenID Connect provider: all of it, or nothing. */
final class OpenIdSettings {
  /** Each must be there when the issuer is. */
  private static final List<Setting> NEEDED =
      List.of(Setting.OIDC_CLIENT_ID, Setting.OIDC_CLIENT_SECRET, Setting.OIDC_NAME);

  private static final List<Setting> USELESS_ALONE =
      List.of(
          Setting.OIDC_CLIENT_ID,
          Setting.OIDC_CLIENT_SECRET,
          Setting.OIDC_NAME,
          Setting.OIDC_ACR_VALUES,
          Setting.OIDC_SECOND_FACTOR_ACR,
          Setting.OIDC_SECOND_FACTOR_AMR);

  private static final Pattern NAME = Pattern.compile(".{1,40}");
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private OpenIdSettings() {}

  static Optional<Settings.OpenId> read(SettingTexts texts) {
    List<String> scopes = names(texts, Setting.OIDC_SCOPES);
    Duration timeout = texts.duration(Setting.OIDC_TIMEOUT, Duration.ofSeconds(1));
    if (timeout.compareTo(LONGEST) > 0) {
      texts.mistake(Setting.OIDC_TIMEOUT, "is longer than " + LONGEST);
    }
    if (!scopes.contains("openid")) {
      texts.mistake(Setting.OIDC_SCOPES, "lacks openid");
    }
    Settings.ClientProof proof = texts.oneOf(Setting.OIDC_CLIENT_AUTH, Settings.ClientProof.class);
    Optional<String> issuer = issuer(texts);
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    for (Setting needed : NEEDED) {
      if (texts.optional(needed).isEmpty()) {
        texts.mistake(needed, "is missing while GUICHET_OIDC_ISSUER is set");
      }
    }
    return Optional.of(
        new Settings.OpenId(
            issuer.get(),
            texts.optional(Setting.OIDC_CLIENT_ID).orElse(""),
            new Settings.Secret(texts.optional(Setting.OIDC_CLIENT_SECRET).orElse("")),
            proof,
            name(texts),
            scopes,
            names(texts, Setting.OIDC_ACR_VALUES),
            new LinkedHashSet<>(names(texts, Setting.OIDC_SECOND_FACTOR_ACR)),
            new LinkedHashSet<>(names(texts, Setting.OIDC_SECOND_FACTOR_AMR)),
            timeout));
  }

  private static Optional<String> issuer(SettingTexts texts) {
    Optional<String> given = texts.optional(Setting.OIDC_ISSUER);
    if (given.isEmpty()) {
      for (Setting useless : USELESS_ALONE) {
        if (texts.optional(useless).isPresent()) {
          texts.mistake(useless, "has no effect while GUICHET_OIDC_ISSUER is missing");
        }
      }
      return Optional.empty();
    }
    try {
      URI uri = new URI(given.get());
      if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
        texts.mistake(Setting.OIDC_ISSUER, "is not a web address");
      } else if ("http".equals(uri.getScheme()) && !SettingsReader.loopback(uri.getHost())) {
        texts.mistake(Setting.OIDC_ISSUER, "would send the secret readable over the network");
      } else if (!List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
        texts.mistake(Setting.OIDC_ISSUER, "is not a web address");
      }
    } catch (URISyntaxException e) {
      texts.mistake(Setting.OIDC_ISSUER, "is not a web address");
    }
    return given;
  }

  private static String name(SettingTexts texts) {
    return texts
        .optional(Setting.OIDC_NAME)
        .filter(
            name -> {
              boolean fits = NAME.matcher(name).matches();
              if (!fits) {
                texts.mistake(Setting.OIDC_NAME, "is too long");
              }
              return fits;
            })
        .orElse("");
  }

  private static List<String> names(SettingTexts texts, Setting setting) {
    return Arrays.stream(texts.text(setting).split("\\s+", -1))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
