package org.guichet.sftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ChannelSubsystem;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the transport offers, and what it doesn't. */
class HardeningTest {
  @Test
  void offersOnlyAlgorithmsWithoutKnownWeakness() throws Exception {
    Map<KexProposalOption, String> offered = new ConcurrentHashMap<>();
    Map<KexProposalOption, String> agreed = new ConcurrentHashMap<>();
    try (OpenDoor door = new OpenDoor()) {
      door.client()
          .setKeyExchangeFactories(
              NamedFactory.setUpTransformedFactories(
                  true, List.of(BuiltinDHFactories.mlkem768x25519), ClientBuilder.DH2KEX));
      door.client()
          .addSessionListener(
              new SessionListener() {
                @Override
                public void sessionNegotiationEnd(
                    Session session,
                    Map<KexProposalOption, String> client,
                    Map<KexProposalOption, String> server,
                    Map<KexProposalOption, String> negotiated,
                    Throwable reason) {
                  offered.putAll(server);
                  agreed.putAll(negotiated);
                }
              });
      try (ClientSession session = door.session()) {
        assertThat(session.isAuthenticated()).isTrue();
      }
    }
    assertThat(list(offered, KexProposalOption.ALGORITHMS))
        .startsWith(
            "mlkem768x25519-sha256", "sntrup761x25519-sha512", "sntrup761x25519-sha512@openssh.com")
        .contains("curve25519-sha256")
        .noneMatch(name -> name.contains("nistp") || name.endsWith("sha1"));
    assertThat(list(offered, KexProposalOption.SERVERKEYS))
        .containsExactlyInAnyOrder("ssh-ed25519", "rsa-sha2-512", "rsa-sha2-256");
    assertThat(list(offered, KexProposalOption.S2CENC))
        .isEqualTo(list(offered, KexProposalOption.C2SENC))
        .containsExactly(
            "aes128-gcm@openssh.com",
            "aes256-gcm@openssh.com",
            "aes128-ctr",
            "aes192-ctr",
            "aes256-ctr");
    assertThat(list(offered, KexProposalOption.S2CMAC))
        .isEqualTo(list(offered, KexProposalOption.C2SMAC))
        .containsExactly(
            "hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com", "hmac-sha2-256");
    assertThat(list(offered, KexProposalOption.S2CCOMP)).containsExactly("none");
    assertThat(agreed.get(KexProposalOption.ALGORITHMS)).isEqualTo("mlkem768x25519-sha256");
  }

  @Test
  void offersTheStrictKeyExchangeThatDefeatsPrefixTruncation() throws Exception {
    try (OpenDoor door = new OpenDoor();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.server.port())) {
      socket.setSoTimeout((int) OpenDoor.LIMIT.toMillis());
      socket.getOutputStream().write("SSH-2.0-test\r\n".getBytes(US_ASCII));
      StringBuilder heard = new StringBuilder();
      byte[] chunk = new byte[4096];
      while (heard.indexOf("kex-strict-s-v00@openssh.com") < 0) {
        int count = socket.getInputStream().read(chunk);
        assertThat(count).as(heard.toString()).isPositive();
        heard.append(new String(chunk, 0, count, ISO_8859_1));
      }
      assertThat(heard).startsWith("SSH-2.0-Guichet\r\n");
    }
  }

  @Test
  void hasNothingButTheSftpSubsystem() throws Exception {
    try (OpenDoor door = new OpenDoor();
        ClientSession session = door.session()) {
      CoreModuleProperties.REQUEST_EXEC_REPLY.set(session, true);
      CoreModuleProperties.REQUEST_SHELL_REPLY.set(session, true);
      try (ChannelExec exec = session.createExecChannel("id");
          ChannelShell shell = session.createShellChannel();
          ChannelSubsystem scp = session.createSubsystemChannel("scp")) {
        for (ClientChannel refused : List.of(exec, shell, scp)) {
          refused.open().verify(OpenDoor.LIMIT);
          assertThat(refused.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), OpenDoor.LIMIT))
              .contains(ClientChannelEvent.CLOSED);
        }
      }
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () ->
                  session.startRemotePortForwarding(
                      new SshdSocketAddress("127.0.0.1", 0),
                      new SshdSocketAddress("127.0.0.1", 1)));
    }
  }

  @Test
  void offersNoExtensionThatCopiesHashesOrLinks() throws Exception {
    try (OpenDoor door = new OpenDoor();
        ClientSession session = door.session();
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
      assertThat(sftp.getServerExtensions().keySet())
          .contains("fsync@openssh.com", "posix-rename@openssh.com", "limits@openssh.com")
          .doesNotContain(
              "hardlink@openssh.com",
              "statvfs@openssh.com",
              "copy-data",
              "copy-file",
              "vendor-id",
              "acl-supported");
    }
  }

  @Test
  void makesItsHostKeysOnceAndKeepsThemToItself(@TempDir Path folder) throws Exception {
    HostKeys hostKeys = new HostKeys(folder.resolve("sftp"));

    List<KeyPair> made = hostKeys.loadOrMake();
    List<KeyPair> loaded = hostKeys.loadOrMake();

    assertThat(made).extracting(KeyUtils::getKeyType).containsExactly("ssh-ed25519", "ssh-rsa");
    assertThat(((RSAPublicKey) made.get(1).getPublic()).getModulus().bitLength()).isEqualTo(3072);
    assertThat(loaded)
        .extracting(key -> KeyUtils.getFingerPrint(key.getPublic()))
        .isEqualTo(made.stream().map(key -> KeyUtils.getFingerPrint(key.getPublic())).toList());
    Path file = folder.resolve("sftp/ssh_host_ed25519_key");
    assertThat(file).content().startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("sftp/ssh_host_rsa_key.pub")).content().startsWith("ssh-rsa ");
  }

  @Test
  void saysWhichHostKeyFileIsBroken(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("ssh_host_ed25519_key"), "");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new HostKeys(folder).loadOrMake())
        .withMessageContaining("ssh_host_ed25519_key");
  }

  private static List<String> list(
      Map<KexProposalOption, String> proposal, KexProposalOption option) {
    return List.of(proposal.getOrDefault(option, "").split(","));
  }
}
