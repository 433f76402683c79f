package org.guichet.notice.control;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.guichet.notice.entity.Letter;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.entity.Sha256;

/**
 * Makes a mail of a letter: the same as text and as HTML, in UTF-8, and documents streamed from
 * where they are kept.
 */
public final class MailWriter {
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Once: it looks for its providers in all libraries, which takes longer than writing a mail. */
  private static final Session SESSION = Session.getInstance(new Properties());

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailAddresses addresses;
  private final Documents documents;

  public MailWriter(MailAddresses addresses, Documents documents) {
    this.addresses = addresses;
    this.documents = documents;
  }

  /** Where the documents that go with mails are. */
  @FunctionalInterface
  public interface Documents {
    InputStream open(Sha256 content) throws IOException;
  }

  public MimeMessage write(Letter letter, Instant now) throws MessagingException {
    Notice notice = letter.notice();
    NoticeTexts texts = NoticeTexts.in(notice.language());
    InternetAddress sender = new InternetAddress(addresses.from(), true);
    SMTPMessage message = new RecognisableMessage(addresses.messageId(letter.id()));
    addresses.returnPath(letter.id()).ifPresent(message::setEnvelopeFrom);
    message.setFrom(sender);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(notice.to(), true));
    message.setSubject(texts.subject(notice), UTF_8);
    message.setSentDate(Date.from(now));
    // Neither holiday notes nor other robots shall answer (RFC 3834; the second is Exchange's).
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setHeader("Content-Language", texts.language());
    if (texts.answerable(notice) && addresses.replyTo().isPresent()) {
      message.setReplyTo(InternetAddress.parse(addresses.replyTo().get(), true));
    }
    if (letter.follows().isPresent()) {
      String first = addresses.messageId(letter.follows().get());
      message.setHeader("In-Reply-To", first);
      message.setHeader("References", first);
    }
    MailContent content = texts.content(notice);
    message.setContent(
        notice.attachments().isEmpty() ? alternative(content) : mixed(content, notice));
    return message;
  }

  /** A name for the mail's file, the same whenever the letter is sent again. */
  public static String fileName(Letter letter) {
    return FILE_TIME.format(letter.postedAt()) + "-" + letter.id();
  }

  /** The plainest first: a reader shows the last that it understands (RFC 2046, 5.1.4). */
  private static MimeMultipart alternative(MailContent content) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(TextPart.of(content), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(HtmlPart.of(content), UTF_8, "html");
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(text);
    both.addBodyPart(html);
    return both;
  }

  private MimeMultipart mixed(MailContent content, Notice notice) throws MessagingException {
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(alternative(content));
    MimeMultipart parts = new MimeMultipart(body);
    for (Notice.Attachment attachment : notice.attachments()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(new DataHandler(new Document(attachment, documents)));
      part.setFileName(attachment.name());
      part.setDisposition(Part.ATTACHMENT);
      // Set here, or the library would read the document once more to choose one.
      part.setHeader("Content-Transfer-Encoding", "base64");
      parts.addBodyPart(part);
    }
    return parts;
  }

  /** A mail whose id says which notice it is, so that a repeat is known as one. */
  private static final class RecognisableMessage extends SMTPMessage {
    private final String id;

    RecognisableMessage(String id) {
      super(SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /** A kept document as the mail library reads it. */
  private record Document(Notice.Attachment attachment, Documents documents) implements DataSource {
    @Override
    public InputStream getInputStream() throws IOException {
      return documents.open(attachment.content());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      throw new IOException("Kept documents don't change");
    }

    @Override
    public String getContentType() {
      return attachment.mediaType();
    }

    @Override
    public String getName() {
      return attachment.name();
    }
  }
}
