package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.guichet.deposit.entity.DepositKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depositors do with OpenSSH's sftp. */
class OpenSshClientTest {
  private final OpenDoor door = new OpenDoor();
  @TempDir Path here;
  private OpenSsh client;

  @SuppressWarnings("NullAway.Init")
  OpenSshClientTest() {}

  @BeforeEach
  void connect() throws Exception {
    assumeTrue(OpenSsh.installed(), "OpenSSH's sftp is not installed (package openssh-client)");
    client = new OpenSsh(door, OpenDoor.key(), here);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void putsAFileAndFetchesItsReceipt() throws Exception {
    Files.writeString(here.resolve("flux.xml"), "<flux/>");
    door.outbox.put(door.organisation, "", "Accuse_de_reception_flux.xml", "<accuse/>");

    OpenSsh.Result result =
        client.sftp(
            "put flux.xml /depot/flux.xml",
            "ls -l /depot",
            "get /accuses/Accuse_de_reception_flux.xml accuse.xml");

    assertThat(result.output()).contains("flux.xml");
    assertThat(result.exit()).isZero();
    assertThat(door.spool.kept())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.name()).isEqualTo("flux.xml");
              assertThat(file.kind()).isEqualTo(DepositKind.REAL);
              assertThat(file.text()).isEqualTo("<flux/>");
            });
    assertThat(here.resolve("accuse.xml")).hasContent("<accuse/>");
  }
}
