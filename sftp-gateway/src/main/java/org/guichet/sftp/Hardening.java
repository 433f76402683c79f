package org.guichet.sftp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.BuiltinFactory;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.guichet.platform.entity.Settings;

/**
 * Leaves of the SSH library only what this door needs, and bounds all of it. The library's own
 * limits are mostly "none", so each is set here, also where its default would do.
 */
final class Hardening {
  static final int CHANNELS = 4;

  /** No NIST curve, no SHA-1. Those that this machine lacks are left out. */
  private static final List<BuiltinDHFactories> KEY_EXCHANGES =
      List.of(
          BuiltinDHFactories.mlkem768x25519,
          BuiltinDHFactories.sntrup761x25519,
          BuiltinDHFactories.sntrup761x25519_openssh,
          BuiltinDHFactories.curve25519,
          BuiltinDHFactories.curve25519_libssh,
          BuiltinDHFactories.dhg16_512,
          BuiltinDHFactories.dhg18_512);

  /** No CBC. */
  private static final List<BuiltinCiphers> CIPHERS =
      List.of(
          BuiltinCiphers.aes128gcm,
          BuiltinCiphers.aes256gcm,
          BuiltinCiphers.aes128ctr,
          BuiltinCiphers.aes192ctr,
          BuiltinCiphers.aes256ctr);

  /**
   * Over the ciphertext, wherever the client can: with AES-GCM none of them is used at all. The
   * last one is for libssh2 before 1.11 (curl and PHP of Debian 12), which knows no other.
   */
  private static final List<BuiltinMacs> MACS =
      List.of(BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256);

  /** Of clients' keys and of our own, which are Ed25519 and RSA only. */
  private static final List<BuiltinSignatures> SIGNATURES =
      List.of(
          BuiltinSignatures.ed25519,
          BuiltinSignatures.rsaSHA512,
          BuiltinSignatures.rsaSHA256,
          BuiltinSignatures.nistp256,
          BuiltinSignatures.nistp384,
          BuiltinSignatures.nistp521);

  /** Of clients' certificates; offered only where somebody may certify. */
  private static final List<BuiltinSignatures> OF_CERTIFICATES =
      List.of(
          BuiltinSignatures.ed25519_cert,
          BuiltinSignatures.rsaSHA512_cert,
          BuiltinSignatures.rsaSHA256_cert,
          BuiltinSignatures.nistp256_cert,
          BuiltinSignatures.nistp384_cert,
          BuiltinSignatures.nistp521_cert);

  private Hardening() {}

  /**
   * @param certificates whether they are taken
   * @param passwords whether they are taken
   */
  static void apply(
      SshServer server, Settings.SftpLimits limits, boolean certificates, boolean passwords) {
    algorithms(server, certificates);
    nothingButSessions(server);
    methods(server, passwords);
    limits(server, limits);
  }

  private static void algorithms(SshServer server, boolean certificates) {
    server.setKeyExchangeFactories(
        NamedFactory.setUpTransformedFactories(true, KEY_EXCHANGES, ServerBuilder.DH2KEX));
    server.setCipherFactories(BuiltinFactory.setUpFactories(true, CIPHERS));
    server.setMacFactories(BuiltinFactory.setUpFactories(true, MACS));
    List<BuiltinSignatures> signatures = new ArrayList<>(SIGNATURES);
    if (certificates) {
      signatures.addAll(OF_CERTIFICATES);
    }
    server.setSignatureFactories(BuiltinFactory.setUpFactories(true, signatures));
    server.setCompressionFactories(
        BuiltinFactory.setUpFactories(true, List.of(BuiltinCompressions.none)));
  }

  private static void methods(SshServer server, boolean passwords) {
    server.setUserAuthFactories(
        passwords
            ? List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE)
            : List.of(UserAuthPublicKeyFactory.INSTANCE));
    CoreModuleProperties.AUTH_METHODS.set(server, passwords ? "publickey password" : "publickey");
    server.setKeyboardInteractiveAuthenticator(null);
    server.setHostBasedAuthenticator(null);
    server.setGSSAuthenticator(null);
  }

  private static void nothingButSessions(SshServer server) {
    server.setShellFactory(null);
    server.setCommandFactory(null);
    server.setAgentFactory(null);
    server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    server.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
    server.setGlobalRequestHandlers(
        List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
  }

  private static void limits(SshServer server, Settings.SftpLimits limits) {
    CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "Guichet");
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, limits.signInTries());
    CoreModuleProperties.AUTH_TIMEOUT.set(server, limits.signInTime());
    // These would count keep-alives as life, and a long look at a file as death: see Sessions.
    CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(server, Duration.ZERO);
    CoreModuleProperties.SOCKET_KEEPALIVE.set(server, true);
    CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, limits.sessions());
    CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, CHANNELS);
    CoreModuleProperties.MAX_IDENTIFICATION_SIZE.set(server, 1024);
    CoreModuleProperties.WINDOW_SIZE.set(server, 2L * 1024 * 1024);
    CoreModuleProperties.MAX_PACKET_SIZE.set(server, 32L * 1024);
    CoreModuleProperties.LIMIT_PACKET_SIZE.set(server, 256L * 1024);
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    CoreModuleProperties.DISCONNECT_TIMEOUT.set(server, Duration.ofSeconds(2));
    CoreModuleProperties.CHANNEL_CLOSE_TIMEOUT.set(server, Duration.ofSeconds(2));
    SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, limits.handles());
    SftpModuleProperties.MAX_WRITEDATA_PACKET_LENGTH.set(server, 256 * 1024);
    SftpModuleProperties.MAX_READDATA_PACKET_LENGTH.set(server, 63 * 1024);
    SftpModuleProperties.MAX_READDIR_DATA_SIZE.set(server, 16 * 1024);
  }
}
