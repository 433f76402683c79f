package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.notice.NoticeSamples.NOON;
import static org.guichet.notice.NoticeSamples.received;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.guichet.notice.NoticeSamples;
import org.guichet.notice.entity.Letter;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.entity.Sha256;
import org.guichet.testing.CountingIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmlFolderTest {
  private static final String NAME = "20261121T120000Z-00000000-0000-0000-0000-000000000007";

  @TempDir Path data;

  private void deliver(MailWriter.Documents documents) throws Exception {
    Notice.Attachment attachment =
        new Notice.Attachment("a.xml", "application/xml", Sha256.of(new byte[0]));
    Letter letter = new Letter(CountingIds.id(7), received("k", attachment), NOON);
    MimeMessage message =
        new MailWriter(NoticeSamples.addresses("a@b.example"), documents).write(letter, NOON);
    new EmlFolder(data.resolve("mail")).deliver(message, MailWriter.fileName(letter));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("mail"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void aMailIsAFileThatMailProgramsRead() throws Exception {
    deliver(content -> new ByteArrayInputStream(new byte[10]));
    assertThat(files()).containsExactly(NAME + ".eml");
    try (InputStream in = Files.newInputStream(data.resolve("mail").resolve(NAME + ".eml"))) {
      MimeMessage read = new MimeMessage(Session.getInstance(new Properties()), in);
      assertThat(read.getSubject()).contains("bien reçu");
      assertThat(read.getMessageID()).contains("000000000007@b.example");
    }
  }

  @Test
  void aRepeatReplacesTheFirst() throws Exception {
    deliver(content -> new ByteArrayInputStream(new byte[10]));
    deliver(content -> new ByteArrayInputStream(new byte[10]));
    assertThat(files()).containsExactly(NAME + ".eml");
  }

  @Test
  void aMailThatCannotBeWrittenWholeLeavesNothing() throws Exception {
    assertThatThrownBy(
            () ->
                deliver(
                    content -> {
                      throw new IOException("disk of somebody@example.org is gone");
                    }))
        .isInstanceOfSatisfying(
            UndeliveredException.class,
            e -> assertThat(e.failure().words()).contains("(address)").doesNotContain("@"));
    assertThat(files()).isEmpty();
  }
}
