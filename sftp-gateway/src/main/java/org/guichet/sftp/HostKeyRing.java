package org.guichet.sftp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host keys in use, read anew when their files change. A connection keeps to the end what it
 * began with: clients don't take another key in the middle.
 */
final class HostKeyRing implements KeyPairProvider {
  private static final Logger log = LoggerFactory.getLogger(HostKeyRing.class);
  private static final AttributeKey<Keys> BEGAN_WITH = new AttributeKey<>();

  private final HostKeys files;
  private volatile Keys keys;

  /**
   * What there is at a time.
   *
   * @param current by which the server shows who it is
   * @param announced these, and those that will come after them
   */
  private record Keys(List<KeyPair> current, List<KeyPair> announced, Object state) {}

  HostKeyRing(HostKeys files) throws IOException, GeneralSecurityException {
    this.files = files;
    this.keys = read(files);
  }

  private static Keys read(HostKeys files) throws IOException, GeneralSecurityException {
    List<KeyPair> current = files.loadOrMake();
    List<KeyPair> announced = new ArrayList<>(current);
    announced.addAll(files.next());
    return new Keys(current, List.copyOf(announced), files.state());
  }

  /** Takes what changed in the files; while they can't be read, what was there before holds. */
  void refresh() {
    try {
      if (!files.state().equals(keys.state())) {
        keys = read(files);
        log.info("SFT-122 host keys read anew current={} announced={}", prints(), announced());
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      log.warn("SFT-199 host keys could not be read anew, those before hold", e);
    }
  }

  @Override
  public Iterable<KeyPair> loadKeys(@Nullable SessionContext session) {
    return of(session).current();
  }

  private Keys of(@Nullable SessionContext session) {
    if (session == null) {
      return keys;
    }
    Keys began = session.getAttribute(BEGAN_WITH);
    if (began == null) {
      began = keys;
      session.setAttribute(BEGAN_WITH, began);
    }
    return began;
  }

  /** What clients that are in are told: the keys in use and the next ones. */
  List<PublicKey> announcedTo(SessionContext session) {
    return of(session).announced().stream().map(KeyPair::getPublic).toList();
  }

  /** The pair of an announced key. */
  Optional<KeyPair> announced(SessionContext session, byte[] wireForm) {
    return of(session).announced().stream()
        .filter(key -> Arrays.equals(KeyAuthentication.wireForm(key.getPublic()), wireForm))
        .findFirst();
  }

  /** Those in use, in the order of preference. */
  List<PublicKey> current() {
    return keys.current().stream().map(KeyPair::getPublic).toList();
  }

  /** Fingerprints of those in use. */
  List<String> prints() {
    return prints(keys.current());
  }

  private List<String> announced() {
    return prints(keys.announced());
  }

  private static List<String> prints(List<KeyPair> keys) {
    return keys.stream().map(key -> KeyUtils.getFingerPrint(key.getPublic())).toList();
  }
}
