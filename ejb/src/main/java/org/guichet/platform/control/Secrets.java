package org.guichet.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.guichet.platform.entity.Settings;

/**
 * Keys that the server derives from its secret file: one for each purpose, so that none opens what
 * another closed. The purpose is part of the key: its text never changes.
 */
@ApplicationScoped
public class Secrets {
  @Inject Settings settings;
  @Inject SecureRandom random;

  private byte[] secret = new byte[0];

  /** For the container's proxies. */
  protected Secrets() {}

  public Secrets(byte[] secret, SecureRandom random) {
    this.secret = secret.clone();
    this.random = random;
  }

  @PostConstruct
  void read() {
    try {
      secret = SecretFile.readOrMake(settings.secretFile(), random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes and opens small texts for one purpose. */
  public SealedTexts texts(String purpose) {
    return new SealedTexts(derive(purpose), random);
  }

  /** 32 bytes that only this deployment knows; the same for the same purpose. */
  public byte[] derive(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
    }
  }
}
