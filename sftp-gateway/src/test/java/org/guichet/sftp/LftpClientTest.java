package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.sftp.FakeSpool.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depositors do with lftp. */
class LftpClientTest {
  private final OpenDoor door = new OpenDoor();
  private @TempDir Path here;
  private Workstation machine;

  @SuppressWarnings("NullAway.Init")
  LftpClientTest() {}

  @BeforeEach
  void connect() throws Exception {
    Tools.need("lftp", "lftp");
    machine = new Workstation(door, OpenDoor.key(), here);
  }

  @AfterEach
  void close() {
    door.close();
  }

  /** Runs these commands; the first that fails ends it. */
  private Workstation.Result lftp(String... commands) throws Exception {
    List<String> script = new ArrayList<>();
    script.add("set cmd:fail-exit yes");
    script.add("set net:max-retries 1");
    script.add("set net:timeout 20");
    script.add(
        "set sftp:connect-program \"ssh -a -x -F /dev/null "
            + String.join(" ", machine.openSshOptions())
            + "\"");
    script.add("open -u " + OpenDoor.MATRICULE + ", sftp://127.0.0.1:" + machine.port());
    script.addAll(List.of(commands));
    return machine.run("lftp", "--norc", "-c", String.join("\n", script));
  }

  private void done(String... commands) throws Exception {
    Workstation.Result result = lftp(commands);
    assertThat(result.exit()).as(result.output()).isZero();
  }

  @Test
  void putsAFileAndFetchesItsReceipt() throws Exception {
    machine.file("flux.xml", "<flux/>");
    door.outbox.put(door.organisation, "", "Accuse_de_reception_flux.xml", "<accuse/>");

    done("cd /depot", "put flux.xml", "cls -l", "cd /accuses", "mget *.xml");

    assertThat(door.spool.kept())
        .extracting(Kept::folder, Kept::name, Kept::text)
        .containsExactly(tuple(DropFolder.REAL, "flux.xml", "<flux/>"));
    assertThat(here.resolve("Accuse_de_reception_flux.xml")).hasContent("<accuse/>");
  }

  @Test
  void putsUnderATemporaryNameAndRenames() throws Exception {
    machine.file("a.xml", "<a/>");

    done("set xfer:use-temp-file yes", "set xfer:temp-file-name .in.*", "put -O /depot a.xml");

    assertThat(door.spool.kept())
        .extracting(Kept::name, Kept::text)
        .containsExactly(tuple("a.xml", "<a/>"));
    assertThat(door.spool.book())
        .containsExactly("begin .in.a.xml", "close .in.a.xml", "rename .in.a.xml a.xml");
  }

  @Test
  void goesOnWithAnUploadThatWasCutShort() throws Exception {
    machine.file("a.xml", "<a>0123456789</a>");
    machine.file("begun", "<a>01234");
    door.cutShort(DropFolder.REAL, "a.xml", "<a>01234");

    done("cd /depot", "put -c a.xml");

    assertThat(door.spool.book()).contains("resume a.xml");
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a>0123456789</a>");
  }

  @Test
  void mirrorsAFolderInParallelAndFindsNothingToDoTheSecondTime() throws Exception {
    for (int i = 0; i < 20; i++) {
      machine.file("out/f" + i + ".xml", "<f n='" + i + "'/>");
    }

    done("mirror -R --parallel=4 out /depot");
    done("mirror -R --parallel=4 out /depot");

    assertThat(door.spool.kept())
        .hasSize(20)
        .allSatisfy(
            file ->
                assertThat(file.text())
                    .isEqualTo(
                        "<f n='" + file.name().substring(1, file.name().indexOf('.')) + "'/>"));
  }

  @Test
  void takesAnEmptyFileAndTheSameNameTwice() throws Exception {
    machine.file("empty.xml", "");
    machine.file("a.xml", "<a/>");

    done("cd /depot", "put empty.xml -o a.xml", "put a.xml");

    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("", "<a/>");
  }

  @Test
  void fetchesAndAcknowledgesReceiptsInOneGo() throws Exception {
    door.outbox.put(door.organisation, "", "own.xml", "<own/>");
    door.outbox.put(door.organisation, "99ZZZ999", "theirs.xml", "<theirs/>");

    done("mirror --Remove-source-files /accuses in");

    assertThat(here.resolve("in/own.xml")).hasContent("<own/>");
    assertThat(here.resolve("in/99ZZZ999/theirs.xml")).hasContent("<theirs/>");
    assertThat(door.outbox.acknowledged()).containsExactlyInAnyOrder("own.xml", "theirs.xml");
  }

  @Test
  void findsItsReceiptsAmongTenThousand() throws Exception {
    door.putTenThousandReceipts();

    done("mirror --parallel=4 --include-glob=*_99??.xml /accuses/99ZZZ999 in");

    assertThat(here.resolve("in")).isDirectoryContaining("glob:**_9999.xml");
    assertThat(here.resolve("in").toFile().list()).hasSize(100);
  }

  @Test
  void tellsWhatWentWrong() throws Exception {
    machine.file("a.xml", "<a/>");
    door.spool.closeFails = new IOException("no space left");

    Workstation.Result result = lftp("cd /depot", "put a.xml");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output()).contains("SFT-206");
    assertThat(Files.exists(here.resolve("a.xml"))).isTrue();
  }
}
