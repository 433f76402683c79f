package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.sftp.FakeSpool.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depositors do with rclone. */
class RcloneClientTest {
  private final OpenDoor door = new OpenDoor();
  private @TempDir Path here;
  private Workstation machine;

  @SuppressWarnings("NullAway.Init")
  RcloneClientTest() {}

  @BeforeEach
  void connect() throws Exception {
    Tools.need("rclone", "rclone");
    machine = new Workstation(door, OpenDoor.key(), here);
    machine.file(
        "rclone.conf",
        """
        [guichet]
        type = sftp
        host = 127.0.0.1
        port = %d
        user = 12ABC345
        key_file = %s
        """
            .formatted(machine.port(), machine.key()));
  }

  @AfterEach
  void close() {
    door.close();
  }

  private Workstation.Result rclone(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("rclone", "--config", "rclone.conf"));
    command.addAll(List.of("--retries", "1", "--low-level-retries", "1"));
    command.addAll(List.of(words));
    return machine.run(command);
  }

  private String done(String... words) throws Exception {
    Workstation.Result result = rclone(words);
    assertThat(result.exit()).as(result.output()).isZero();
    return result.output();
  }

  @Test
  void copiesAFileWithItsTimeAndFindsNothingToDoTheSecondTime() throws Exception {
    Path file = machine.file("out/flux.xml", "<flux/>");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-02-03T04:05:06Z")));

    done("copy", "out", "guichet:/depot");
    assertThat(done("lsl", "guichet:/depot")).contains("7 2026-02-03", "flux.xml");
    done("copy", "out", "guichet:/depot");

    assertThat(door.spool.kept())
        .extracting(Kept::folder, Kept::name, Kept::text)
        .containsExactly(tuple(DropFolder.REAL, "flux.xml", "<flux/>"));
  }

  @Test
  void movesManyFilesWithSeveralTransfersAtOnce() throws Exception {
    for (int i = 0; i < 20; i++) {
      machine.file("out/f" + i + ".xml", "<f" + i + "/>");
    }

    done("move", "--transfers", "8", "out", "guichet:/depot");

    assertThat(door.spool.kept())
        .hasSize(20)
        .allSatisfy(
            file -> assertThat(file.text()).isEqualTo("<" + file.name().replace(".xml", "/>")));
    assertThat(here.resolve("out")).isEmptyDirectory();
  }

  @Test
  void putsALargeFileOutOfOrder() throws Exception {
    String text = "<a>" + "0123456789".repeat(500_000) + "</a>";
    machine.file("out/a.xml", text);

    done("copy", "--sftp-concurrency", "32", "out", "guichet:/essai");

    assertThat(door.spool.kept())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.folder()).isEqualTo(DropFolder.TRIAL);
              assertThat(file.text()).isEqualTo(text);
            });
  }

  @Test
  void takesAnEmptyFileAndTheSameNameTwice() throws Exception {
    machine.file("empty.xml", "");
    machine.file("a.xml", "<a/>");

    done("copyto", "empty.xml", "guichet:/depot/a.xml");
    done("copyto", "a.xml", "guichet:/depot/a.xml");

    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("", "<a/>");
  }

  @Test
  void renamesFromATemporaryName() throws Exception {
    machine.file("a.xml", "<a/>");

    done("copyto", "a.xml", "guichet:/depot/a.xml.1a2b3c4d.partial");
    done("moveto", "guichet:/depot/a.xml.1a2b3c4d.partial", "guichet:/depot/a.xml");

    assertThat(door.spool.book())
        .containsExactly(
            "begin a.xml.1a2b3c4d.partial",
            "close a.xml.1a2b3c4d.partial",
            "rename a.xml.1a2b3c4d.partial a.xml");
    assertThat(door.spool.kept()).extracting(Kept::text).containsExactly("<a/>");
  }

  @Test
  void movesReceiptsHereAndAcknowledgesThemSo() throws Exception {
    door.outbox.put(door.organisation, "", "own.xml", "<own/>");
    door.outbox.put(door.organisation, "99ZZZ999", "theirs.xml", "<theirs/>");

    done("move", "guichet:/accuses", "in");

    assertThat(here.resolve("in/own.xml")).hasContent("<own/>");
    assertThat(here.resolve("in/99ZZZ999/theirs.xml")).hasContent("<theirs/>");
    assertThat(door.outbox.acknowledged()).containsExactlyInAnyOrder("own.xml", "theirs.xml");
  }

  @Test
  void syncsReceiptsHereWithoutAcknowledgingAny() throws Exception {
    door.outbox.put(door.organisation, "", "own.xml", "<own/>");
    door.outbox.put(door.organisation, "99ZZZ999", "theirs.xml", "<theirs/>");

    done("sync", "guichet:/accuses", "in");
    String second = done("sync", "-v", "guichet:/accuses", "in");

    assertThat(here.resolve("in/99ZZZ999/theirs.xml")).hasContent("<theirs/>");
    assertThat(second).doesNotContain("Copied");
    assertThat(door.outbox.acknowledged()).isEmpty();
  }

  @Test
  void findsItsReceiptsAmongTenThousand() throws Exception {
    door.putTenThousandReceipts();

    assertThat(done("lsf", "guichet:/accuses/99ZZZ999").lines()).hasSize(10_000);
    done("copy", "--include", "*_99??.xml", "guichet:/accuses/99ZZZ999", "in");

    assertThat(here.resolve("in").toFile().list()).hasSize(100);
  }

  @Test
  void endsWithAnErrorWhenTheFileIsNotKept() throws Exception {
    machine.file("a.xml", "<a/>");
    door.spool.closeFails = new IOException("no space left");

    Workstation.Result result = rclone("copy", "a.xml", "guichet:/depot");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output()).contains("SFT-206");
    assertThat(door.spool.kept()).isEmpty();
  }
}
