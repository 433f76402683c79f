package org.guichet.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.signature.SignatureFactoriesManager;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * User certificates of OpenSSH, as authorities that the deployment trusts make them ({@code
 * ssh-keygen -s ca -n MATRICULE -V +8h …}). Good is one only when everything that it says is
 * understood and holds; each reason to refuse stands in the log.
 */
final class Certificates {
  private static final Logger log = LoggerFactory.getLogger(Certificates.class);

  private final List<PublicKey> authorities;
  private final Clock clock;

  Certificates(List<PublicKey> authorities, Clock clock) {
    this.authorities = List.copyOf(authorities);
    this.clock = clock;
  }

  /**
   * The authorities' keys in a file, one a line.
   *
   * @throws IOException also when a line is no key, or one that isn't taken: nobody should believe
   *     that it is trusted
   */
  static List<PublicKey> authoritiesIn(Optional<Path> file) throws IOException {
    List<PublicKey> keys = new ArrayList<>();
    if (file.isPresent()) {
      int number = 0;
      for (String line : Files.readAllLines(file.get())) {
        number++;
        if (!line.isBlank() && !line.strip().startsWith("#")) {
          keys.add(authority(line.strip(), file.get() + ", line " + number));
        }
      }
      if (keys.isEmpty()) {
        throw new IOException("No public key in " + file.get());
      }
    }
    return keys;
  }

  private static PublicKey authority(String line, String place) throws IOException {
    try {
      PublicKey key = PublicKeyEntry.parsePublicKeyEntry(line).resolvePublicKey(null, null, null);
      if (key != null && !(key instanceof OpenSshCertificate) && KeyAuthentication.accepted(key)) {
        return key;
      }
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new IOException("No public key of OpenSSH: " + place, e);
    }
    throw new IOException("A key that isn't taken (RSA from 3072 bits, ECDSA, ed25519): " + place);
  }

  boolean trustsSomebody() {
    return !authorities.isEmpty();
  }

  /**
   * Whether {@code certificate} is good for this name, from this address, now.
   *
   * @param session whose signature algorithms may be used
   */
  boolean good(
      OpenSshCertificate certificate, String userName, String address, SessionContext session) {
    Optional<String> problem = problem(certificate, userName, address, session);
    problem.ifPresent(
        text ->
            log.info(
                "SFT-110 certificate refused: {} user={} serial={} key={} address={}",
                text,
                Matricule.parse(userName).map(Matricule::value).orElse("?"),
                Long.toUnsignedString(certificate.getSerial()),
                KeyUtils.getFingerPrint(certificate.getCertPubKey()),
                address));
    return problem.isEmpty();
  }

  private Optional<String> problem(
      OpenSshCertificate certificate, String userName, String address, SessionContext session) {
    if (certificate.getType() != OpenSshCertificate.Type.USER) {
      return Optional.of("it isn't one of a user");
    }
    if (!OpenSshCertificate.isValidAt(certificate, clock.instant())) {
      return Optional.of("it isn't valid now");
    }
    if (!names(certificate, userName)) {
      return Optional.of("it isn't for that name");
    }
    if (!KeyAuthentication.accepted(certificate.getCertPubKey())) {
      return Optional.of("its key is too short or of a kind that isn't taken");
    }
    if (!trusted(certificate.getCaPubKey())) {
      return Optional.of("its authority isn't trusted");
    }
    return signed(certificate, session)
        ? ofOptions(certificate, address)
        : Optional.of("its authority's signature is wrong");
  }

  /** One without names would be good for everybody. */
  private static boolean names(OpenSshCertificate certificate, String userName) {
    Optional<Matricule> user = Matricule.parse(userName);
    return user.isPresent()
        && certificate.getPrincipals() != null
        && certificate.getPrincipals().stream().map(Matricule::parse).anyMatch(user::equals);
  }

  private boolean trusted(PublicKey authority) {
    byte[] wireForm = KeyAuthentication.wireForm(authority);
    return authorities.stream()
        .anyMatch(one -> Arrays.equals(KeyAuthentication.wireForm(one), wireForm));
  }

  /** The library has looked at it too; this must not depend on that. */
  private static boolean signed(OpenSshCertificate certificate, SessionContext session) {
    try {
      String algorithm = certificate.getSignatureAlgorithm();
      PublicKey authority = certificate.getCaPubKey();
      if (!(session instanceof SignatureFactoriesManager signatures)
          || !KeyUtils.getKeyType(authority).equals(KeyUtils.getCanonicalKeyType(algorithm))) {
        return false;
      }
      Signature verifier = NamedFactory.create(signatures.getSignatureFactories(), algorithm);
      if (verifier == null) {
        return false;
      }
      verifier.initVerifier(session, authority);
      verifier.update(session, certificate.getMessage());
      return verifier.verify(session, certificate.getSignature());
    } catch (Exception e) {
      log.info("SFT-111 signature of a certificate could not be checked", e);
      return false;
    }
  }

  private static Optional<String> ofOptions(OpenSshCertificate certificate, String address) {
    for (OpenSshCertificate.CertificateOption option : certificate.getCriticalOptions()) {
      if (!OpenSshCertificate.SOURCE_ADDRESS.equals(option.getName())) {
        return Optional.of("it demands something that isn't known here");
      }
      if (!Network.anyContains(networks(option.getData()), address)) {
        return Optional.of("it isn't for that address");
      }
    }
    return Optional.empty();
  }

  /** Where one range can't be read, none counts. */
  private static List<Network> networks(String data) {
    List<Optional<Network>> networks =
        Arrays.stream(data.split(",", -1)).map(Network::parse).toList();
    return networks.stream().allMatch(Optional::isPresent)
        ? networks.stream().map(Optional::orElseThrow).toList()
        : List.of();
  }
}
