package org.guichet.notice.control;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of an IMAP server. Whoever looks into it beside us finds nothing moved or deleted. */
public final class ImapInbox implements Inbox {
  private static final Logger log = LoggerFactory.getLogger(ImapInbox.class);
  private static final String CONNECT_MILLIS = "20000";
  private static final String SILENCE_MILLIS = "60000";

  private final Settings.Inbox settings;
  private final Session session;

  /**
   * Looks into this folder.
   *
   * @param ca PEM file of authorities that are trusted beside Java's own
   */
  public ImapInbox(Settings.Inbox settings, Optional<Path> ca) {
    this.settings = settings;
    Properties properties = properties(settings);
    MailTrust.add(properties, "imap", ca);
    this.session = Session.getInstance(properties);
  }

  private static Properties properties(Settings.Inbox settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.store.protocol", "imap");
    properties.setProperty("mail.imap.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.imap.timeout", SILENCE_MILLIS);
    properties.setProperty("mail.imap.writetimeout", SILENCE_MILLIS);
    properties.setProperty("mail.imap.peek", "true"); // looking leaves a mail unseen
    properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
    boolean startTls = settings.tls() == Settings.SmtpTls.STARTTLS;
    properties.setProperty("mail.imap.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.imap.starttls.required", Boolean.toString(startTls));
    boolean tls = settings.tls() == Settings.SmtpTls.TLS;
    properties.setProperty("mail.imap.ssl.enable", Boolean.toString(tls));
    return properties;
  }

  @Override
  public String name() {
    return settings.user() + "@" + settings.host() + "/" + settings.folder();
  }

  @Override
  public Position readAfter(Position from, Reading reading) throws MessagingException {
    try (Store store = session.getStore()) {
      store.connect(settings.host(), settings.port(), settings.user(), settings.password().value());
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        return read(folder, (UIDFolder) folder, from, reading);
      }
    }
  }

  private static Position read(Folder folder, UIDFolder uids, Position from, Reading reading)
      throws MessagingException {
    long validity = uids.getUIDValidity();
    long last = validity == from.validity() ? from.lastUid() : 0;
    for (Message mail : uids.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
      long uid = uids.getUID(mail);
      if (uid <= last) {
        continue; // the last one is always in the answer (RFC 3501, 6.4.8)
      }
      try {
        if (reading.read(mail)) {
          folder.setFlags(new Message[] {mail}, new Flags(Flags.Flag.SEEN), true);
        }
      } catch (MessagingException | IOException e) {
        log.warn("NOT-122 mail in the inbox not understood uid={} why={}", uid, e.getClass());
      } catch (RuntimeException e) {
        // A fault of ours: this one and what follows it are read next time.
        log.error("NOT-205 mail in the inbox not taken, to be read again uid={}", uid, e);
        return new Position(validity, last);
      }
      last = uid;
    }
    return new Position(validity, last);
  }
}
