package org.guichet.notice.control;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.guichet.notice.entity.MailFailure;

/**
 * Writes each mail as a file {@code <name>.eml} that any mail program opens, where no mail server
 * is set. A file is there whole or not at all.
 */
public final class EmlFolder implements MailTransport {
  private final Path folder;

  public EmlFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public void deliver(MimeMessage message, String name) throws UndeliveredException {
    Path part = folder.resolve("." + name + ".part");
    try {
      Files.createDirectories(folder);
      try {
        message.saveChanges();
        write(message, part);
        Files.move(
            part,
            folder.resolve(name + ".eml"),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (MessagingException | IOException e) {
      throw new UndeliveredException(MailFailure.Kind.BROKEN_OFF, e);
    }
  }

  private static void write(MimeMessage message, Path part) throws IOException, MessagingException {
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      message.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }
}
