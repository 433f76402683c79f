package org.guichet.organisation.entity;

import java.security.MessageDigest;
import java.util.Base64;
import org.guichet.platform.entity.Sha256;

/** A public key that may sign in, in the one form by which it is compared. */
public final class PublicKey {
  private final String algorithm;
  private final byte[] wireForm;

  /**
   * @param algorithm the key type of SSH, such as {@code ssh-ed25519}
   * @param wireForm RFC 4253, 6.6, numbers written the shortest way
   */
  public PublicKey(String algorithm, byte[] wireForm) {
    this.algorithm = algorithm;
    this.wireForm = wireForm.clone();
  }

  /** The fingerprint of a key in wire form, as {@code ssh-keygen -l} prints it. */
  public static String fingerprint(byte[] wireForm) {
    MessageDigest digest = Sha256.newDigest();
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest.digest(wireForm));
  }

  public String algorithm() {
    return algorithm;
  }

  public byte[] wireForm() {
    return wireForm.clone();
  }

  public String fingerprint() {
    return fingerprint(wireForm);
  }
}
