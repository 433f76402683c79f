package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.sftp.FakeSpool.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depositors do with curl (libssh2, which PHP and others build on too). */
class CurlClientTest {
  private final OpenDoor door = new OpenDoor();
  private @TempDir Path here;
  private Workstation machine;

  @SuppressWarnings("NullAway.Init")
  CurlClientTest() {}

  @BeforeEach
  void connect() throws Exception {
    Tools.need("curl", "curl");
    machine = new Workstation(door, OpenDoor.key(), here);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private Workstation.Result curl(String path, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("curl", "-q", "-sS", "--insecure", "--user", "12ABC345:"));
    command.addAll(List.of("--key", machine.key().toString()));
    command.addAll(List.of("--pubkey", machine.key() + ".pub"));
    command.addAll(List.of(options));
    command.add("sftp://127.0.0.1:" + machine.port() + path);
    return machine.run(command);
  }

  private String done(String path, String... options) throws Exception {
    Workstation.Result result = curl(path, options);
    assertThat(result.exit()).as(result.output()).isZero();
    return result.output();
  }

  @Test
  void putsAFileAndFetchesItsReceipt() throws Exception {
    machine.file("flux.xml", "<flux/>");
    door.outbox.put(door.organisation, "", "Accuse_de_reception_flux.xml", "<accuse/>");

    done("/depot/", "-T", "flux.xml");

    assertThat(done("/accuses/Accuse_de_reception_flux.xml")).isEqualTo("<accuse/>");
    assertThat(door.spool.kept())
        .extracting(Kept::folder, Kept::name, Kept::text)
        .containsExactly(tuple(DropFolder.REAL, "flux.xml", "<flux/>"));
  }

  @Test
  void putsUnderATemporaryNameAndRenames() throws Exception {
    machine.file("a.xml", "<a/>");

    done("/depot/a.xml.tmp", "-T", "a.xml", "-Q", "-rename /depot/a.xml.tmp /depot/a.xml");

    assertThat(door.spool.book())
        .containsExactly("begin a.xml.tmp", "close a.xml.tmp", "rename a.xml.tmp a.xml");
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>");
  }

  @Test
  void goesOnWithAnUploadThatWasCutShort() throws Exception {
    machine.file("a.xml", "<a>0123456789</a>");
    door.cutShort(DropFolder.REAL, "a.xml", "<a>01234");

    done("/depot/a.xml", "-T", "a.xml", "-C", "-");

    assertThat(door.spool.book()).contains("resume a.xml");
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a>0123456789</a>");
  }

  @Test
  void goesOnFromTheBeginningWhenNothingWaits() throws Exception {
    machine.file("a.xml", "<a/>");

    done("/depot/a.xml", "-T", "a.xml", "-C", "-");

    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>");
  }

  @Test
  void putsSeveralFilesAtOnce() throws Exception {
    for (int i = 0; i < 8; i++) {
      machine.file("f" + i + ".xml", "<f" + i + "/>");
    }

    done("/depot/", "--parallel", "--parallel-max", "4", "-T", "{f0,f1,f2,f3,f4,f5,f6,f7}.xml");

    assertThat(door.spool.kept())
        .hasSize(8)
        .allSatisfy(
            file -> assertThat(file.text()).isEqualTo("<" + file.name().replace(".xml", "/>")));
  }

  @Test
  void takesAnEmptyFileAndTheSameNameTwice() throws Exception {
    machine.file("empty.xml", "");
    machine.file("a.xml", "<a/>");

    done("/depot/a.xml", "-T", "empty.xml");
    done("/depot/a.xml", "-T", "a.xml");

    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("", "<a/>");
  }

  @Test
  void listsFetchesAndAcknowledgesReceipts() throws Exception {
    door.outbox.put(door.organisation, "", "own.xml", "<own/>");
    door.outbox.put(door.organisation, "99ZZZ999", "theirs.xml", "<theirs/>");

    assertThat(done("/accuses/", "--list-only")).contains("own.xml", "99ZZZ999");
    assertThat(done("/accuses/99ZZZ999/")).contains("theirs.xml", "9 Jan");
    done("/accuses/own.xml", "-o", "own.xml", "-Q", "-rm /accuses/own.xml");

    assertThat(here.resolve("own.xml")).hasContent("<own/>");
    assertThat(door.outbox.acknowledged()).containsExactly("own.xml");
    assertThat(curl("/accuses/own.xml").exit()).isNotZero();
  }

  @Test
  void findsItsReceiptsAmongTenThousand() throws Exception {
    door.putTenThousandReceipts();

    assertThat(done("/accuses/99ZZZ999/", "--list-only").lines())
        .hasSizeGreaterThanOrEqualTo(10_000)
        .contains("Accuse_de_reception_9999.xml");
    assertThat(done("/accuses/99ZZZ999/Accuse_de_reception_9999.xml")).isEqualTo("<a n='9999'/>");
  }

  /**
   * curl doesn't look at the answer to CLOSE; what it renames, it does: see docs/sftp-clients.md.
   */
  @Test
  void endsWithAnErrorWhenTheFileThatItRenamesIsNotKept() throws Exception {
    machine.file("a.xml", "<a/>");
    door.spool.renameFails = new IOException("no space left");

    Workstation.Result result =
        curl("/depot/a.xml.tmp", "-T", "a.xml", "-Q", "-rename /depot/a.xml.tmp /depot/a.xml");

    assertThat(result.exit()).as(result.output()).isNotZero();
    assertThat(door.spool.kept()).isEmpty();
  }
}
