package org.guichet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir Path data;

  @Test
  void namesThePortThatIsTakenAndItsSetting() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(Ports.clashes(SomeSettings.in(data, "GUICHET_SFTP_PORT", port)))
          .anySatisfy(clash -> assertThat(clash).contains(port, "GUICHET_SFTP_PORT"));
    }
  }

  @Test
  void namesAnAddressThatIsNotOfThisMachine() {
    assertThat(Ports.clashes(SomeSettings.in(data, "GUICHET_BIND", "192.0.2.1")))
        .anySatisfy(clash -> assertThat(clash).contains("192.0.2.1", "GUICHET_HTTP_PORT"));
  }
}
