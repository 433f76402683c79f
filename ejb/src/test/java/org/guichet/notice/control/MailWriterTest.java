package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.notice.NoticeSamples.NOON;
import static org.guichet.notice.NoticeSamples.received;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.notice.NoticeSamples;
import org.guichet.notice.entity.Letter;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.entity.Sha256;
import org.guichet.testing.CountingIds;
import org.junit.jupiter.api.Test;

class MailWriterTest {
  private static final String FROM = "Guichet de dépôt <guichet@guichet.example>";
  private static final byte[] XML =
      "<?xml version=\"1.0\"?>\n<rapport>é\r\n</rapport>\n".getBytes(StandardCharsets.UTF_8);

  private static MimeMessage write(Notice notice, MailWriter.Documents documents)
      throws MessagingException, IOException {
    Letter letter = new Letter(CountingIds.id(7), notice, NOON);
    MimeMessage message =
        new MailWriter(NoticeSamples.addresses(FROM), documents)
            .write(letter, NOON.plusSeconds(90));
    message.saveChanges();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void readsAsItWasWrittenAndSaysThatARobotWroteIt() throws Exception {
    MimeMessage mail = write(received("k"), content -> new ByteArrayInputStream(XML));
    assertThat(mail.getSubject()).isEqualTo("Dépôt n° 42 bien reçu : certifiés été.xml");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    MimeMultipart both = (MimeMultipart) mail.getContent();
    assertThat(both.getBodyPart(0).getContentType())
        .containsIgnoringCase("text/plain; charset=UTF-8");
    assertThat((String) both.getBodyPart(0).getContent()).contains("est bien reçu", "n° 42");
    assertThat(both.getBodyPart(1).getContentType())
        .containsIgnoringCase("text/html; charset=UTF-8");
    assertThat((String) both.getBodyPart(1).getContent()).contains("est bien reçu", "n° 42");
    assertThat(mail.getHeader("Reply-To")).isNull();
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getSentDate()).isEqualTo(NOON.plusSeconds(90));
    assertThat(mail.getFrom()[0].toString()).contains("guichet@guichet.example");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("contact@lycee.example");
  }

  @Test
  void aRepeatIsRecognisable() throws Exception {
    String first = write(received("k"), c -> new ByteArrayInputStream(XML)).getMessageID();
    assertThat(first).isEqualTo("<00000000-0000-0000-0000-000000000007@guichet.example>");
    assertThat(write(received("k"), c -> new ByteArrayInputStream(XML)).getMessageID())
        .isEqualTo(first);
  }

  @Test
  void carriesDocumentsByteForByteAndReadsThemOnce() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    MimeMessage mail =
        write(
            received("k", new Notice.Attachment("Accuse.xml", "application/xml", Sha256.of(XML))),
            content -> {
              opened.incrementAndGet();
              assertThat(content).isEqualTo(Sha256.of(XML));
              return new ByteArrayInputStream(XML);
            });
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("Accuse.xml");
    assertThat(parts.getBodyPart(1).getContentType()).contains("application/xml");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(XML);
    assertThat(opened).hasValue(1);
  }

  @Test
  void failsWhenADocumentIsNotThere() {
    Notice notice =
        received("k", new Notice.Attachment("a.xml", "application/xml", Sha256.of(XML)));
    assertThatThrownBy(
            () ->
                write(
                    notice,
                    content -> {
                      throw new NoSuchFileException(content.hex());
                    }))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesToWriteToWhatIsNoAddress() {
    Notice notice =
        new Notice(
            "a@b.example\r\nBcc: c@d.example",
            Locale.FRENCH,
            "upload.incomplete",
            Map.of(),
            List.of(),
            "k");
    assertThatThrownBy(() -> write(notice, content -> new ByteArrayInputStream(XML)))
        .isInstanceOf(MessagingException.class);
  }
}
